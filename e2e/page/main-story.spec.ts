import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { clickTile, countOn, grid, kindChip, scrollTo, shownCount } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { type Visit, visitSafelight, whenScanned } from "./visit.ts";
import { digests, exifTool, placeTags, sha256 } from "./witness.ts";

/* The whole way with the mouse, in Chinese: from choosing a folder to having everything back. */

const isWindow = process.env.SAFELIGHT_E2E_SHELL === "window";
const PHOTO = "Eiffel tower at dusk.jpg";
const chapter = chapters();
const album = inject("album");
let visit: Visit;
let photo = "";
let originals: ReadonlyMap<string, string>;

beforeAll(async () => {
  // The window asks with the system's own dialog, which no test can press.
  const folder = { album: album.dir, isScanned: isWindow };
  visit = await visitSafelight({ language: "zh-CN", ...folder, looks: true });
  photo = join(visit.pictures, "Paris weekend", PHOTO);
  originals = await digests(visit.pictures);
});
afterAll(() => visit.leave());

describe.skipIf(isWindow)("choosing a folder", () => {
  chapter("begins in the home folder and shows what lies there", async () => {
    const { page, button, home, say } = visit;
    await button("home.choose").click();
    const picker = page.getByRole("dialog", { name: say("picker.title") });
    await picker.getByText(home, { exact: true }).waitFor();
    await picker.getByRole("listitem").getByRole("button", { name: "Pictures" }).click();
    await picker.getByText(visit.pictures, { exact: true }).waitFor();
    expect(await picker.getByRole("listitem").allTextContents()).toContain("Paris weekend");
  });

  chapter("starts the check, with a bar that shows how far it is", async () => {
    const bar = visit.page.getByRole("progressbar").waitFor();
    await visit.button("picker.choose", { name: "Pictures" }).click();
    await bar;
  });
});

chapter("says when everything has been checked, and changed nothing meanwhile", async () => {
  await whenScanned(visit);
  expect(await shownCount(visit)).toBe(album.photos.length);
  expect(await digests(visit.pictures)).toEqual(originals);
});

chapter("has found the faces, where there are faces and nowhere else", async () => {
  const faces = album.photos.filter((one) => one.faces);
  expect(await countOn(kindChip(visit, "face"))).toBe(faces.length);
});

chapter("shows only the photos that tell a place when asked for those", async () => {
  const chip = kindChip(visit, "location");
  const count = await countOn(chip);
  await chip.click();
  await expect.poll(() => shownCount(visit)).toBe(count);
  const known = album.photos.filter(({ kinds }) => kinds.includes("location"));
  expect(count).toBeGreaterThanOrEqual(known.length);
  await scrollTo(visit, PHOTO);
});

chapter("tells what a photo gives away in plain words", async () => {
  const { page, say } = visit;
  await clickTile(visit, PHOTO);
  await page.getByRole("heading", { name: PHOTO }).waitFor();
  await page.getByRole("heading", { name: "精确的拍摄地点" }).waitFor();
  await page.getByText("北纬 48.85840°，东经 2.29450°").waitFor();
  await page.getByRole("tab", { name: say("photo.tags") }).click();
  const latitude = page.locator(".tag", { has: page.getByText("GPSLatitude", { exact: true }) });
  await expect.poll(() => latitude.textContent()).toContain("纬度");
});

chapter("says what would go and what would stay, before it does anything", async () => {
  const { page, button } = visit;
  await button("photo.clean").click();
  const dialog = page.getByRole("dialog");
  const goes = dialog.locator("section", { has: page.getByRole("heading", { name: "清除" }) });
  const stays = dialog.locator("section", { has: page.getByRole("heading", { name: "保留" }) });
  await goes.getByText("精确的拍摄地点").waitFor();
  await stays.getByText("画面本身，一个像素都不变").waitFor();
  expect(await sha256(photo)).toBe(originals.get(join("Paris weekend", PHOTO)));
});

chapter("takes the place out of the file, as ExifTool sees it, and of this file only", async () => {
  expect(placeTags(await exifTool(photo))).toContain("GPS:GPSLatitude");
  await visit.button("strip.apply", { count: 1 }).click();
  await visit.page.getByText(visit.say("strip.done", { count: 1 })).waitFor();
  await visit.button("action.finish").click();
  expect(placeTags(await exifTool(photo))).toEqual([]);
  const changed = [...(await digests(visit.pictures))].filter(
    ([path, digest]) => originals.get(path) !== digest,
  );
  expect(changed.map(([path]) => path)).toEqual([join("Paris weekend", PHOTO)]);
});

chapter("shows the cleaned photo without the place", async () => {
  const { page, say } = visit;
  await page.getByRole("tab", { name: say("photo.findings") }).click();
  await page.getByText(say("photo.cleanedText")).waitFor();
  await expect.poll(() => page.getByText("精确的拍摄地点").count()).toBe(0);
});

chapter("brings back the very same bytes", async () => {
  const { page, button, say } = visit;
  await button("photo.undo").click();
  await page.getByText(say("undo.done", { count: 1 })).waitFor();
  expect(await digests(visit.pictures)).toEqual(originals);
  await page.getByRole("heading", { name: "精确的拍摄地点" }).waitFor();
});

chapter("leads back to the photos, still narrowed to those with a place", async () => {
  const { page, say } = visit;
  await page.getByRole("link", { name: say("photo.back") }).click();
  await grid(visit).waitFor();
  expect(await kindChip(visit, "location").getAttribute("aria-pressed")).toBe("true");
});

chapter("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
