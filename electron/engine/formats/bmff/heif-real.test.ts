import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { reveal } from "../reveal/reveal.ts";
import { buildHeif, ispe } from "../testing/bmff-heif.ts";
import { inspected, isUntouched, stripped, wrongWith } from "../testing/harness.ts";
import { type Box, boxAt, readBoxes } from "./bmff.ts";
import { avif, heif } from "./heif.ts";

/** Files that real writers made, before and behind a decoder that shares no line with ours. */

const rawPixels = (file: Uint8Array) => sharp(file).raw().toBuffer();
const noise = () => {
  const data = Buffer.from(Array.from({ length: 64 * 48 * 3 }, (_, at) => (at * 7919) % 251));
  return sharp(data, { raw: { width: 64, height: 48, channels: 3 } });
};
const factsIn = (format: typeof avif, bytes: Uint8Array) =>
  reveal(new MemorySource(bytes), inspected(format, bytes)).map(
    ({ kind, type }) => `${kind}/${type}`,
  );

describe("an AVIF file", () => {
  it("is told with its size, and loses its Exif but no pixel", async () => {
    const exif = { IFD0: { Make: "Example", Copyright: "Jane Doe" } };
    const bytes = new Uint8Array(await noise().avif().withExif(exif).toBuffer());
    expect(avif.recognises(bytes.subarray(0, 64))).toBe(true);
    expect(inspected(avif, bytes).size).toEqual({ width: 64, height: 48 });
    expect(factsIn(avif, bytes)).toContain("identity/copyright");
    const clean = stripped(avif, bytes);
    expect(factsIn(avif, clean)).toEqual([]);
    expect(await rawPixels(clean)).toEqual(await rawPixels(bytes));
    expect(wrongWith(avif, bytes)).toBeUndefined();
  });

  it("is decoded as before when its thumbnail is gone", async () => {
    const plain = new Uint8Array(await noise().avif().toBuffer());
    const { coded, properties } = partsOf(plain);
    const item = { type: "av01", content: coded, properties: properties.map((_, at) => at + 1) };
    const bytes = buildHeif({
      brands: ["avif", "mif1", "miaf"],
      items: [
        { ...item, id: 1 },
        { ...item, id: 2 },
      ],
      properties,
      references: [["thmb", 2, 1]],
    });
    expect(factsIn(avif, bytes)).toEqual(["thumbnail/embedded-thumbnail"]);
    const clean = stripped(avif, bytes);
    expect(factsIn(avif, clean)).toEqual([]);
    expect(await rawPixels(clean)).toEqual(await rawPixels(bytes));
  });
});

/** Coded picture and properties of a file with one item. */
function partsOf(bytes: Uint8Array) {
  const row = readBoxes(new MemorySource(bytes));
  const boxes = row.ok ? row.value.boxes : [];
  const cut = ({ start, end }: Pick<Box, "start" | "end">) => bytes.slice(start, end);
  const properties = (boxAt(boxes, "meta/iprp/ipco")?.children ?? []).map(cut);
  const mdat = boxAt(boxes, "mdat");
  if (properties.length === 0 || !mdat) throw new Error("not the file expected");
  expect(properties).toContainEqual(ispe(64, 48));
  return { properties, coded: bytes.slice(mdat.body, mdat.end) };
}

const CORPUS = join(import.meta.dirname, "../../../../../shared/corpus/metadata/exif-samples/heic");
const photos = existsSync(CORPUS)
  ? readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((name) =>
      /[.]hei[cf]$/i.test(name),
    )
  : [];
if (photos.length === 0) console.warn(`skipped: no HEIC photos in ${CORPUS}`);

interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(
    into: { data: Uint8ClampedArray; width: number; height: number },
    done: (image: object | null) => void,
  ): void;
}
interface LibHeif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] };
}

/** The decoder's picture as a hash; it has applied crop and turn. */
async function decoded(bytes: Uint8Array): Promise<string> {
  const { HeifDecoder }: LibHeif = createRequire(import.meta.url)("libheif-js");
  const [image] = new HeifDecoder().decode(bytes);
  if (!image) return "no picture";
  const [width, height] = [image.get_width(), image.get_height()];
  const data = new Uint8ClampedArray(width * height * 4);
  await new Promise((resolve) => image.display({ data, width, height }, resolve));
  return `${width}×${height} ${createHash("sha256").update(data).digest("hex")}`;
}

describe.skipIf(photos.length === 0)("a HEIC photo of a real phone", () => {
  it.each(photos)(
    "%s says nothing more and looks the same",
    async (name) => {
      const bytes = new Uint8Array(readFileSync(join(CORPUS, name)));
      const clean = stripped(heif, bytes);
      expect(factsIn(heif, clean)).toEqual([]);
      expect(clean.length).toBe(bytes.length);
      expect(isUntouched(heif, clean)).toBe(true);
      const picture = await decoded(bytes);
      const { size } = inspected(heif, bytes);
      expect(picture).toContain(`${size?.width}×${size?.height} `);
      expect(await decoded(clean)).toBe(picture);
    },
    60_000,
  );
});
