import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { go, type Visit, visitScanned } from "./visit.ts";

/* A folder that is checked by itself whenever new photos come in. */

const album = inject("album");
let visit: Visit;
beforeAll(async () => {
  visit = await visitScanned({ language: "en", album: album.dir });
});
afterAll(() => visit.leave());

it("checks new photos by itself once the folder's menu was told to", async () => {
  const { page, button, say } = visit;
  await go(visit, say("nav.home"));
  await button("home.folderMenu", { name: "Pictures" }).click();
  await page.getByRole("menuitem", { name: say("home.watch") }).click();
  await page.getByText(say("home.watched")).waitFor();
  const before = album.photos.length;
  const [photo] = album.photos.filter(({ fails }) => fails === null);
  if (!photo) throw new Error("the album has no photo");
  copyFileSync(join(album.dir, photo.path), join(visit.pictures, `new ${Date.now()}.jpg`));
  await page
    .getByText(say("home.photos", { count: before + 1 }))
    .first()
    .waitFor({ timeout: 60_000 });
  expect(visit.complaints()).toEqual([]);
});
