import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { FINDING_KINDS, SEVERITIES } from "../../shared/model/finding.ts";
import { countOn, grid, kindChip, scrollTo, shownCount, windows } from "./album-page.ts";
import { go, type Visit, visitScanned } from "./visit.ts";

/* What the album shows, and under which filter. */

const album = inject("album");
/** Read and cleaned, but there is no decoder to draw it with; its tile shows a sign instead. */
const NOT_DRAWN = "bmp";
const failing = album.photos.filter(({ fails }) => fails !== null);
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
});
beforeEach(() => go(visit, "Pictures")); // without a filter
afterAll(() => visit.leave());

const chip = (words: string) =>
  visit.page.getByRole("button", { name: new RegExp(`^${words} ?\\d+$`) });
const severityChips = () => SEVERITIES.map((level) => chip(visit.say(`severity.${level}.name`)));
const failedChip = () => chip(visit.say("album.statusFailed"));

it("counts every photo under exactly one severity, or as not readable", async () => {
  let sum = 0;
  for (const each of [...severityChips(), failedChip()]) {
    if ((await each.count()) > 0) sum += await countOn(each);
  }
  expect(sum).toBe(album.photos.length);
  expect(await countOn(failedChip())).toBe(failing.length);
});

it("shows as many photos under each filter as the filter said", async () => {
  const all = [...severityChips(), failedChip()].concat(
    FINDING_KINDS.map((kind) => kindChip(visit, kind)),
  );
  for (const each of all) {
    if ((await each.count()) === 0) continue;
    const count = await countOn(each);
    await each.click();
    await expect.poll(() => shownCount(visit)).toBe(count);
    await each.click();
    await expect.poll(() => shownCount(visit)).toBe(album.photos.length);
  }
});

it("shows the photos that have one kind or the other, and all again on asking", async () => {
  const [location, identity] = [kindChip(visit, "location"), kindChip(visit, "identity")];
  const least = Math.max(await countOn(location), await countOn(identity));
  await location.click();
  await identity.click();
  await expect.poll(() => shownCount(visit)).toBeGreaterThanOrEqual(least);
  expect(await shownCount(visit)).toBeLessThan(album.photos.length);
  await visit.button("album.clearFilters").click();
  await expect.poll(() => shownCount(visit)).toBe(album.photos.length);
});

it("says of each photo that could not be read why", async () => {
  const { page, say } = visit;
  await failedChip().click();
  await expect.poll(() => shownCount(visit)).toBe(failing.length);
  for (const { path, fails } of failing) {
    const tile = await scrollTo(visit, nameOf(path));
    expect(await tile.textContent()).toContain(say(`errorShort.${fails ?? "unexpected"}`));
    await tile.click();
    await page.getByText(say(`error.${fails ?? "unexpected"}`)).waitFor();
    await page.getByRole("link", { name: say("photo.back") }).click();
  }
});

it("draws every photo that can be read", async () => {
  const drawn = new Set<string>();
  for await (const _ of windows(visit)) {
    const tiles = grid(visit).getByRole("option");
    await expect.poll(() => tiles.locator("img").evaluateAll(areLoaded)).toBe(true);
    for (const name of await tiles.filter({ has: visit.page.locator("img") }).all())
      drawn.add((await name.locator(".tile-name").textContent()) ?? "");
  }
  const readable = album.photos.filter(
    ({ fails, format }) => fails === null && format !== NOT_DRAWN,
  );
  const missing = readable
    .map(({ path }) => nameOf(path))
    .filter((name) => !drawn.has(shown(name)));
  expect(missing).toEqual([]);
});

it("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});

/** Control characters in a name are shown as a sign. */
const shown = (name: string): string => name.replace("\n", "\ufffd");

/** True once each picture is there; those given up have no `img` any more. Runs in the page. */
const areLoaded = (pictures: Element[]): boolean =>
  pictures.every((one) => one instanceof HTMLImageElement && one.complete && one.naturalWidth > 0);
