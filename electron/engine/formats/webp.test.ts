import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../base/bytes.ts";
import { reveal } from "./reveal/reveal.ts";
import {
  bytesAt,
  cuts,
  extremes,
  flips,
  inspected,
  isUntouched,
  stripped,
  wrongWith,
} from "./testing/harness.ts";
import { buildTiff } from "./testing/tiff-builder.ts";
import { anmf, BITS, chunk, vp8, vp8l, vp8x, webpFile } from "./testing/webp-builder.ts";
import { webp } from "./webp.ts";

const GPS = [
  { tag: 1, text: "N" },
  { tag: 2, type: 5, values: [51, 1, 30, 1, 0, 1] },
  { tag: 3, text: "W" },
  { tag: 4, type: 5, values: [0, 1, 7, 1, 0, 1] },
];
const exif = (orientation?: number) =>
  buildTiff([
    [
      { tag: 0x010f, text: "Example" },
      ...(orientation ? [{ tag: 0x0112, type: 3, values: [orientation] }] : []),
      { tag: 0x8825, ifds: [GPS] },
    ],
  ]);
/** What stays of Exif: the orientation and nothing else, big-endian. */
const turned = (orientation: number) =>
  buildTiff([[{ tag: 0x0112, type: 3, values: [orientation] }]], { littleEndian: false });
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>';
const EVERYTHING = BITS.exif | BITS.xmp | BITS.icc | BITS.alpha;

const FULL = webpFile([
  vp8x(EVERYTHING),
  chunk("ICCP", "colour profile!"),
  chunk("ALPH", "alpha"),
  vp8(),
  chunk("EXIF", exif()),
  chunk("XMP ", XMP),
  chunk("C2PA", "jumbf"),
  chunk("PSAI", "editor"),
]);
const blocksOf = (bytes: Uint8Array) =>
  inspected(webp, bytes).blocks.map(({ kind, name }) => [kind, name]);

describe("a WebP's inspection", () => {
  it("names every chunk that does not draw", () => {
    expect(blocksOf(FULL)).toEqual([
      ["icc", "ICCP chunk"],
      ["exif", "EXIF chunk"],
      ["xmp", "XMP chunk"],
      ["c2pa", "C2PA chunk"],
      ["unknown", "PSAI chunk"],
    ]);
  });

  it("tells the size of simple, lossless and extended files", () => {
    const sizes = [webpFile([vp8(20, 10)]), webpFile([vp8l(300, 2)]), FULL].map(
      (bytes) => inspected(webp, bytes).size,
    );
    expect(sizes).toEqual([
      { width: 20, height: 10 },
      { width: 300, height: 2 },
      { width: 16, height: 9 },
    ]);
  });

  it("reads the orientation", () => {
    const bytes = webpFile([vp8x(BITS.exif), vp8(), chunk("EXIF", exif(6))]);
    expect(inspected(webp, bytes).orientation).toBe(6);
  });

  it("finds the place in Exif that begins with JPEG's header, as ImageMagick writes it", () => {
    const tiff = exif();
    const prefixed = Buffer.concat([Buffer.from("Exif\0\0"), tiff]);
    const bytes = webpFile([vp8x(BITS.exif), vp8(), chunk("EXIF", prefixed)]);
    const [block] = inspected(webp, bytes).blocks;
    expect(bytesAt(bytes, block?.payload ?? [])).toEqual(tiff);
    const facts = reveal(new MemorySource(bytes), inspected(webp, bytes));
    expect(facts.find(({ type }) => type === "gps")?.location?.lat).toBeCloseTo(51.5);
  });

  it("takes everything but flags, lengths and metadata for pixels", () => {
    const bytes = webpFile([vp8x(BITS.exif), vp8(), chunk("EXIF", exif())]);
    const size = Buffer.from(vp8x(BITS.exif)).subarray(12);
    const { pixels } = inspected(webp, bytes);
    expect(Buffer.from(bytesAt(bytes, pixels))).toEqual(Buffer.concat([size, vp8()]));
  });
});

describe("a WebP's strip", () => {
  it("drops Exif, XMP, credentials and unknown chunks and clears two bits", () => {
    expect(stripped(webp, FULL)).toEqual(
      webpFile([
        vp8x(BITS.icc | BITS.alpha),
        chunk("ICCP", "colour profile!"),
        chunk("ALPH", "alpha"),
        vp8(),
      ]),
    );
  });

  it("drops XMP in a chunk whose name ends with NUL, which others leave", () => {
    const bytes = webpFile([vp8x(BITS.xmp), vp8(), chunk("XMP\0", XMP)]);
    expect(stripped(webp, bytes)).toEqual(webpFile([vp8x(0), vp8()]));
  });

  it("drops the chunk in which an editor keeps its document", () => {
    const bytes = webpFile([vp8x(0), vp8(), chunk("PSAI", "document")]);
    expect(stripped(webp, bytes)).toEqual(webpFile([vp8x(0), vp8()]));
  });

  it("keeps alpha, animation and profile bits, which others clear", () => {
    const kept = BITS.alpha | BITS.animation | BITS.icc;
    const frames = [
      chunk("ICCP", "p"),
      chunk("ANIM", "\0\0\0\0\0\0"),
      anmf([chunk("ALPH", "a"), vp8()]),
    ];
    const bytes = webpFile([vp8x(kept | BITS.exif), ...frames, chunk("EXIF", exif())]);
    expect(stripped(webp, bytes)).toEqual(webpFile([vp8x(kept), ...frames]));
  });

  it("keeps the orientation, alone, where the Exif was", () => {
    const bytes = webpFile([vp8x(EVERYTHING), vp8(), chunk("EXIF", exif(8)), chunk("XMP ", XMP)]);
    const clean = [vp8x(BITS.icc | BITS.alpha | BITS.exif), vp8(), chunk("EXIF", turned(8))];
    expect(stripped(webp, bytes)).toEqual(webpFile(clean));
    expect(isUntouched(webp, webpFile(clean))).toBe(true);
  });

  it("takes unknown chunks out of frames and shortens the frames", () => {
    const dirty = [vp8x(BITS.animation), anmf([vp8(), chunk("NOTE", "odd")]), anmf([vp8l()])];
    expect(stripped(webp, webpFile(dirty))).toEqual(
      webpFile([vp8x(BITS.animation), anmf([vp8()]), anmf([vp8l()])]),
    );
  });

  it("drops what stands behind the RIFF form", () => {
    const bytes = Buffer.concat([webpFile([vp8()]), Buffer.from("trailer")]);
    expect(blocksOf(bytes)).toEqual([["trailer", "bytes after the end"]]);
    expect(stripped(webp, bytes)).toEqual(webpFile([vp8()]));
  });

  it("drops a second picture that no decoder shows", () => {
    const bytes = webpFile([vp8(), vp8(16, 9, "hidden pixels")]);
    expect(blocksOf(bytes)).toEqual([["image", "VP8 chunk"]]);
    expect(stripped(webp, bytes)).toEqual(webpFile([vp8()]));
  });

  it("writes nothing when there is nothing to drop", () => {
    const clean = [webpFile([vp8()]), webpFile([vp8l()]), webpFile([vp8x(BITS.alpha), vp8()])];
    expect(clean.map((bytes) => isUntouched(webp, bytes))).toEqual([true, true, true]);
  });

  it("blanks the place alone when only the place shall go", () => {
    const clean = stripped(webp, FULL, "location");
    const { blocks } = inspected(webp, clean);
    expect(clean.length).toBe(FULL.length);
    expect(blocks).toEqual(inspected(webp, FULL).blocks);
    const facts = reveal(new MemorySource(clean), { blocks });
    expect(facts.map(({ type }) => type)).not.toContain("gps");
    expect(facts.map(({ value }) => value)).toContain("Example");
  });
});

describe("a damaged WebP", () => {
  const animated = webpFile([
    vp8x(BITS.animation | BITS.exif),
    chunk("ANIM", "\0\0\0\0\0\0"),
    anmf([vp8(), chunk("NOTE", "x")]),
    chunk("EXIF", exif(3)),
  ]);

  it.each([FULL, animated])("is refused wherever it is cut (%#)", (bytes) => {
    const accepted = cuts(bytes).filter((cut) => webp.inspect(new MemorySource(cut), "full").ok);
    expect(accepted).toEqual([]);
  });

  it.each([FULL, animated])(
    "gives a true answer or a failure for any changed byte (%#)",
    (bytes) => {
      expect(
        flips(bytes)
          .map((copy) => wrongWith(webp, copy))
          .filter(Boolean),
      ).toEqual([]);
    },
  );

  it("gives a true answer or a failure for lengths of nothing and of everything", () => {
    const at = [...FULL.keys()].filter((i) => i >= 4 && i < FULL.length - 4);
    const wrong = extremes(FULL, at).map((copy) => wrongWith(webp, copy));
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it("names the offset of a chunk that leaves the file", () => {
    const bytes = webpFile([vp8(), chunk("EXIF", "abcd", 0xffffffff)]);
    expect(webp.inspect(new MemorySource(bytes), "full")).toEqual({
      ok: false,
      error: { code: "format-damaged", subject: "webp", offset: 12 + vp8().length },
    });
  });
});

it("holds for any list of chunks: one strip is enough, and the pixels stay", () => {
  const anyChunk = fc
    .tuple(
      fc.constantFrom("EXIF", "XMP ", "XMP\0", "ICCP", "C2PA", "ALPH", "VP8 ", "ANMF", "JUNK"),
      fc.uint8Array({ maxLength: 40 }),
    )
    .map(([id, body]) => chunk(id, body));
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.nat(255),
      fc.array(anyChunk, { maxLength: 8 }),
      (has, bits, list) => {
        const bytes = webpFile([...(has ? [vp8x(bits)] : []), ...list]);
        expect(wrongWith(webp, bytes)).toBeUndefined();
      },
    ),
    { seed: 7, numRuns: 400 },
  );
});
