import { link, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { grid } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { choosePictures, type Visit, visitSafelight, whenScanned } from "./visit.ts";

/* A check that takes a while is stopped half way and taken up again. */

/** So many that a person can press "stop" in time, on a fast machine too. */
const PHOTOS = 12_000;
const chapter = chapters();
let visit: Visit;

beforeAll(async () => {
  visit = await visitSafelight({ language: "en" });
  // One photo under many names: links take no room and next to no time.
  const first = join(visit.pictures, "IMG_0.jpg");
  await writeFile(first, await drawnJpeg({ gps: [48.8584, 2.2945] }));
  const others = Array.from({ length: PHOTOS - 1 }, (_, i) => `IMG_${i + 1}.jpg`);
  for (const name of others) await link(first, join(visit.pictures, name));
});
afterAll(() => visit.leave());

const bar = () => visit.page.locator(".scan");

/** How many photos the bar says have been checked so far; 0 while it does not say. */
async function checked(): Promise<number> {
  const words = await bar().first().textContent({ timeout: 1_000 });
  return Number(/([\d,]+) of [\d,]+ photos/.exec(words ?? "")?.[1]?.replaceAll(",", "") ?? 0);
}

chapter("stops when asked to, with photos left", async () => {
  await choosePictures(visit);
  await expect.poll(checked, { interval: 20 }).toBeGreaterThan(0);
  await visit.button("scan.stop").click();
  await bar().getByRole("heading", { name: stopped() }).waitFor();
  expect(await checked()).toBeLessThan(PHOTOS);
});

chapter("keeps and shows what was found until then", async () => {
  const done = await checked();
  await grid(visit).getByRole("option").first().waitFor();
  const { page, say } = visit;
  const summary = say("album.summary", { count: done, dangerous: done });
  await page.getByText(summary, { exact: true }).waitFor();
});

chapter("goes on from there, and does nothing twice", async () => {
  const before = await checked();
  await visit.button("scan.resume").click();
  await whenScanned(visit);
  await bar()
    .getByText(visit.say("scan.unchanged", { count: before }), { exact: true })
    .waitFor();
  await bar()
    .getByText(visit.say("home.photos", { count: PHOTOS }), { exact: true })
    .waitFor();
});

chapter("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});

const stopped = () => visit.say("scan.stopped", { name: "Pictures" });
