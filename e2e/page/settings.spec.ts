import { afterAll, beforeAll, expect, it } from "vitest";
import { sentence } from "../../shared/text/index.ts";
import { go, type Visit, visitSafelight } from "./visit.ts";

/* Language and appearance: at once, and for good. */

let visit: Visit;
beforeAll(async () => {
  visit = await visitSafelight({ language: "en", colorScheme: "light" });
  await go(visit, visit.say("nav.settings"));
});
afterAll(() => visit.leave());

const heading = (words: string) =>
  visit.page.getByRole("heading", { name: words, exact: true }).waitFor();
const choose = (words: string) => visit.page.getByText(words, { exact: true }).first().click();

/** Red, green and blue of the page's background, summed: 0 is black, 765 white. */
const brightness = () =>
  visit.page.evaluate(() => {
    const { backgroundColor } = getComputedStyle(document.documentElement);
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    if (context === null) throw new Error("nothing to draw on");
    context.fillStyle = backgroundColor;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return red + green + blue;
  });

it("speaks another language at once, and still does after a reload", async () => {
  await heading("Settings");
  await choose("简体中文");
  await heading("设置");
  expect(await visit.page.getAttribute("html", "lang")).toBe("zh-CN");
  await visit.page.reload();
  await heading("设置");
  await choose("English");
  await heading("Settings");
  await choose(sentence("en", "settings.languageSystem"));
  await heading("Settings");
});

it("turns dark at once, and still is after a reload", async () => {
  await expect.poll(brightness).toBeGreaterThan(600);
  await choose(visit.say("settings.themeDark"));
  await expect.poll(brightness).toBeLessThan(200);
  await visit.page.reload();
  await heading("Settings");
  await expect.poll(brightness).toBeLessThan(200);
});

it("follows the system when told to, and the system's change too", async () => {
  await visit.page.emulateMedia({ colorScheme: "dark" });
  await choose(visit.say("settings.themeLight"));
  await expect.poll(brightness).toBeGreaterThan(600);
  const appearance = visit.page.getByRole("radiogroup", { name: visit.say("settings.theme") });
  await appearance.getByText(visit.say("settings.themeSystem"), { exact: true }).click();
  await expect.poll(brightness).toBeLessThan(200);
  await visit.page.emulateMedia({ colorScheme: "light" });
  await expect.poll(brightness).toBeGreaterThan(600);
});

it("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
