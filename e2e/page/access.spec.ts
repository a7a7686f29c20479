import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { TEXT_SIZES } from "../../shared/model/settings.ts";
import { openPhoto } from "./album-page.ts";
import { faultsOf } from "./axe.ts";
import { type Visit, visitScanned } from "./visit.ts";

/* Pages for everybody: no fault that axe-core knows, in both lights, and with letters twice as large. */

const LARGEST = Math.max(...TEXT_SIZES);
const PAGES = [
  "#/",
  "#/album",
  "#/vault",
  "#/history",
  "#/help",
  "#/settings",
  "#/insights",
  "#/report",
];
const album = inject("album");
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({
    language: "en",
    album: album.dir,
    viewport: { width: 1024, height: 700 },
  });
});
afterAll(() => visit.leave());

const enlarge = (percent: number) =>
  visit.page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}%`;
  }, percent);

async function open(hash: string): Promise<void> {
  await visit.page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await visit.page.locator("main h1").first().waitFor();
  await expect.poll(() => visit.page.locator(".loading").count()).toBe(0);
}

describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
  it.each([100, LARGEST])(
    "has no fault on any page with letters of %i per cent",
    async (percent) => {
      await visit.page.emulateMedia({ colorScheme });
      const faults: string[] = [];
      for (const hash of PAGES) {
        await open(hash);
        await enlarge(percent);
        for (const fault of await faultsOf(visit.page)) faults.push(`${hash} ${fault}`);
      }
      await enlarge(100);
      await openPhoto(visit, "Eiffel tower at dusk.jpg");
      await enlarge(percent);
      for (const fault of await faultsOf(visit.page)) faults.push(`photo ${fault}`);
      await enlarge(100);
      expect(faults).toEqual([]);
    },
  );
});

it("keeps every word inside the window when letters are twice as large", async () => {
  const wide: string[] = [];
  for (const hash of PAGES) {
    await open(hash);
    await enlarge(LARGEST);
    wide.push(...(await overflowing()).map((where) => `${hash} ${where}`));
  }
  await enlarge(100);
  expect(wide).toEqual([]);
});

/** Elements of the page that stick out of the window sideways, where nothing scrolls them into sight. */
const overflowing = () =>
  visit.page.evaluate(() =>
    [...document.querySelectorAll("main *, nav *")]
      .filter((element) => {
        const { right, left, width } = element.getBoundingClientRect();
        const isSeen = width > 1 && element.closest(".unseen, [aria-hidden]") === null;
        const isScrolled = element.parentElement?.closest(
          ".filter-group, .worst ul, .grid, .table, .stage-fit",
        );
        return isSeen && !isScrolled && (right > innerWidth + 1 || left < -1);
      })
      .map((element) => `${element.tagName}.${element.className}`),
  );
