import type { Locator } from "playwright";
import type { FindingKind } from "../../shared/model/finding.ts";
import { go, type Visit } from "./visit.ts";

/* Where things are on the album's page, and how one gets to them. */

export const grid = ({ page, say }: Visit): Locator =>
  page.getByRole("listbox", { name: say("album.grid"), exact: true });

/** The tile of a file; there only while it is drawn, since the grid draws what is in sight. */
export const tile = (visit: Visit, name: string): Locator =>
  grid(visit).getByRole("option", {
    name: visit.say("album.tile", { name, severity: "" }).trim(),
  });

/** How many photos the album shows, drawn or not. */
export async function shownCount(visit: Visit): Promise<number> {
  const first = grid(visit).getByRole("option").first();
  return Number(await first.getAttribute("aria-setsize"));
}

/** A chip of the filter bar. Its text ends with its count. */
export const kindChip = ({ page, say }: Visit, kind: FindingKind): Locator =>
  page.getByRole("button", { name: new RegExp(`^${say(`kind.${kind}.name`)} ?[\\d,]+$`) });

export const countOn = async (chip: Locator): Promise<number> =>
  Number((await chip.textContent())?.replace(/\D/g, ""));

/** Scrolls through the album, from its top, until the file's tile is drawn. */
export async function scrollTo(visit: Visit, name: string): Promise<Locator> {
  const wanted = tile(visit, name);
  for await (const _ of windows(visit)) if ((await wanted.count()) > 0) return wanted;
  throw new Error(`no tile of ${name}`);
}

/** Clicks a file's tile. After a strip the album is sorted anew, which may move the tile away just then. */
export async function clickTile(visit: Visit, name: string): Promise<void> {
  for (let tries = 3; tries > 0; tries--) {
    const wanted = await scrollTo(visit, name);
    const isClicked = await wanted.click({ timeout: 3_000 }).then(
      () => true,
      () => false,
    );
    if (isClicked) return;
  }
  throw new Error(`the tile of ${name} does not stay`);
}

/** The album from top to bottom, one window after the other. */
export async function* windows(visit: Visit): AsyncGenerator<void> {
  const scroller = visit.page.locator(".grid-scroller");
  await grid(visit).getByRole("option").first().waitFor();
  await scroller.evaluate((element) => element.scrollTo(0, 0));
  for (let isMore = true; isMore; ) {
    yield;
    isMore = await scroller.evaluate(async (element) => {
      const before = element.scrollTop;
      element.scrollBy(0, element.clientHeight);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return element.scrollTop > before;
    });
  }
}

/** Opens a file's photo from the album, which is gone to first. */
export async function openPhoto(visit: Visit, name: string): Promise<void> {
  await go(visit, "Pictures");
  await clickTile(visit, name);
  await visit.page.getByRole("heading", { name, exact: true }).waitFor();
}
