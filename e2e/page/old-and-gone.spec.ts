import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { openPhoto } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { go, type Visit, visitScanned } from "./visit.ts";
import { applyAll, takeWay } from "./ways.ts";

/* What is old is told and goes only when asked; and a purge leaves nothing. In Chinese. */

const HUNDRED_DAYS_MS = 100 * 86_400_000;
const chapter = chapters();
const album = inject("album");
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({ language: "zh-CN", album: album.dir });
});
afterAll(() => visit.leave());

const patches = () => readdirSync(join(visit.dataDir, "vault", "patches")).length;
const older = (count: number) =>
  visit.page.getByText(visit.say("vault.older", { count, size: "" }).split("（")[0] ?? "");

/** As if everything so far had been done that long ago. */
function age(): void {
  const db = new Database(join(visit.dataDir, "catalogue.sqlite"), { fileMustExist: true });
  db.prepare("UPDATE batch SET started_at = started_at - ?").run(HUNDRED_DAYS_MS);
  db.close();
}

chapter("keeps what undoes a cleaning for as long as nobody says otherwise", async () => {
  const { page, button, say } = visit;
  await openPhoto(visit, "Eiffel tower at dusk.jpg");
  await button("photo.clean").click();
  await button("strip.apply", { count: 1 }).click();
  await button("action.finish").click();
  age();
  await go(visit, say("nav.vault"));
  await page.getByText(say("vault.keepText")).waitFor();
  expect(await older(1).count()).toBe(0);
  expect(patches()).toBe(1);
});

chapter("tells what is older than the person wants, and still keeps it", async () => {
  const { page, say } = visit;
  await page.getByText(say("vault.keepDays", { count: 90 }), { exact: true }).click();
  await older(1).waitFor();
  expect(patches()).toBe(1);
});

chapter("lets it go after having asked twice", async () => {
  const { page, button, say } = visit;
  await button("vault.dropOlder").click();
  await page.getByText(say("forGood.old", { count: 1 })).waitFor();
  await button("forGood.next").click();
  await page.getByText(say("forGood.sureText")).click();
  await button("forGood.yes").click();
  await page.getByText(say("vault.deleted", { count: 1 })).waitFor();
  expect(patches()).toBe(0);
  await go(visit, say("nav.history"));
  await page.getByText(say("history.noUndo")).waitFor();
});

chapter("does not purge over the only copy of a photo unless told so, nor by a slip", async () => {
  const { page, button, say } = visit;
  await openPhoto(visit, "hotel window.webp");
  await takeWay(visit, "quarantine");
  await applyAll(visit, "quarantine", 1);
  await go(visit, say("nav.settings"));
  await button("purge.open").click();
  await page.getByText(say("purge.only", { count: 1 })).waitFor();
  const field = page.getByLabel(say("purge.type", { word: say("purge.word") }));
  await field.fill(say("purge.word"));
  expect(await button("purge.yes").isDisabled()).toBe(true);
  await page.getByText(say("purge.even")).click();
  await field.fill("yes");
  expect(await button("purge.yes").isDisabled()).toBe(true);
  expect(existsSync(join(visit.dataDir, "catalogue.sqlite"))).toBe(true);
  await field.fill(say("purge.word"));
});

chapter("removes everything and shows what it removed", async () => {
  const { page, button, say } = visit;
  await button("purge.yes").click();
  await page.getByRole("heading", { name: say("purge.doneTitle") }).waitFor();
  await page.getByText("catalogue.sqlite", { exact: true }).waitFor();
  await page.getByText("vault/vault.json", { exact: true }).waitFor();
  expect(existsSync(visit.dataDir) ? readdirSync(visit.dataDir, { recursive: true }) : []).toEqual(
    [],
  );
  expect(readdirSync(join(visit.pictures, "Paris weekend"))).toContain("Eiffel tower at dusk.jpg");
});

chapter("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
