import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { FINDING_KINDS } from "../../shared/model/finding.ts";
import { countOn, kindChip, shownCount } from "./album-page.ts";
import { go, type Visit, visitSafelight, visitScanned } from "./visit.ts";

/* The home page: before anything was checked, and after. */

const album = inject("album");
const failing = album.photos.filter(({ fails }) => fails !== null).length;
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
});
afterAll(() => visit.leave());

const home = () => go(visit, visit.say("nav.home"));
const headline = () => visit.page.getByRole("heading", { level: 1 });

it("welcomes whoever has checked nothing yet, and says how to begin", async () => {
  const empty = await visitSafelight({ language: "zh-CN" });
  try {
    await empty.page.getByRole("heading", { name: empty.say("home.title") }).waitFor();
    await empty.button("home.choose").waitFor();
    expect(await empty.page.locator(".headline").count()).toBe(0);
  } finally {
    await empty.leave();
  }
});

it("says in one sentence how many photos would hurt, and leads to exactly those", async () => {
  await home();
  const read = album.photos.length - failing;
  const said = new RegExp(`^\\d+ ${visit.say("overview.hurt", { count: read })}$`);
  await expect.poll(() => headline().textContent()).toMatch(said);
  const words = (await headline().textContent()) ?? "";
  const dangerous = Number.parseInt(words, 10);
  await visit.page
    .getByRole("link", { name: visit.say("overview.look", { count: dangerous }) })
    .click();
  await expect.poll(() => shownCount(visit)).toBe(dangerous);
});

it("shows for each kind how many photos give it away, the same as the album says", async () => {
  await go(visit, "Pictures");
  await kindChip(visit, "location").waitFor();
  const counted = new Map<string, number>();
  for (const kind of FINDING_KINDS) {
    const chip = kindChip(visit, kind);
    if ((await chip.count()) > 0) counted.set(kind, await countOn(chip));
  }
  await home();
  for (const [kind, count] of counted) {
    const name = visit.say("overview.givesKind", {
      kind: visit.say(`kind.${kind as "location"}.name`),
      count,
    });
    await visit.page.getByRole("link", { name, exact: true }).waitFor();
  }
});

it("opens one of the worst photos, and comes back to the dangerous ones", async () => {
  await home();
  await visit.page.locator(".worst a").first().click();
  await visit.page.getByRole("tab", { name: visit.say("photo.findings") }).waitFor();
  await visit.page.getByRole("link", { name: visit.say("photo.back") }).click();
  await expect.poll(() => shownCount(visit)).toBeLessThan(album.photos.length);
});

it("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
