import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject } from "vitest";
import { openPhoto } from "./album-page.ts";
import { chapters } from "./chapters.ts";
import { go, type Visit, visitScanned } from "./visit.ts";
import { applyAll, takeWay } from "./ways.ts";
import { digests } from "./witness.ts";

/* Photos go into the vault and come back; a passphrase is set, forgotten about and asked for. */

const PHOTO = "Cappadocia.jpeg";
const FOLDER = "Around the world";
const PASSPHRASE = "four unrelated quiet words";
const chapter = chapters();
const album = inject("album");
let visit: Visit;
let originals: ReadonlyMap<string, string>;
let modified = 0;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
  originals = await digests(visit.pictures);
  modified = statSync(inFolder(PHOTO)).mtimeMs;
});
afterAll(() => visit.leave());

const inFolder = (name: string) => join(visit.pictures, FOLDER, name);
const vault = (...parts: string[]) => join(visit.dataDir, "vault", ...parts);
const sealed = () => readdirSync(vault("objects")).length;
const row = (name: string) => visit.page.getByRole("row", { name: new RegExp(`^${name}`) });
const figure = (words: string) => visit.page.locator(".figures li", { hasText: words });

async function quarantine(name: string): Promise<void> {
  await openPhoto(visit, name);
  await takeWay(visit, "quarantine");
  await applyAll(visit, "quarantine", 1);
}

chapter("takes a photo and what belongs to it out of its folder, and seals both", async () => {
  await quarantine(PHOTO);
  expect(
    readdirSync(join(visit.pictures, FOLDER)).filter((name) => name.startsWith(PHOTO)),
  ).toEqual([]);
  expect(sealed()).toBe(2);
  const left = await digests(visit.pictures);
  expect([...originals.keys()].filter((path) => !left.has(path))).toEqual([
    `${FOLDER}/${PHOTO}`,
    `${FOLDER}/${PHOTO}.supplemental-metadata.json`,
  ]);
});

chapter("leads back to the album, for the photo's own page is gone", async () => {
  await visit.page.getByRole("listbox", { name: visit.say("album.grid"), exact: true }).waitFor();
});

chapter("shows what is kept, what it costs, and that the key lies unprotected", async () => {
  const { page, say } = visit;
  await go(visit, say("nav.vault"));
  await figure(say("vault.quarantined", { count: 1 }))
    .getByText("1", { exact: true })
    .waitFor();
  await page.getByText(say("vault.fileText")).waitFor();
  await row(PHOTO)
    .getByText(say("vault.sidecars", { count: 1 }))
    .waitFor();
  expect(existsSync(vault("identity.txt"))).toBe(true);
});

chapter("puts both back where they were, byte for byte and with their time", async () => {
  const { page, button, say } = visit;
  await row(PHOTO).click();
  await button("vault.restore").click();
  await page.getByText(say("vault.restored", { count: 1 })).waitFor();
  expect(await digests(visit.pictures)).toEqual(originals);
  expect(statSync(inFolder(PHOTO)).mtimeMs).toBe(modified);
  await page.getByText(say("vault.listEmptyTitle")).waitFor();
  expect(sealed()).toBe(0);
});

chapter("sets a passphrase: twice the same and long enough, then no key lies open", async () => {
  const { page, button, say } = visit;
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const set = page.getByRole("dialog").getByRole("button", { name: say("newPassphrase.set") });
  await button("vault.set").click();
  await field(say("newPassphrase.first")).fill("short");
  await page.getByText(say("newPassphrase.short", { min: 8 })).waitFor();
  await field(say("newPassphrase.first")).fill(PASSPHRASE);
  await field(say("newPassphrase.again")).fill("something else");
  await page.getByText(say("newPassphrase.differ")).waitFor();
  expect(await set.isDisabled()).toBe(true);
  await field(say("newPassphrase.again")).fill(PASSPHRASE);
  await set.click();
  await page.getByText(say("vault.passphraseOpen")).waitFor();
  expect([existsSync(vault("identity.txt")), existsSync(vault("identity.age"))]).toEqual([
    false,
    true,
  ]);
});

chapter("takes photos in while it is locked", async () => {
  const { page, button, say } = visit;
  await button("vault.lockNow").click();
  await page.getByText(say("vault.passphraseLocked")).waitFor();
  await quarantine(PHOTO);
  expect(existsSync(inFolder(PHOTO))).toBe(false);
});

chapter("asks for the passphrase when something is to be taken back, and goes on", async () => {
  const { page, button, say } = visit;
  await go(visit, say("nav.history"));
  const newest = page.getByRole("main").getByRole("listitem").first();
  await newest.getByText(say("history.kind.quarantine")).waitFor();
  await newest.getByRole("button", { name: new RegExp(`^${say("history.undo")}`) }).click();
  const field = page.getByLabel(say("unlock.passphrase"), { exact: true });
  await field.fill("not the passphrase");
  await button("unlock.yes").click();
  await page.getByText(say("error.wrong-passphrase")).waitFor();
  expect(existsSync(inFolder(PHOTO))).toBe(false);
  await field.fill(PASSPHRASE);
  await field.press("Enter");
  await page.getByText(say("undo.done", { count: 1 })).waitFor();
  expect(await digests(visit.pictures)).toEqual(originals);
});

chapter("puts an original into another folder", async () => {
  await quarantine(PHOTO);
  const { page, button, say } = visit;
  await go(visit, say("nav.vault"));
  await row(PHOTO).click();
  if (process.env.SAFELIGHT_E2E_SHELL === "window") return; // its dialog is the system's
  await button("vault.restoreTo").click();
  const picker = page.getByRole("dialog", { name: say("picker.title") });
  await picker.getByRole("listitem").getByRole("button", { name: "Pictures" }).click();
  await button("picker.choose", { name: "Pictures" }).click();
  await page.getByText(say("vault.restoredTo", { count: 1 })).waitFor();
  const now = await digests(visit.pictures);
  expect(now.get(PHOTO)).toBe(originals.get(`${FOLDER}/${PHOTO}`));
  expect(now.has(`${FOLDER}/${PHOTO}`)).toBe(false);
});

chapter("takes that back too: what came out of the vault goes in again", async () => {
  if (process.env.SAFELIGHT_E2E_SHELL === "window") return;
  const { page, say } = visit;
  const toast = page.locator(".toast", { hasText: say("vault.restoredTo", { count: 1 }) });
  await toast.getByRole("button", { name: say("undo.action") }).click();
  await page.getByText(say("undo.putAway", { count: 1 })).waitFor();
  expect(existsSync(join(visit.pictures, PHOTO))).toBe(false);
  await row(PHOTO).getByText(say("vault.was.quarantine")).waitFor();
  await row(PHOTO).click();
  await visit.button("vault.restore").click();
  await page.getByText(say("vault.restored", { count: 1 })).waitFor();
  expect((await digests(visit.pictures)).get(PHOTO)).toBe(originals.get(`${FOLDER}/${PHOTO}`));
});

chapter("finds nothing wrong when it checks everything", async () => {
  const { page, button, say } = visit;
  await quarantine("hotel window.webp");
  await go(visit, say("nav.vault"));
  await button("vault.check").click();
  await button("checkVault.start").click();
  await page.getByText(say("checkVault.good", { count: 2 })).waitFor();
  await page.getByRole("dialog").locator("footer").getByRole("button").click();
});

chapter("names the photo that would not come back, when its sealed file was damaged", async () => {
  const { page, button, say } = visit;
  const [name = ""] = readdirSync(vault("objects"));
  const bytes = readFileSync(vault("objects", name));
  const damaged = Buffer.from(bytes);
  damaged.writeUInt8(damaged.readUInt8(damaged.length - 40) ^ 1, damaged.length - 40);
  writeFileSync(vault("objects", name), damaged);
  await button("vault.check").click();
  await button("checkVault.start").click();
  await page.getByText(say("checkVault.bad", { count: 1 })).waitFor();
  await page.getByRole("dialog").getByText("hotel window.webp", { exact: true }).waitFor();
  await page.getByRole("dialog").locator("footer").getByRole("button").click();
  writeFileSync(vault("objects", name), bytes);
});

chapter("shows the recovery sheet with the key that opens the vault", async () => {
  const { page, button, say } = visit;
  await button("vault.sheet").click();
  expect(await page.getByText(/AGE-SECRET-KEY-1/).count()).toBe(0);
  await button("recovery.show").click();
  await page.getByText(/AGE-SECRET-KEY-1/).waitFor();
  const code = page.getByRole("img", { name: say("recovery.qr") });
  expect(await code.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation").count()).toBe(0);
  expect(await code.isVisible()).toBe(true);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("dialog").locator("footer").getByRole("button").first().click();
});

chapter("deletes for good only after it was told so twice", async () => {
  const { page, button, say } = visit;
  expect(sealed()).toBe(1);
  await row("hotel window.webp").click();
  await button("vault.delete").click();
  await page.getByText(say("forGood.onlyHere", { count: 1 })).waitFor();
  await page.getByText(say("forGood.disk")).waitFor();
  await button("forGood.next").click();
  expect(await button("forGood.yes").isDisabled()).toBe(true);
  expect(sealed()).toBe(1);
  await page.getByText(say("forGood.sureText")).click();
  await button("forGood.yes").click();
  await page.getByText(say("vault.deleted", { count: 1 })).waitFor();
  expect(sealed()).toBe(0);
});

chapter("broke no rule of its own and asked nobody else", () => {
  // On a busy machine a tile asks for its picture just when the photo goes into the vault.
  expect(visit.complaints().filter((one) => !PICTURE_OF_GONE.test(one))).toEqual([]);
});

/** The honest answer to whoever asks for the picture of a photo that is no longer where it was. */
const PICTURE_OF_GONE = / 404 \(Not Found\) \S+\/photo\/\d+\?px=/;
