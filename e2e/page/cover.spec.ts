import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openPhoto } from "./album-page.ts";
import { hasFocus, tabTo } from "./keyboard.ts";
import { type Visit, visitScanned } from "./visit.ts";
import { applyAll, takeWay, wayItem } from "./ways.ts";
import { exifTool, placeTags, sha256 } from "./witness.ts";

/* Parts of a picture are covered, with the mouse and without; the file has nothing left under them. */

const album = inject("album");
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
});
afterAll(() => visit.leave());

const press = (key: string) => visit.page.keyboard.press(key);

/** Red, green and blue at a place of the picture as it is seen, in fractions from the upper left. */
async function colourAt(file: string, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(file)
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = Math.floor(y * info.height) * info.width + Math.floor(x * info.width);
  return [...data.subarray(at * info.channels, at * info.channels + 3)];
}

it("covers what was dragged across, takes the place out too, and gives the original back", async () => {
  const { page, button, say } = visit;
  const name = "Eiffel tower at dusk.jpg";
  const file = join(visit.pictures, "Paris weekend", name);
  const original = await sha256(file);
  await openPhoto(visit, name);
  await takeWay(visit, "redact");
  await page.getByText(say("redact.kindsNone")).waitFor();
  expect(await button("redact.titleAll").isDisabled()).toBe(true);
  const picture = page.getByRole("dialog").getByRole("img");
  const drawn = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;
  await expect.poll(() => picture.evaluate(drawn)).toBe(true);
  const box = await picture.boundingBox();
  if (box === null) throw new Error("the picture is not drawn");
  await page.mouse.move(box.x + 0.2 * box.width, box.y + 0.3 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.6 * box.width, box.y + 0.7 * box.height, { steps: 4 });
  await page.mouse.up();
  await button("redact.area", { number: 1 }).waitFor();
  await applyAll(visit, "redact", 1);
  expect(await colourAt(file, 0.25, 0.35)).toEqual([0, 0, 0]);
  expect(await colourAt(file, 0.55, 0.65)).toEqual([0, 0, 0]);
  expect(await colourAt(file, 0.9, 0.1)).not.toEqual([0, 0, 0]);
  expect(placeTags(await exifTool(file))).toEqual([]);
  await button("photo.undo").click();
  await page.getByText(say("undo.done", { count: 1 })).waitFor();
  expect(await sha256(file)).toBe(original);
});

it("does the same without a mouse, from the key R to Enter", async () => {
  const { page, button, say } = visit;
  const name = "Eiffel tower, portrait.jpg";
  const file = join(visit.pictures, "Paris weekend", name);
  await openPhoto(visit, name);
  await press("r");
  await tabTo(page, button("redact.mark"));
  await press("Enter");
  await tabTo(page, button("redact.area", { number: 1 }));
  for (let step = 0; step < 20; step++) await press("ArrowUp");
  for (let step = 0; step < 5; step++) await press("Shift+ArrowRight");
  await tabTo(page, button("redact.apply", { count: 1 }));
  await press("Enter");
  await page.getByText(say("redact.done", { count: 1 })).waitFor();
  await expect.poll(() => hasFocus(button("action.finish"))).toBe(true);
  await press("Enter");
  expect(await colourAt(file, 0.5, 0.02)).toEqual([0, 0, 0]);
  expect(await colourAt(file, 0.74, 0.3)).toEqual([0, 0, 0]);
  expect(await colourAt(file, 0.5, 0.5)).not.toEqual([0, 0, 0]);
});

it("warns before it only blurs", async () => {
  const { page, button, say } = visit;
  await openPhoto(visit, "breakfast ☕.jpg");
  await takeWay(visit, "redact");
  await button("redact.mark").click();
  expect(await page.getByText(say("redact.styleWarning")).count()).toBe(0);
  await page.getByText(say("redact.blur"), { exact: true }).click();
  await page.getByText(say("redact.styleWarning")).waitFor();
  await button("common.cancel").click();
});

it("says why a kind of file cannot be covered", async () => {
  const { page, say } = visit;
  await openPhoto(visit, "badge.gif");
  await page
    .getByRole("main")
    .getByRole("button", { name: say("ways.menu") })
    .click();
  expect(await wayItem(visit, "redact").getAttribute("aria-disabled")).toBe("true");
  await wayItem(visit, "redact").getByText(say("ways.redactFormat")).waitFor();
  await press("Escape");
});

it("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
