import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { safelight } from "../engine/cli.ts";
import { go, type Visit, visitSafelight } from "./visit.ts";

/* Safelight was killed in the middle of its work; the next start says what it did, in Chinese. */

const album = inject("album");
let visit: Visit;
beforeAll(async () => {
  const home = await mkdtemp(join(tmpdir(), "safelight-home-"));
  const [pictures, dataDir] = [join(home, "Pictures"), join(home, ".safelight")];
  await cp(album.dir, pictures, { recursive: true, preserveTimestamps: true });
  await safelight(["strip", join(pictures, "Paris weekend"), "--preset", "location"], { dataDir });
  stopBefore(dataDir, "done", 2);
  visit = await visitSafelight({ language: "zh-CN", home });
});
afterAll(() => visit.leave());

/** As if the program had been killed when so many of its changes had happened and none was noted as done. */
function stopBefore(dataDir: string, state: string, changes: number): void {
  const db = new Database(join(dataDir, "catalogue.sqlite"), { fileMustExist: true });
  db.prepare(
    "UPDATE action SET state = 'kept' WHERE id IN (SELECT id FROM action WHERE state = ? LIMIT ?)",
  ).run(state, changes);
  db.close();
}

it("tells on whatever page how many changes it brought to an end, until it was read", async () => {
  const { page, button, say } = visit;
  const bar = page.getByRole("region", { name: say("recovered.title") });
  await bar.getByText(say("recovered.finished", { count: 2 })).waitFor();
  await bar.getByText(say("recovered.whole")).waitFor();
  expect(await bar.getByText(say("recovered.reverted", { count: 0 })).count()).toBe(0);
  await button("recovered.see").click();
  await page.getByRole("heading", { name: say("history.title") }).waitFor();
  expect(await button("recovered.see").count()).toBe(0);
  await bar.getByRole("button", { name: say("common.dismiss") }).click();
  await bar.waitFor({ state: "detached" });
  await go(visit, say("nav.vault"));
  expect(await bar.count()).toBe(0);
});

it("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
