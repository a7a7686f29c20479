import { readdirSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { openPhoto } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { type Visit, visitScanned } from "./visit.ts";
import { applyAll, takeWay } from "./ways.ts";
import { digests, exifTool, placeTags } from "./witness.ts";

/* Safe copies, in Chinese: cleaned, smaller, plainly named; the originals are not touched. */

// The window asks for the folder with the system's own dialog, which no test can press.
const isWindow = process.env.SAFELIGHT_E2E_SHELL === "window";
const PHOTO = "Eiffel tower at dusk.jpg";
const chapter = chapters();
const album = inject("album");
let visit: Visit;
let originals: ReadonlyMap<string, string>;
beforeAll(async () => {
  visit = await visitScanned({ language: "zh-CN", album: album.dir });
  originals = await digests(visit.pictures);
});
afterAll(() => visit.leave());

const target = () => join(visit.home, "For sale");

describe.skipIf(isWindow)("safe copies", () => {
  chapter("shows what they would be like before it asks where they should go", async () => {
    const { page, button, say } = visit;
    await openPhoto(visit, PHOTO);
    await takeWay(visit, "export");
    await page.locator(".lines-go").getByText(say("kind.location.name")).waitFor();
    await page.getByText(say("copies.noFolder")).waitFor();
    expect(await button("copies.apply", { count: 1 }).isDisabled()).toBe(true);
  });

  chapter("makes a folder for them, but none with a name that leads elsewhere", async () => {
    const { page, button, say } = visit;
    await button("copies.chooseFolder").click();
    const picker = page.getByRole("dialog", { name: say("picker.title") });
    await button("newFolder.open").click();
    const name = picker.getByLabel(say("newFolder.name"));
    await name.fill("../up");
    expect(await button("newFolder.make").isDisabled()).toBe(true);
    await name.press("Enter");
    await picker.getByText(say("error.folder-name-unusable")).waitFor();
    await name.fill("Pictures");
    await button("newFolder.make").click();
    await picker.getByText(say("error.folder-exists")).waitFor();
    await name.fill("For sale");
    await name.press("Enter");
    await button("picker.choose", { name: "For sale" }).click();
    await page.getByRole("dialog").getByText(target(), { exact: true }).waitFor();
    expect(readdirSync(visit.home).sort()).toEqual([".safelight", "For sale", "Pictures"]);
  });

  chapter(
    "writes a copy without the place, small enough for a message, plainly named",
    async () => {
      const { page, say } = visit;
      await page.getByText(say("copies.sizeMessage"), { exact: true }).click();
      await page.getByText(say("stays.repainted")).waitFor();
      await applyAll(visit, "copies", 1);
      expect(readdirSync(target())).toEqual(["photo-0001.jpg"]);
      const copy = join(target(), "photo-0001.jpg");
      expect(placeTags(await exifTool(join(visit.pictures, "Paris weekend", PHOTO)))).not.toEqual(
        [],
      );
      expect(placeTags(await exifTool(copy))).toEqual([]);
      const { width, height } = await sharp(copy).metadata();
      expect(Math.max(width, height)).toBeLessThanOrEqual(1280);
      expect(await digests(visit.pictures)).toEqual(originals);
    },
  );

  chapter("takes the copy away again when asked to, and nothing else", async () => {
    const { page, say } = visit;
    const news = page.locator(".toast", { hasText: say("undo.copied", { count: 1 }) });
    await news.getByRole("button", { name: say("undo.action") }).click();
    await page.getByText(say("undo.copiesGone", { count: 1 })).waitFor();
    expect(readdirSync(target())).toEqual([]);
    expect(await digests(visit.pictures)).toEqual(originals);
  });
});

chapter("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
