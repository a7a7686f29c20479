import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { grid, scrollTo, shownCount } from "./album-page.ts";
import { go, type Visit, visitScanned } from "./visit.ts";

/* What narrows and sorts the album besides its chips: words, folders, orders. */

const album = inject("album");
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
});
beforeEach(() => go(visit, "Pictures"));
afterAll(() => visit.leave());

const inFolder = (name: string) =>
  album.photos.filter(({ path }) => path.startsWith(`${name}/`)).length;
const sort = () => visit.page.getByRole("combobox", { name: visit.say("desk.sort") });
/** Names of the first photos, as the grid shows them. */
const names = () => grid(visit).locator(".tile-name").allTextContents();

it("finds photos by words of their names, and shows all again", async () => {
  const { page, say } = visit;
  await page.getByRole("searchbox", { name: say("desk.search") }).fill("eiffel portrait");
  await expect.poll(names).toEqual(["Eiffel tower, portrait.jpg"]);
  await page.getByText(say("desk.shown", { count: 1 }), { exact: true }).waitFor();
  await visit.button("album.clearFilters").click();
  await expect.poll(() => shownCount(visit)).toBe(album.photos.length);
});

it("shows one folder of the tree, and keeps it while the page is loaded anew", async () => {
  const { page, button, say } = visit;
  const wanted = inFolder("Sydney");
  await button("desk.allFolders").click();
  await page
    .getByRole("dialog", { name: say("desk.folders") })
    .getByRole("button", { name: "Sydney" })
    .click();
  await expect.poll(() => shownCount(visit)).toBe(wanted);
  await page.reload();
  await expect.poll(() => shownCount(visit)).toBe(wanted);
  await button("desk.oneFolder").waitFor();
});

it("sorts by name, and tells the day where photos of a day begin", async () => {
  await sort().selectOption("name");
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  const areSorted = async () => {
    const shown = await names();
    return shown.length > 0 && shown.join() === shown.toSorted(compare).join();
  };
  await expect.poll(areSorted).toBe(true);
  expect(await grid(visit).locator(".tile-day").count()).toBe(0);
  await sort().selectOption("newest");
  await expect.poll(() => grid(visit).locator(".tile-day").count()).toBeGreaterThan(0);
  await scrollTo(visit, "Giza.jpg");
});

it("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
