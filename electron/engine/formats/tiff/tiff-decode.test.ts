import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { stripPlan } from "../../../../shared/policy/strip-plan.ts";
import { MemorySource } from "../../../base/bytes.ts";
import { applyEdits, dropEntries, readTiff } from "../exif/ifd.ts";
import { reveal } from "../reveal/reveal.ts";
import { inspected, strip } from "../testing/tiff-checks.ts";
import { fullTiff, withTrailer } from "../testing/tiff-photos.ts";
import { tiff } from "./tiff.ts";

const EVERYTHING = stripPlan({ preset: "everything", kinds: [], keepDate: false });
const LOCATION = stripPlan({ preset: "location", kinds: [], keepDate: false });
const FLAVOURS = [true, false].flatMap((littleEndian) =>
  [false, true].map((isBig) => ({ littleEndian, isBig })),
);

/** Every page as the decoder sees it, unturned. */
async function pages(file: Uint8Array): Promise<readonly string[]> {
  const { pages: count = 1 } = await sharp(file).metadata();
  const decoded: string[] = [];
  for (let page = 0; page < count; page++) {
    decoded.push((await sharp(file, { page }).raw().toBuffer()).toString("hex"));
  }
  return decoded;
}

/** The built files' colour profile is none that a decoder takes. */
function withoutProfile(bytes: Uint8Array): Uint8Array {
  const source = new MemorySource(bytes);
  const tree = readTiff(source);
  if (!tree.ok) throw new Error("unreadable");
  return applyEdits(
    bytes,
    dropEntries(source, tree.value, ({ tag }) => tag === 0x8773),
  );
}

describe("a stripped TIFF file", () => {
  it.each(FLAVOURS)("decodes to the same pages as before (%o)", async (options) => {
    const file = withTrailer(withoutProfile(fullTiff(options)));
    const before = await pages(file);
    expect(before.length).toBe(2);
    expect(await pages(strip(tiff, file, EVERYTHING))).toEqual(before);
    expect(await pages(strip(tiff, file, LOCATION))).toEqual(before);
  });
});

const SAMPLES = fileURLToPath(
  new URL("../../../../../shared/corpus/metadata/exif-samples/tiff/", import.meta.url),
);
const isThere = existsSync(SAMPLES);
if (!isThere) console.warn(`Sample TIFF files are not here, their test is skipped: ${SAMPLES}`);

describe.skipIf(!isThere)("TIFF files that people took", () => {
  const names = isThere ? readdirSync(SAMPLES) : [];

  it.each(names)("decode to the same pages, and tell nothing, after a strip: %s", async (name) => {
    const file = new Uint8Array(readFileSync(SAMPLES + name));
    const after = strip(tiff, file, EVERYTHING);
    expect(await pages(after)).toEqual(await pages(file));
    expect(reveal(new MemorySource(after), inspected(tiff, after))).toEqual([]);
  });
});
