import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { StripPreset } from "../../shared/model/action.ts";
import { openPhoto } from "./album-page.ts";
import { type Visit, visitScanned } from "./visit.ts";
import { exifTool, placeTags, sha256 } from "./witness.ts";

/* What a person chooses in the strip dialog is what ExifTool misses afterwards, and no more. */

const TAKEN = "ExifIFD:DateTimeOriginal";
const album = inject("album");
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
});
afterAll(() => visit.leave());

const paris = (name: string) => join(visit.pictures, "Paris weekend", name);
const tick = (words: string) => visit.page.getByRole("checkbox", { name: words, exact: true });

async function openStrip(name: string, preset: StripPreset): Promise<void> {
  const { page, button, say } = visit;
  // Whatever an earlier choice left open is gone after this.
  await page.reload();
  await openPhoto(visit, name);
  await button("photo.clean").click();
  await page.locator(".preset", { hasText: say(`strip.${preset}Text`) }).click();
}

async function apply(): Promise<void> {
  const { page, button, say } = visit;
  await button("strip.apply", { count: 1 }).click();
  await page.getByText(say("strip.done", { count: 1 })).waitFor();
  await button("action.finish").click();
}

it("takes out the one kind that was ticked, and leaves every other tag", async () => {
  const name = "Eiffel tower at dusk.jpg";
  const before = await exifTool(paris(name));
  await openStrip(name, "custom");
  await visit.page.getByText(visit.say("strip.customNone")).waitFor();
  expect(await visit.button("strip.titleAll").isDisabled()).toBe(true);
  await tickOn("kind.location.name");
  await apply();
  const after = await exifTool(paris(name));
  const places = placeTags(before);
  expect(places).not.toEqual([]);
  const kept = Object.entries(before).filter(([tag]) => !places.includes(tag));
  for (const [tag, value] of kept.filter(([tag]) => !ABOUT_BYTES.test(tag)))
    expect(after, tag).toHaveProperty([tag], value);
  expect(placeTags(after)).toEqual([]);
});

it("keeps the day and time when asked to, and lets the device go", async () => {
  const name = "Eiffel tower, portrait.jpg";
  const before = await exifTool(paris(name));
  await openStrip(name, "identity");
  await tickOn("strip.keepDate");
  await apply();
  const after = await exifTool(paris(name));
  expect(after[TAKEN]).toBe(before[TAKEN]);
  expect(before[TAKEN]).toBe("2024:04:12 20:43:55");
  expect(after["IFD0:Orientation"]).toBe(before["IFD0:Orientation"]);
  expect(Object.keys(after)).not.toContain("IFD0:Model");
});

it("takes even the date when everything is to go", async () => {
  const name = "breakfast ☕.jpg";
  expect(await exifTool(paris(name))).toHaveProperty([TAKEN]);
  await openStrip(name, "everything");
  await apply();
  const after = Object.keys(await exifTool(paris(name)));
  expect(after.filter((tag) => /^(IFD|Exif|GPS|XMP|IPTC)/.test(tag))).toEqual([]);
});

it("warns before it keeps no copy, and then offers no way back", async () => {
  const { page, button, say } = visit;
  const name = "hotel window.webp";
  const before = await sha256(paris(name));
  await openStrip(name, "identity");
  await button("strip.advanced").click();
  await tickOn("strip.noCopy");
  await page.getByText(say("strip.noCopyWarning")).waitFor();
  await apply();
  expect(await sha256(paris(name))).not.toBe(before);
  await page.getByRole("heading", { name: say("photo.nothing") }).waitFor();
  expect(await button("photo.undo").count()).toBe(0);
  const news = page.locator(".toast").last();
  await news.getByText(say("undo.cleaned", { count: 1 })).waitFor();
  expect(await news.getByRole("button", { name: say("undo.action") }).count()).toBe(0);
});

it("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});

/** What ExifTool says of the file rather than of its tags. */
const ABOUT_BYTES = /^(File|Composite):|Offset$|ExifToolVersion/;

async function tickOn(key: Parameters<Visit["say"]>[0]): Promise<void> {
  const words = visit.say(key);
  await visit.page.getByRole("dialog").getByText(words, { exact: true }).first().click();
  await expect.poll(() => tick(words).isChecked()).toBe(true);
}
