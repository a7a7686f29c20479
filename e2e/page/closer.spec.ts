import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { documents } from "../fixtures/documents/catalogue.ts";
import { grid, openPhoto, scrollTo } from "./album-page.ts";
import { go, type Visit, visitSafelight } from "./visit.ts";

/* Papers are shown to nobody unasked; and a picture can be looked at closely. */

const PAPER = "residentFront.scan";
const FILE = `${PAPER}.png`;
let visit: Visit;
beforeAll(async () => {
  visit = await visitSafelight({ language: "en", looks: true });
  const paper = documents(1).find(({ name }) => name === PAPER);
  if (paper === undefined) throw new Error(`no document is named ${PAPER}`);
  await writeFile(join(visit.pictures, FILE), (await paper.make()).png);
});
afterAll(() => visit.leave());

/** The longer sides in which the page has asked for the picture so far, in pixels. */
const askedFor = () =>
  visit.page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .flatMap(({ name }) => new URL(name).searchParams.get("px") ?? []),
  );
const frame = () => visit.page.locator(".stage-frame");
const press = (key: string) => visit.page.keyboard.press(key);

it("asks for no more than sixteen pixels of a paper, in the album, at home and on its own page", async () => {
  const { page, button, say } = visit;
  await button("home.choose").click();
  const picker = page.getByRole("dialog", { name: say("picker.title") });
  await picker.getByRole("listitem").getByRole("button", { name: "Pictures" }).click();
  await button("picker.choose", { name: "Pictures" }).click();
  await page.getByRole("heading", { name: say("scan.done", { name: "Pictures" }) }).waitFor();
  await page.evaluate(() => performance.clearResourceTimings());
  await page.reload();
  await (await scrollTo(visit, FILE)).locator("img.veiled").waitFor();
  await go(visit, say("nav.home"));
  await page.locator(".worst img.veiled").waitFor();
  await openPhoto(visit, FILE);
  await page.getByRole("img", { name: say("veil.picture", { name: FILE }) }).waitFor();
  expect(new Set(await askedFor())).toEqual(new Set(["16"]));
});

it("shows it when asked, blurs it again when asked, and forgets that it was asked", async () => {
  const { page, button, say } = visit;
  await button("veil.show").click();
  await page
    .getByRole("img", { name: say("photo.picture", { name: FILE }), exact: true })
    .waitFor();
  await button("veil.hide").click();
  await frame().locator("img.veiled").waitFor();
  await press("p");
  await expect.poll(() => frame().locator("img.veiled").count()).toBe(0);
  await page.getByRole("link", { name: say("photo.back") }).click();
  await grid(visit).waitFor();
  await openPhoto(visit, FILE);
  await frame().locator("img.veiled").waitFor();
});

it("says at a mark what is there and why it matters, and points at it in the list", async () => {
  const { page, say } = visit;
  const name = say("finding.cn-resident-id-front.name");
  await page.getByRole("button", { name, exact: true }).first().focus();
  await page.getByRole("tooltip").getByText(say("finding.cn-resident-id-front.why")).waitFor();
  expect(await page.locator(".finding-pointed h2").allTextContents()).toEqual([name]);
});

it("counts what a person calls wrong no more, and counts it again when he takes it back", async () => {
  const { page, button, say } = visit;
  const name = say("finding.cn-resident-id-front.name");
  const marks = () => page.getByRole("button", { name, exact: true }).count();
  await button("judge.wrongOf", { name }).click();
  await page.getByText(say("judge.aside", { count: 1 })).click();
  await expect.poll(marks).toBe(0);
  await button("judge.backOf", { name }).click();
  await expect.poll(marks).toBe(1);
  await expect.poll(() => page.locator(".set-aside").count()).toBe(0);
});

it("comes closer by key, wheel and double click, and 0 shows the whole again", async () => {
  const scale = async () => Number(await frame().evaluate((one) => getComputedStyle(one).scale));
  await press("+");
  await expect.poll(scale).toBe(1.5);
  await press("-");
  await frame().hover({ position: { x: 60, y: 60 } });
  await visit.page.mouse.wheel(0, -200);
  await expect.poll(scale).toBeCloseTo(Math.exp(0.5), 5);
  await press("0");
  await expect.poll(async () => String(await scale())).toMatch(/^(1|NaN)$/);
  await frame().dblclick({ position: { x: 5, y: 5 } });
  await expect.poll(scale).toBe(3);
});

it("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
