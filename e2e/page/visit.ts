import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright";
import { openCatalogue } from "../../electron/engine/catalogue/catalogue.ts";
import type { Language } from "../../shared/model/settings.ts";
import { type Facts, sentence, type TextKey } from "../../shared/text/index.ts";
import { type OpenOptions, openSafelight } from "../run/open-safelight.ts";

/** Milliseconds after which something that should have come will not come any more; for slow machines. */
const PATIENCE_MS = 20_000;

/**
 * What the browser notes when a photo cannot be drawn. The page then shows a sign, so this breaks
 * no rule; which photos are drawn is a spec of its own.
 */
const NO_PICTURE = /status of 422 .*\/photo\/\d+\?/;

export interface VisitOptions extends Pick<OpenOptions, "viewport" | "colorScheme"> {
  readonly language: Language;
  /** Copied to the home folder as `Pictures`; without one, that folder is empty. */
  readonly album?: string;
  /** Made for the visit and gone after it; a new temporary folder unless somebody will look at its name. */
  readonly home?: string;
  /** Begins to check `Pictures` at the start, as `npm start -- ~/Pictures` does. */
  readonly isScanned?: boolean;
  /** Pictures are looked at too, as for everybody; without it he has told it to read files alone, which is quick. */
  readonly looks?: boolean;
}

/** One person at Safelight: a home folder with pictures, the page, and its words in his language. */
export interface Visit {
  readonly page: Page;
  readonly home: string;
  readonly pictures: string;
  /** Where this Safelight keeps its records and its vault. */
  readonly dataDir: string;
  /** A sentence as the page writes it. */
  say(key: TextKey, facts?: Facts): string;
  button(key: TextKey, facts?: Facts): Locator;
  /** Whatever the page did that it must not: errors, refused policies, questions to others. */
  complaints(): readonly string[];
  leave(): Promise<void>;
}

export async function visitSafelight(options: VisitOptions): Promise<Visit> {
  const { language, album, isScanned = false, viewport, colorScheme } = options;
  const home = options.home ?? (await mkdtemp(join(tmpdir(), "safelight-home-")));
  const pictures = join(home, "Pictures");
  const dataDir = join(home, ".safelight");
  const tidy = () => rm(home, { recursive: true, force: true });
  if (!options.looks) readFilesAlone(dataDir);
  await mkdir(pictures, { recursive: true });
  if (album !== undefined) await cp(album, pictures, { recursive: true, preserveTimestamps: true });
  const opening = openSafelight({
    locale: language === "en" ? "en-GB" : language,
    home,
    dataDir,
    ...(isScanned && { folder: pictures }),
    ...(viewport && { viewport }),
    ...(colorScheme && { colorScheme }),
  });
  const safelight = await opening.catch(async (error: unknown) => {
    await tidy();
    throw error;
  });
  const { page, problems, strangers } = safelight;
  page.setDefaultTimeout(PATIENCE_MS);
  const say = (key: TextKey, facts: Facts = {}) => sentence(language, key, facts);
  return {
    page,
    home,
    pictures,
    dataDir,
    say,
    button: (key, facts) => page.getByRole("button", { name: say(key, facts), exact: true }),
    complaints: () => [...problems.filter((problem) => !NO_PICTURE.test(problem)), ...strangers],
    leave: () => safelight.close().finally(tidy),
  };
}

/** As somebody leaves it who unticks all that is looked for in pictures. */
function readFilesAlone(dataDir: string): void {
  const opened = openCatalogue(dataDir);
  if (!opened.ok) throw new Error(opened.error.code);
  opened.value.settings.save({ detectors: ["location"] });
  opened.value.close();
}

/** Chooses `Pictures` in the page's own folder picker. */
export async function choosePictures({ page, button, say }: Visit): Promise<void> {
  await button("home.choose").click();
  const picker = page.getByRole("dialog", { name: say("picker.title") });
  await picker.getByRole("listitem").getByRole("button", { name: "Pictures" }).click();
  await button("picker.choose", { name: "Pictures" }).click();
}

/** A person who has Safelight open and whose pictures have been checked. */
export async function visitScanned(options: VisitOptions): Promise<Visit> {
  const visit = await visitSafelight({ ...options, isScanned: true });
  await whenScanned(visit);
  return visit;
}

/** Looking at the sample album's pictures takes a busy machine half a minute. */
export const whenScanned = (visit: Visit): Promise<void> =>
  visit.page.getByRole("heading", { name: scanDone(visit) }).waitFor({ timeout: 120_000 });

/** Follows a link of the navigation at the side. */
export const go = ({ page, say }: Visit, name: string): Promise<void> =>
  page
    .getByRole("navigation", { name: say("nav.main") })
    .getByRole("link", { name })
    .click();

const scanDone = (visit: Visit): string => visit.say("scan.done", { name: "Pictures" });
