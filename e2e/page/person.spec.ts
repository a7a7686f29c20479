import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Locator } from "playwright";
import { afterAll, beforeAll, expect, it } from "vitest";
import { grid, openPhoto, shownCount, tile } from "./album-page.ts";
import { type Visit, visitScanned } from "./visit.ts";

/* Photos of one person: asked first, shown as an album, forgotten on the page's word and with the page. */

const DEMO = join(
  dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")),
  "demo",
);
/** The woman on the right of the first is in the middle of the second. */
const [CHOSEN, OTHER] = ["sample1.jpg", "sample3.jpg"];
const album = mkdtempSync(join(tmpdir(), "safelight-people-"));
let visit: Visit;
beforeAll(async () => {
  for (const name of [CHOSEN, "sample2.jpg", OTHER])
    copyFileSync(join(DEMO, name), join(album, name));
  visit = await visitScanned({ language: "en", album, looks: true });
}, 120_000);
afterAll(async () => {
  await visit.leave();
  rmSync(album, { recursive: true });
});

/** The button of the face farthest to the right in the photo: pointing at it marks the face. */
async function rightmostFace(): Promise<Locator> {
  const { page, say } = visit;
  const marked = page.locator(".mark-pointed");
  const buttons = page.getByRole("button", { name: say("person.find") });
  await buttons.first().waitFor();
  let [best, farthest] = [buttons.first(), 0];
  for (const button of await buttons.all()) {
    await button.hover();
    await expect.poll(() => marked.count()).toBe(1);
    const { x } = (await marked.boundingBox()) ?? { x: 0 };
    if (x > farthest) [best, farthest] = [button, x];
  }
  return best;
}

async function findPerson() {
  const { page, button, say } = visit;
  await openPhoto(visit, CHOSEN);
  await (await rightmostFace()).click();
  await page.getByRole("dialog", { name: say("person.title") }).waitFor();
  await page.getByText(say("person.memory")).waitFor();
  await button("person.start").click();
  await page.getByRole("heading", { name: say("person.done", { count: 2 }) }).waitFor();
}

it("says what is measured before it is, and shows the person's photos as an album", async () => {
  const { page, button, say } = visit;
  await findPerson();
  await page.getByRole("heading", { name: say("person.album"), exact: true }).waitFor();
  await expect.poll(() => shownCount(visit)).toBe(2);
  for (const name of [CHOSEN, OTHER]) await tile(visit, name).waitFor();
  await grid(visit).focus();
  await page.keyboard.press("Control+a");
  await button("album.clean").click();
  await page.getByRole("dialog").getByText(say("action.goes")).waitFor();
  await page.keyboard.press("Escape");
});

it("forgets the person at a word: the album's address then leads to nobody", async () => {
  const { page, button, say } = visit;
  const address = page.url();
  await button("person.forget").click();
  await page.getByRole("heading", { name: say("album.all"), exact: true }).waitFor();
  await expect.poll(() => shownCount(visit)).toBe(3);
  await page.goto(address);
  await page.getByText(say("person.goneTitle")).waitFor();
});

it("forgets the person with the page", async () => {
  const { page, say } = visit;
  await findPerson();
  await page.reload();
  await page.getByText(say("person.goneTitle")).waitFor();
  expect(await page.getByRole("region", { name: say("person.album") }).count()).toBe(0);
  expect(visit.complaints()).toEqual([]);
});
