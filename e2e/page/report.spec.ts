import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { report } from "../../shared/model/report.ts";
import { filesBelow, traces } from "../engine/every-byte.ts";
import { openPhoto } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { go, type Visit, visitScanned } from "./visit.ts";

/* Counts for an office, and the real value of one finding for the one who asks. */

// The window asks for the folder with the system's own dialog, which no test can press.
const isWindow = process.env.SAFELIGHT_E2E_SHELL === "window";
const OWNER = "Test Person";
const chapter = chapters();
const album = inject("album");
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
});
afterAll(() => visit.leave());

describe.skipIf(isWindow)("the report's page", () => {
  chapter("tells what nobody knows, and counts the rest", async () => {
    const { page, say } = visit;
    await go(visit, say("report.nav"));
    await page.getByText(say("report.failed", { count: 3 })).waitFor();
    // This scan reads the files alone.
    const unseen = album.photos.length - 3;
    await page.getByText(`${say("report.unseen")}: ${unseen}`).waitFor();
    const photos = page.locator(".report-numbers strong").first();
    expect(Number(await photos.textContent())).toBe(album.photos.length);
    await page.getByRole("row", { name: say("finding.gps.name") }).waitFor();
  });

  chapter("saves the files that were asked for beside what lies in the folder", async () => {
    const { page, button, say, home } = visit;
    await page.getByText(say("report.save.json")).click();
    await page.getByLabel(say("report.save.by")).fill("Office 4");
    await button("report.save.button").click();
    const picker = page.getByRole("dialog", { name: say("picker.title") });
    await button("newFolder.open").click();
    await picker.getByLabel(say("newFolder.name")).fill("Reports");
    await button("newFolder.make").click();
    await button("picker.choose", { name: "Reports" }).click();
    await page.locator(".toast").waitFor();
    const names = readdirSync(join(home, "Reports")).sort();
    expect(names.map((name) => name.replace(/\d{4}-\d\d-\d\d/, "DAY"))).toEqual([
      "Safelight report DAY.html",
      "Safelight report DAY.json",
    ]);
    const made = report.parse(
      JSON.parse(readFileSync(join(home, "Reports", names[1] ?? ""), "utf8")),
    );
    expect([made.madeBy, made.photos]).toEqual(["Office 4", album.photos.length]);
    expect(traces([OWNER], filesBelow(join(home, "Reports")))).toEqual([]);
  });
});

describe("a masked value", () => {
  chapter("is shown for real when the person asks for it, and hidden again", async () => {
    const { page, button, say } = visit;
    const name = say("finding.owner-name.name");
    await openPhoto(visit, "IMG_2041.jpg");
    await page.getByRole("heading", { name, exact: true }).waitFor();
    expect(await page.getByText(OWNER).count()).toBe(0);
    await page.getByRole("button", { name: say("reveal.showOf", { name }) }).click();
    await page.getByText(OWNER).waitFor();
    await page.getByRole("button", { name: say("reveal.hideOf", { name }) }).click();
    expect(await page.getByText(OWNER).count()).toBe(0);
    expect(await button("report.save.button").count()).toBe(0);
  });

  chapter("is written down nowhere", () => {
    expect(traces([OWNER], filesBelow(visit.dataDir))).toEqual([]);
    expect(visit.complaints()).toEqual([]);
  });
});
