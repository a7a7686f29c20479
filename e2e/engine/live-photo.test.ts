import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildFilm, keyedMeta } from "../../electron/engine/formats/testing/bmff-film.ts";
import { heic } from "../fixtures/bmff.ts";
import { tiff } from "../fixtures/exif.ts";
import { drawn, rawPixels } from "../fixtures/pixels.ts";
import { Scratch, safelight } from "./cli.ts";

/* A still and its film that share Apple's ContentIdentifier: what a person is told before a strip parts them. */

const LINK = "9A2F3C41-77B0-4E1D-8C55-0D6E1F2A3B4C";

let scratch: Scratch;
let folder: string;
beforeEach(async () => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
  const exif = tiff({ ifd0: new Map(), exif: new Map([[0x927c, { undefined: appleNote() }]]) });
  const picture = await rawPixels(
    drawn('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>'),
  );
  writeFileSync(join(folder, "IMG_0007.HEIC"), heic(picture, { exif }));
  const inMoov = keyedMeta([["com.apple.quicktime.content.identifier", LINK]]);
  const track = { handler: "vide", coding: "avc1", samples: [Buffer.from("picture one")] };
  writeFileSync(join(folder, "IMG_0007.MOV"), buildFilm({ tracks: [track], inMoov }));
});
afterEach(() => scratch.remove());

/** Apple's MakerNote with one entry, tag 0x0011: big-endian, offsets from the note's start. */
function appleNote(): Buffer {
  const value = Buffer.from(`${LINK}\0`);
  const head = Buffer.from("Apple iOS\0\0\x01MM\0\x01\0\x11\0\x02", "latin1");
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32BE(value.length, 0);
  numbers.writeUInt32BE(head.length + numbers.length, 4);
  return Buffer.concat([head, numbers, value]);
}

const strip = async (...words: string[]) => {
  const ran = await safelight(["strip", folder, "--json", ...words], scratch);
  return { code: ran.code, document: JSON.parse(ran.stdout) };
};
const holds = (name: string) => readFileSync(join(folder, name)).includes(LINK);

it("tells before it parts a Live Photo, parts both halves and joins them again", async () => {
  const link = { kind: "device", type: "live-photo", photos: 2 };
  expect((await strip("--dry-run")).document.goes).toContainEqual(link);
  expect((await strip("--dry-run", "--preset", "location")).document.stays).toContainEqual(link);
  const words = await safelight(["strip", folder, "--dry-run"], scratch);
  expect(words.stdout).toContain("The link of a Live Photo (2 photos)");
  expect((await strip()).document.summary).toMatchObject({ done: 2, failed: 0 });
  expect([holds("IMG_0007.HEIC"), holds("IMG_0007.MOV")]).toEqual([false, false]);
  expect((await safelight(["undo", "--last"], scratch)).code).toBe(0);
  expect([holds("IMG_0007.HEIC"), holds("IMG_0007.MOV")]).toEqual([true, true]);
});
