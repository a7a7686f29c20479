import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { ensureBuilt, ROOT } from "../../electron/start/build.ts";
import type { Language } from "../../shared/model/settings.ts";
import { writeAlbum } from "../fixtures/album.ts";
import { writeDailyLife } from "../fixtures/album-daily.ts";
import { clickTile, grid, kindChip, openPhoto } from "./album-page.ts";
import { go, type Visit, visitScanned } from "./visit.ts";
import { applyAll, takeWay, wayItem } from "./ways.ts";

/* `npm run screenshots`: draws docs/images anew, each page in two languages and two lights. */

const IMAGES = join(ROOT, "docs", "images");
const PHOTO = "Eiffel tower at dusk.jpg";
const OTHER = "Giza.jpg";
const PUT_AWAY = ["Cappadocia.jpeg", "hotel window.webp"] as const;
const LANGUAGES: readonly Language[] = ["en", "zh-CN"];
const LIGHTS = ["light", "dark"] as const;

/** Pictures show where folders lie; this one says nothing about whoever drew them. */
const HOME = join(tmpdir(), "alex");

/** Colours of a picture; more would not be seen, and each picture is in the repository for good. */
const COLOURS = 256;

/** Milliseconds that looking at the album again may take: nearly all of it is known. */
const LOOK_MS = 60_000;
/** Milliseconds in which it has begun. */
const BEGIN_MS = 2_000;

type Shoot = (name: string) => Promise<void>;

async function shoot({ page }: Visit, file: string) {
  // A picture that cannot be drawn gives way to a sign.
  await page.waitForFunction(() =>
    [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
  );
  await page.evaluate(async () => {
    await Promise.allSettled([...document.images].map((image) => image.decode()));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  const whole = await page.screenshot({ animations: "disabled", caret: "hide" });
  await sharp(whole).png({ palette: true, colours: COLOURS, effort: 10 }).toFile(file);
  console.log(`${statSync(file).size} bytes  ${file}`);
}

/** The way through the program, with a picture of each page. */
async function walk(visit: Visit, shot: Shoot): Promise<void> {
  const { page, button, say } = visit;
  await grid(visit).waitFor();
  await button("common.dismiss").click();
  await shot("album");
  await go(visit, say("nav.home"));
  await page.getByRole("heading", { name: say("tour.title1") }).waitFor();
  await shot("tour");
  await button("tour.close").click();
  await page.getByRole("heading", { name: say("home.recent") }).waitFor();
  await shot("home");
  await insightsAndHelp(visit, shot);
  await simpleMode(visit, shot);
  await openPhoto(visit, PHOTO);
  await page.getByRole("heading", { name: say("finding.gps.name") }).waitFor();
  await shot("photo");
  await stripThePlace(visit);
  await go(visit, "Pictures");
  await kindChip(visit, "location").waitFor();
  await button("album.cleanAll").click();
  await page.getByRole("heading", { name: say("action.goes") }).waitFor();
  await shot("strip");
  await page.getByRole("dialog").locator("footer .button-primary").click();
  await page.getByRole("heading", { name: say("action.doneTitle") }).waitFor();
  await shot("outcome");
  await button("action.finish").click();
  await undoOne(visit);
  await otherWays(visit, shot);
  await go(visit, say("nav.history"));
  await page.getByText(say("history.preset.identity")).waitFor();
  await shot("history");
  await go(visit, say("report.nav"));
  await page.locator(".report-numbers").waitFor();
  await shot("report");
  await vaultPage(visit, shot);
  await go(visit, say("nav.settings"));
  await page.getByRole("heading", { name: say("settings.title") }).waitFor();
  await shot("settings");
  await button("purge.open").click();
  await page.getByText(say("purge.goesSettings")).waitFor();
  await shot("purge");
  await closeWindow(visit);
}

/** What all photos together give away, and why that is dangerous. */
async function insightsAndHelp(visit: Visit, shot: Shoot): Promise<void> {
  const { page, button, say } = visit;
  await go(visit, say("nav.insights"));
  await page.locator(".map circle").first().waitFor();
  await shot("insights");
  await go(visit, say("nav.help"));
  await button("help.tour").waitFor();
  await shot("help");
  await page.getByRole("link", { name: say("helpTopic.location.title"), exact: true }).click();
  await page.getByText(say("helpTopic.location.cure1")).waitFor();
  await shot("help-location");
}

/** The three steps, up to the question whether to clean. */
async function simpleMode(visit: Visit, shot: Shoot): Promise<void> {
  const { page, button, say } = visit;
  await go(visit, say("simple.enter"));
  await button("simple.choose").waitFor();
  await shot("simple-choose");
  await page.getByRole("button", { name: "Pictures", exact: true }).click();
  const looking = page.getByRole("heading", { name: say("simple.lookTitle") });
  await looking.waitFor({ timeout: BEGIN_MS }).catch(() => undefined); // it may be over by now
  await button("simple.next").waitFor({ timeout: LOOK_MS });
  await shot("simple-look");
  await button("simple.next").click();
  await button("simple.cleanYes").waitFor();
  await shot("simple-clean");
  await button("simple.leave").click();
  await go(visit, "Pictures");
  await button("common.dismiss").click();
}

/** By the first button at its foot; react-aria has hidden ones of the same name. */
const closeWindow = ({ page }: Visit): Promise<void> =>
  page.locator(".window-foot").getByRole("button").first().click();

/** Covering, copying and putting away: the menu and each dialog. */
async function otherWays(visit: Visit, shot: Shoot): Promise<void> {
  const { page, button, say } = visit;
  await openPhoto(visit, PHOTO);
  await page
    .getByRole("main")
    .getByRole("button", { name: say("ways.menu") })
    .click();
  await wayItem(visit, "export").waitFor();
  await shot("ways");
  await page.keyboard.press("Escape");
  await takeWay(visit, "redact");
  await button("redact.mark").click();
  await page.getByText(say("stays.repainted")).waitFor();
  await shot("cover");
  await applyAll(visit, "redact", 1);
  await takeWay(visit, "export");
  await shot("copies");
  await closeWindow(visit);
  for (const name of PUT_AWAY) {
    await openPhoto(visit, name);
    await takeWay(visit, "quarantine");
    await button("quarantine.apply", { count: 1 }).waitFor();
    if (name === PUT_AWAY[0]) await shot("quarantine");
    await applyAll(visit, "quarantine", 1);
  }
  const dismiss = page.locator(".toast").getByRole("button", { name: say("common.dismiss") });
  while ((await dismiss.count()) > 0) await dismiss.first().click();
}

/** The vault with something in it, and the windows that it opens. */
async function vaultPage(visit: Visit, shot: Shoot): Promise<void> {
  const { page, button, say } = visit;
  await page.getByRole("link", { name: say("nav.vault") }).click();
  await page.getByRole("row").nth(2).waitFor();
  await shot("vault");
  await page.getByRole("row").first().click();
  await button("vault.delete").click();
  await page.getByText(say("forGood.disk")).waitFor();
  await shot("for-good");
  await closeWindow(visit);
  await button("vault.set").click();
  await page.getByText(say("newPassphrase.warning")).waitFor();
  await shot("passphrase");
  await closeWindow(visit);
  await button("vault.sheet").click();
  await page.getByText(say("recovery.warning")).waitFor();
  await shot("sheet");
  await closeWindow(visit);
}

/** One photo loses its place before the rest is cleaned; a history of one line has little to show. */
async function stripThePlace({ page, button, say }: Visit): Promise<void> {
  await button("photo.clean").click();
  await page.locator(".preset", { hasText: say("strip.locationText") }).click();
  await button("strip.apply", { count: 1 }).click();
  await button("action.finish").click();
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

const tagOf = (language: Language): string => (language === "en" ? "en" : "zh");

/** `--size 1024x700 DIR` looks at another window and leaves docs/images alone. */
function size(args: readonly string[]) {
  const [flag, wanted = "", dir = ""] = args;
  if (flag !== "--size") return { images: IMAGES, viewport: { width: 1280, height: 800 } };
  const [width = 0, height = 0] = wanted.split("x").map(Number);
  return { images: resolve(dir), viewport: { width, height } };
}

/** The sample album without what must not or cannot be shown: real faces, and signs that fonts lack. */
async function writeShownAlbum(dir: string): Promise<void> {
  const { photos } = await writeAlbum(dir);
  await writeDailyLife(join(dir, "Everyday"));
  for (const { path, faces } of photos)
    if (faces || /\p{Emoji_Presentation}/u.test(path)) rmSync(join(dir, path));
}

async function main(): Promise<void> {
  if (!(await ensureBuilt())) throw new Error("the build failed; its messages stand above");
  const { images, viewport } = size(process.argv.slice(2));
  mkdirSync(images, { recursive: true });
  const album = mkdtempSync(join(tmpdir(), "safelight-album-"));
  try {
    await writeShownAlbum(album);
    for (const language of LANGUAGES)
      for (const colorScheme of LIGHTS) {
        const visit = await visitScanned({
          language,
          colorScheme,
          album,
          home: HOME,
          viewport,
          looks: true,
        });
        try {
          await walk(visit, (name) =>
            shoot(visit, join(images, `${name}-${tagOf(language)}-${colorScheme}.png`)),
          );
        } finally {
          await visit.leave();
        }
      }
  } finally {
    rmSync(album, { recursive: true });
  }
}

await main();
