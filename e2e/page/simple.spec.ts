import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Language } from "../../shared/model/settings.ts";
import { writeDailyLife } from "../fixtures/album-daily.ts";
import { faultsOf } from "./axe.ts";
import { chapters } from "./chapters.ts";
import { hasFocus, tabTo } from "./keyboard.ts";
import { go, type Visit, visitSafelight } from "./visit.ts";
import { exifTool, placeTags, sha256 } from "./witness.ts";

/* Simple mode, without a mouse, in both languages: choose, look, clean, print, take back. */

const isWindow = process.env.SAFELIGHT_E2E_SHELL === "window";
const PHOTOS = 11;

describe.skipIf(isWindow).each<Language>(["en", "zh-CN"])("in %s", (language) => {
  const chapter = chapters();
  let album = "";
  let visit: Visit;
  let photo = "";
  let original = "";
  beforeAll(async () => {
    album = await mkdtemp(join(tmpdir(), "safelight-simple-"));
    await writeDailyLife(album);
    visit = await visitSafelight({ language, album, viewport: { width: 1024, height: 700 } });
    photo = join(visit.pictures, "day 1.jpg");
    original = await sha256(photo);
  });
  afterAll(async () => {
    await visit.leave();
    await rm(album, { recursive: true, force: true });
  });

  const press = (key: string) => visit.page.keyboard.press(key);
  const heading = (name: string) => visit.page.getByRole("heading", { name, exact: true });
  const startsAt = async (name: string) => {
    await heading(name).waitFor();
    await expect.poll(() => hasFocus(heading(name))).toBe(true);
    expect(await faultsOf(visit.page)).toEqual([]);
  };
  const answer = async (button: ReturnType<Visit["button"]>) => {
    await tabTo(visit.page, button);
    await press("Enter");
  };

  chapter("is switched on in the navigation, and still on after a reload", async () => {
    const { page, say } = visit;
    await go(visit, say("simple.enter"));
    await startsAt(say("simple.chooseTitle"));
    expect(await page.getByRole("navigation").count()).toBe(0);
    await page.goto(page.url().replace(/#.*/, "#/"));
    await page.reload();
    await startsAt(say("simple.chooseTitle"));
  });

  chapter("takes a folder and looks at it", async () => {
    const { page, button, say } = visit;
    await answer(button("simple.choose"));
    const picker = page.getByRole("dialog", { name: say("picker.title") });
    await answer(picker.getByRole("listitem").getByRole("button", { name: "Pictures" }));
    await answer(button("picker.choose", { name: "Pictures" }));
    const found = { count: PHOTOS, dangerous: PHOTOS };
    await startsAt(say("simple.foundTitle", found));
    await page.getByText(say("simple.tells.location", { count: PHOTOS })).waitFor();
  });

  chapter("asks before it cleans, and tells what became of the photos", async () => {
    const { page, button, say } = visit;
    await answer(button("simple.next"));
    await startsAt(say("simple.cleanTitle"));
    expect(await sha256(photo)).toBe(original);
    await answer(button("simple.cleanYes"));
    await startsAt(say("simple.doneTitle"));
    await page.getByText(say("simple.cleaned", { count: PHOTOS })).waitFor();
    expect(placeTags(await exifTool(photo))).toEqual([]);
  });

  chapter("prints what was found and done, and nothing that can be pressed", async () => {
    const { page, button, say } = visit;
    await page.emulateMedia({ media: "print" });
    await page.getByText(say("simple.cleaned", { count: PHOTOS })).waitFor();
    await page.getByText(say("simple.tells.location", { count: PHOTOS })).waitFor();
    expect(await button("simple.print").isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
  });

  chapter("takes everything back", async () => {
    const { page, button, say } = visit;
    await answer(button("simple.undo"));
    await page.getByText(say("simple.undone")).waitFor();
    expect(await sha256(photo)).toBe(original);
  });

  chapter("is left for all of Safelight, for good", async () => {
    const { page, button, say } = visit;
    await answer(button("simple.leave"));
    await page.getByRole("navigation", { name: say("nav.main") }).waitFor();
    await page.reload();
    await page.getByRole("navigation", { name: say("nav.main") }).waitFor();
  });

  chapter("broke no rule of its own and asked nobody else", () => {
    expect(visit.complaints()).toEqual([]);
  });
});
