import { afterAll, beforeAll, expect, inject } from "vitest";
import { chapters } from "./chapters.ts";
import { go, type Visit, visitScanned } from "./visit.ts";
import { digests } from "./witness.ts";

/* A whole folder is cleaned in one go, and the history takes it all back. */

const chapter = chapters();
const album = inject("album");
const readable = album.photos.filter(({ fails }) => fails === null).length;
let visit: Visit;
let originals: ReadonlyMap<string, string>;
let cleaned = 0;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
  originals = await digests(visit.pictures);
});
afterAll(() => visit.leave());

const batch = () => visit.page.getByRole("main").getByRole("listitem");

chapter("is empty as long as nothing was changed", async () => {
  await go(visit, visit.say("nav.history"));
  await visit.page.getByText(visit.say("history.emptyTitle")).waitFor();
});

chapter("cleans all photos that can be cleaned, and says what became of them", async () => {
  const { page, button, say } = visit;
  await go(visit, "Pictures");
  await button("album.cleanAll").click();
  await button("strip.apply", { count: readable }).click();
  await page.getByRole("heading", { name: say("action.doneTitle") }).waitFor();
  cleaned = Number((await page.locator(".outcome-done strong").textContent())?.match(/\d+/)?.[0]);
  await page.getByText(say("strip.done", { count: cleaned }), { exact: true }).waitFor();
  await page.getByText(say("strip.unchanged", { count: readable - cleaned })).waitFor();
  const now = await digests(visit.pictures);
  const changed = album.photos.filter(({ path }) => now.get(path) !== originals.get(path));
  const telling = album.photos.filter(({ kinds }) => kinds.length > 0);
  expect(changed.map(({ path }) => path)).toEqual(telling.map(({ path }) => path));
  await button("action.finish").click();
});

chapter("tells of the batch in one line", async () => {
  const { say } = visit;
  await go(visit, say("nav.history"));
  await batch().getByText(say("history.preset.identity")).waitFor();
  await batch()
    .getByText(say("history.photos.strip", { count: cleaned }), { exact: true })
    .waitFor();
});

chapter("brings every file back as it was", async () => {
  const { page, say } = visit;
  await batch()
    .getByRole("button", { name: new RegExp(`^${say("history.undo")}`) })
    .click();
  await page.getByText(say("undo.done", { count: cleaned })).waitFor();
  expect(await digests(visit.pictures)).toEqual(originals);
  await batch().getByText(say("history.allUndone")).waitFor();
});

chapter("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
