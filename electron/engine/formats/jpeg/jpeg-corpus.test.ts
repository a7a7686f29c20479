import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { reveal } from "../reveal/reveal.ts";
import { IDENTITY, inspected, LOCATION, pixelsOf, stripped } from "../testing/stripping.ts";
import { jpeg } from "./jpeg.ts";

/** Public sample photos, kept beside the repository where they are available. */
const CORPUS = join(import.meta.dirname, "../../../../../shared/corpus/metadata/exif-samples/jpg");
const isThere = existsSync(CORPUS);
if (!isThere) console.warn(`Not tested: there are no sample photos at ${CORPUS}`);

const photos = isThere
  ? readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.jpe?g$/i.test(name),
    )
  : [];

it.runIf(isThere)("there are sample photos", () => expect(photos.length).toBeGreaterThan(80));

it.each(photos)("%s is stripped of all that is personal, its picture untouched", (name) => {
  const photo = new Uint8Array(readFileSync(join(CORPUS, name)));
  for (const plan of [IDENTITY, LOCATION]) {
    const clean = stripped(jpeg, photo, plan);
    if (typeof clean === "string") throw new Error(clean);
    const after = inspected(jpeg, clean);
    expect(pixelsOf(jpeg, clean) === pixelsOf(jpeg, photo)).toBe(true);
    expect(after.orientation).toBe(inspected(jpeg, photo).orientation);
    const left = reveal(new MemorySource(clean), after).filter(({ kind }) => plan.drops.has(kind));
    expect(left).toEqual([]);
    const again = jpeg.strip(new MemorySource(clean), plan);
    expect(again).toEqual({ ok: true, value: [{ start: 0, end: clean.length }] });
  }
});
