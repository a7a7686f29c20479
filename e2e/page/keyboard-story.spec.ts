import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { grid, kindChip, shownCount } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { hasFocus, tabTo } from "./keyboard.ts";
import { type Visit, visitSafelight, whenScanned } from "./visit.ts";
import { exifTool, placeTags, sha256 } from "./witness.ts";

/* The whole way again, in English, in a small window, and without a mouse. */

const isWindow = process.env.SAFELIGHT_E2E_SHELL === "window";
const PHOTO = "Eiffel tower at dusk.jpg";
const chapter = chapters();
const album = inject("album");
let visit: Visit;
let photo = "";
let original = "";
const press = (key: string) => visit.page.keyboard.press(key);

beforeAll(async () => {
  visit = await visitSafelight({
    language: "en",
    viewport: { width: 1024, height: 700 },
    album: album.dir,
    isScanned: isWindow,
  });
  photo = join(visit.pictures, "Paris weekend", PHOTO);
  original = await sha256(photo);
});
afterAll(() => visit.leave());

describe.skipIf(isWindow)("choosing a folder", () => {
  chapter("opens the picker, walks into a folder and takes it", async () => {
    const { page, button, say } = visit;
    await tabTo(page, button("home.choose"));
    await press("Enter");
    const picker = page.getByRole("dialog", { name: say("picker.title") });
    await tabTo(page, picker.getByRole("listitem").getByRole("button", { name: "Pictures" }));
    await press("Enter");
    await tabTo(page, button("picker.choose", { name: "Pictures" }));
    await press("Enter");
    await picker.waitFor({ state: "hidden" });
  });
});

chapter("narrows the album with the space bar", async () => {
  await whenScanned(visit);
  const chip = kindChip(visit, "location");
  await tabTo(visit.page, chip);
  await press("Space");
  await expect.poll(() => chip.getAttribute("aria-pressed")).toBe("true");
  await expect.poll(() => shownCount(visit)).toBeLessThan(album.photos.length);
});

chapter("walks through the grid with the arrows, and picks with the space bar", async () => {
  await tabTo(visit.page, grid(visit));
  const places = await shownCount(visit);
  await press("End");
  expect(await current().getAttribute("aria-posinset")).toBe(String(places));
  await press("Home");
  for (let at = 1; !(await currentName()).startsWith(`${PHOTO}:`); at++) {
    expect(at).toBeLessThan(places);
    await press("ArrowRight");
  }
  await press("Space");
  await visit.page.getByText(visit.say("album.selected", { count: 1 }), { exact: true }).waitFor();
});

chapter("cleans what is picked with S, and Enter takes the answer away", async () => {
  const { page, button, say } = visit;
  await press("s");
  await page.getByRole("heading", { name: say("strip.title", { count: 1 }) }).waitFor();
  await page.getByRole("heading", { name: say("action.goes") }).waitFor();
  await tabTo(page, button("strip.apply", { count: 1 }));
  await press("Enter");
  await page.getByText(say("strip.done", { count: 1 })).waitFor();
  expect(placeTags(await exifTool(photo))).toEqual([]);
  await expect.poll(() => hasFocus(button("action.finish"))).toBe(true);
  await press("Enter");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});

chapter("opens a photo with Enter and leaves it with Escape", async () => {
  const { page, say, button } = visit;
  await button("album.clearFilters").waitFor();
  await tabTo(page, kindChip(visit, "location"));
  await press("Space");
  await tabTo(page, grid(visit));
  await press("Home");
  while (!(await currentName()).startsWith(`${PHOTO}:`)) await press("ArrowRight");
  await press("Enter");
  await page.getByRole("heading", { name: PHOTO }).waitFor();
  await page.getByText(say("photo.cleanedText")).waitFor();
  await press("Escape");
  await expect.poll(() => hasFocus(grid(visit))).toBe(true);
  expect(await currentName()).toContain(PHOTO);
});

chapter("brings the same bytes back with U", async () => {
  await press("u");
  await visit.page.getByText(visit.say("undo.done", { count: 1 })).waitFor();
  expect(await sha256(photo)).toBe(original);
});

chapter("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});

/** The tile that the keyboard stands on: the grid names it. */
function current() {
  return visit.page.locator(".tile-current");
}

async function currentName(): Promise<string> {
  const id = await grid(visit).getAttribute("aria-activedescendant");
  return (await visit.page.locator(`#${id}`).getAttribute("aria-label")) ?? "";
}
