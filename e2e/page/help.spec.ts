import { afterAll, beforeAll, expect, inject } from "vitest";
import { HELP_TOPICS } from "../../shared/policy/help-topics.ts";
import { grid, openPhoto } from "./album-page.ts";
import { faultsOf } from "./axe.ts";
import { chapters } from "./chapters.ts";
import { hasFocus } from "./keyboard.ts";
import { go, type Visit, visitSafelight } from "./visit.ts";

/* The introduction of the first start, and the pages that say why something is dangerous. */

const chapter = chapters();
let visit: Visit;
beforeAll(async () => {
  visit = await visitSafelight({ language: "zh-CN", album: inject("album").dir, isScanned: true });
});
afterAll(() => visit.leave());

const cards = () => visit.page.getByRole("region", { name: visit.say("tour.label") });
const heading = (name: string) => visit.page.getByRole("heading", { name, exact: true });

chapter("leads through four cards at the first start, on the first page only", async () => {
  const { page, say, button } = visit;
  await grid(visit).waitFor();
  expect(await cards().count()).toBe(0);
  await go(visit, say("nav.home"));
  for (const title of ["tour.title1", "tour.title2", "tour.title3"] as const) {
    await heading(say(title)).waitFor();
    await button("tour.next").click();
  }
  await heading(say("tour.title4")).waitFor();
  await button("tour.done").click();
  await cards().waitFor({ state: "hidden" });
  await page.reload();
  await heading(say("home.recent")).waitFor();
  expect(await cards().count()).toBe(0);
});

chapter("shows the cards again when the help is asked for them", async () => {
  const { say, button } = visit;
  await go(visit, say("nav.help"));
  await button("help.tour").click();
  await expect.poll(() => hasFocus(heading(say("tour.title1")))).toBe(true);
  await button("tour.close").click();
  await cards().waitFor({ state: "hidden" });
});

chapter("explains every topic, and a screen reader begins at its name", async () => {
  const { page, say } = visit;
  for (const topic of HELP_TOPICS) {
    const title = say(`helpTopic.${topic}.title`);
    await page.getByRole("main").getByRole("link", { name: title, exact: true }).click();
    await expect.poll(() => hasFocus(heading(title))).toBe(true);
    await page.getByText(say(`helpTopic.${topic}.cure3`)).waitFor();
    if (topic === "location") expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("link", { name: say("help.back") }).click();
  }
  await page.getByRole("link", { name: say("helpApps.title") }).click();
  await page.getByText(say("helpApps.cure1")).waitFor();
  expect(await faultsOf(page)).toEqual([]);
});

chapter("answers “why?” where something was found", async () => {
  const { page, say } = visit;
  await openPhoto(visit, "Eiffel tower at dusk.jpg");
  const topic = say("helpTopic.location.title");
  await page.getByRole("link", { name: say("help.linkOf", { topic }), exact: true }).click();
  await heading(topic).waitFor();
  await page.goBack();
  await heading("Eiffel tower at dusk.jpg").waitFor();
});

chapter("broke no rule of its own and asked nobody else", () => {
  expect(visit.complaints()).toEqual([]);
});
