import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { ensureBuilt, ROOT } from "../../electron/start/build.ts";
import type { Language } from "../../shared/model/settings.ts";
import { writeAlbum } from "../fixtures/album.ts";
import { clickTile, grid, kindChip, openPhoto } from "./album-page.ts";
import { go, type Visit, visitScanned } from "./visit.ts";

/* `npm run screenshots`: draws docs/images anew, each page in two languages and two lights. */

const IMAGES = join(ROOT, "docs", "images");
const PHOTO = "Eiffel tower at dusk.jpg";
const OTHER = "Giza.jpg";
const LANGUAGES: readonly Language[] = ["en", "zh-CN"];
const LIGHTS = ["light", "dark"] as const;

/** Pictures show where folders lie; this one says nothing about whoever drew them. */
const HOME = join(tmpdir(), "alex");

/** Colours of a picture; more would not be seen, and each picture is in the repository for good. */
const COLOURS = 256;

type Light = (typeof LIGHTS)[number];
type Shoot = (name: string) => Promise<void>;

async function shoot({ page }: Visit, name: string, language: Language, light: Light) {
  await page.evaluate(async () => {
    // A picture that cannot be drawn gives way to a sign.
    await Promise.allSettled([...document.images].map((image) => image.decode()));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  const whole = await page.screenshot({ animations: "disabled", caret: "hide" });
  const file = join(IMAGES, `${name}-${language === "en" ? "en" : "zh"}-${light}.png`);
  await sharp(whole).png({ palette: true, colours: COLOURS, effort: 10 }).toFile(file);
  console.log(`${statSync(file).size} bytes  ${file.slice(ROOT.length + 1)}`);
}

/** The way through the program, with a picture of each page. */
async function walk(visit: Visit, shot: Shoot): Promise<void> {
  const { page, button, say } = visit;
  await grid(visit).waitFor();
  await button("common.dismiss").click();
  await shot("album");
  await go(visit, say("nav.home"));
  await page.getByRole("heading", { name: say("home.recent") }).waitFor();
  await shot("home");
  await openPhoto(visit, PHOTO);
  await page.getByRole("heading", { name: say("finding.gps.name") }).waitFor();
  await shot("photo");
  await stripThePlace(visit);
  await go(visit, "Pictures");
  await kindChip(visit, "location").waitFor();
  await button("album.cleanAll").click();
  await page.getByRole("heading", { name: say("strip.goes") }).waitFor();
  await shot("strip");
  await page.getByRole("dialog").locator("footer .button-primary").click();
  await page.getByRole("heading", { name: say("strip.doneTitle") }).waitFor();
  await shot("outcome");
  await button("strip.finish").click();
  await undoOne(visit);
  await go(visit, say("nav.history"));
  await page.getByText(say("history.preset.identity")).waitFor();
  await shot("history");
  await go(visit, say("nav.settings"));
  await page.getByRole("heading", { name: say("settings.title") }).waitFor();
  await shot("settings");
}

/** One photo loses its place before the rest is cleaned; a history of one line has little to show. */
async function stripThePlace({ page, button, say }: Visit): Promise<void> {
  await button("photo.clean").click();
  await page.locator(".preset", { hasText: say("strip.locationText") }).click();
  await button("strip.apply", { count: 1 }).click();
  await button("strip.finish").click();
  await page
    .locator(".toast")
    .getByRole("button", { name: say("common.dismiss") })
    .click();
}

/** One photo of the batch is taken back, so that the history has more to tell. */
async function undoOne(visit: Visit): Promise<void> {
  const { page, button, say } = visit;
  await clickTile(visit, OTHER);
  await button("photo.undo").click();
  const toast = page.locator(".toast", { hasText: say("undo.done", { count: 1 }) });
  await toast.getByRole("button", { name: say("common.dismiss") }).click();
}

/** The sample album without what must not or cannot be shown: real faces, and signs that fonts lack. */
async function writeShownAlbum(dir: string): Promise<void> {
  const { photos } = await writeAlbum(dir);
  for (const { path, faces } of photos)
    if (faces || /\p{Emoji_Presentation}/u.test(path)) rmSync(join(dir, path));
}

async function main(): Promise<void> {
  if (!(await ensureBuilt())) throw new Error("the build failed; its messages stand above");
  mkdirSync(IMAGES, { recursive: true });
  const album = mkdtempSync(join(tmpdir(), "safelight-album-"));
  try {
    await writeShownAlbum(album);
    for (const language of LANGUAGES)
      for (const colorScheme of LIGHTS) {
        const visit = await visitScanned({ language, colorScheme, album, home: HOME });
        try {
          await walk(visit, (name) => shoot(visit, name, language, colorScheme));
        } finally {
          await visit.leave();
        }
      }
  } finally {
    rmSync(album, { recursive: true });
  }
}

await main();
