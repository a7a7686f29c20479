import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { writeDailyLife } from "../fixtures/album-daily.ts";
import { grid, shownCount } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { go, type Visit, visitScanned } from "./visit.ts";
import { exifTool, placeTags } from "./witness.ts";

/* What all photos together give away: six evenings at one place, five working days at another. */

const chapter = chapters();
let album = "";
let visit: Visit;
beforeAll(async () => {
  album = await mkdtemp(join(tmpdir(), "safelight-daily-"));
  await writeDailyLife(album);
  visit = await visitScanned({ language: "en", album });
});
afterAll(async () => {
  await visit.leave();
  await rm(album, { recursive: true, force: true });
});

const answer = (words: string) => visit.page.getByRole("listitem").filter({ hasText: words });
const SLEEP = "6 photos reveal a place where you sleep";
const WORK = "5 photos reveal where you spend your working hours";

chapter("tells where somebody sleeps and works, near which town, and when", async () => {
  const { page, say } = visit;
  await go(visit, say("nav.insights"));
  await answer(SLEEP).getByText("Hangzhou").waitFor();
  await answer(SLEEP)
    .getByText("6 at night · in 5 different months · Mar 2024 – Oct 2024")
    .waitFor();
  await answer(WORK).getByText("Shanghai").waitFor();
  await expect.poll(() => page.locator(".map circle").count()).toBe(2);
  await answer("11 photos name this device").getByText("Example Phone 12").waitFor();
});

chapter("shows the photos that an answer is about", async () => {
  const { page, say } = visit;
  await answer(WORK)
    .getByRole("link", { name: say("insights.see") })
    .click();
  await grid(visit).waitFor();
  expect(await shownCount(visit)).toBe(5);
  await page.getByText(say("insights.focus", { what: say("insights.focusPlace") })).waitFor();
  await page.goBack();
});

chapter("has the place removed, nothing else, and no longer knows it", async () => {
  const { page, say, button } = visit;
  await answer(SLEEP)
    .getByRole("button", { name: say("insights.removePlace") })
    .click();
  await button("strip.apply", { count: 6 }).click();
  await button("action.finish").click();
  await answer(SLEEP).waitFor({ state: "hidden" });
  await answer(WORK).waitFor();
  await page.getByText(say("insights.whereTold", { count: 5 })).waitFor();
  const tags = await exifTool(join(visit.pictures, "day 1.jpg"));
  expect(placeTags(tags)).toEqual([]);
  expect(tags["IFD0:Model"]).toBe("Phone 12"); // only the place was asked for
});

chapter("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
