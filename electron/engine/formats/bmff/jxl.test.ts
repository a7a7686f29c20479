import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { reveal } from "../reveal/reveal.ts";
import { box, bytesOf, ftyp, lastBox, type Part, u32, zeros } from "../testing/bmff-builder.ts";
import { ascii, xmpText } from "../testing/content-builder.ts";
import { exifPointer, gpsPointer, PLACE } from "../testing/content-cases.ts";
import {
  bytesAt,
  cuts,
  extremes,
  flips,
  inspected,
  isUntouched,
  type PlanName,
  stripped,
  wrongWith,
} from "../testing/harness.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { jxl } from "./jxl.ts";

/** A codestream's header from its fields, each a value and its bits, and a stand-in for the rest. */
function codestream(...fields: readonly (readonly [value: number, bits: number])[]): Uint8Array {
  const bits = fields.flatMap(([value, count]) =>
    Array.from({ length: count }, (_, bit) => Math.floor(value / 2 ** bit) % 2),
  );
  const packed = new Uint8Array(Math.ceil(bits.length / 8));
  for (const [at, bit] of bits.entries())
    packed[at >> 3] = (packed[at >> 3] ?? 0) | (bit << (at & 7));
  return bytesOf("\xff\x0a", packed, "entropy-coded picture");
}
/** 640 × 400: not in eighths, heights of 9 bits, no ratio; lies on its left side (6). */
const PICTURE = codestream(
  [0, 1],
  [0, 2],
  [399, 9],
  [0, 3],
  [1, 2],
  [639, 13],
  [0, 1],
  [1, 1],
  [5, 3],
);

const TIFF = buildTiff([
  [
    { tag: 0x010f, text: "Example" },
    exifPointer([{ tag: 0x9003, text: "2021:07:14 09:30:00" }]),
    gpsPointer(),
  ],
]);
const EXIF = bytesOf(u32(0), TIFF);
const XMP = ascii(xmpText('photoshop:City="Greenwich" tiff:Make="Example"'));
const packed = (type: string, content: Uint8Array) =>
  box("brob", type, new Uint8Array(brotliCompressSync(content)));
const file = (before: Part, after: Part = "") =>
  bytesOf(box("JXL ", "\r\n\x87\n"), ftyp("jxl ", "jxl "), before, box("jxlc", PICTURE), after);
const CLEAN = file("");

const PLAIN = file(box("Exif", EXIF), box("xml ", XMP));
const PACKED = file(packed("Exif", EXIF), packed("xml ", XMP));

const namesIn = (bytes: Uint8Array) =>
  inspected(jxl, bytes).blocks.map(({ kind, name }) => `${kind}: ${name}`);
const revealed = (bytes: Uint8Array) => reveal(new MemorySource(bytes), inspected(jxl, bytes));
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

function strippedSafely(bytes: Uint8Array, plan: PlanName): Uint8Array {
  const clean = stripped(jxl, bytes, plan);
  expect(bytesAt(clean, inspected(jxl, clean).pixels)).toEqual(
    bytesAt(bytes, inspected(jxl, bytes).pixels),
  );
  expect(isUntouched(jxl, clean, plan)).toBe(true);
  return clean;
}

describe("a JPEG XL file's inspection", () => {
  it("tells size and orientation from the codestream, bare or in boxes", () => {
    const expected = { size: { width: 640, height: 400 }, orientation: 6 };
    expect(inspected(jxl, CLEAN)).toMatchObject(expected);
    expect(inspected(jxl, PICTURE)).toMatchObject(expected);
    const inParts = bytesOf(
      box("JXL ", "\r\n\x87\n"),
      box("jxlp", u32(0), PICTURE),
      box("jxlp", "…"),
    );
    expect(inspected(jxl, inParts)).toMatchObject(expected);
  });

  it("tells small sizes and those given as a ratio", () => {
    const small = codestream([1, 1], [2, 5], [0, 3], [3, 5], [1, 1]);
    expect(inspected(jxl, small)).toMatchObject({
      size: { width: 32, height: 24 },
      orientation: 1,
    });
    const wide = codestream([0, 1], [1, 2], [1079, 13], [5, 3], [1, 1]);
    expect(inspected(jxl, wide).size).toEqual({ width: 1920, height: 1080 });
  });

  it("finds the place in Exif and XMP, plain or packed", () => {
    for (const bytes of [PLAIN, PACKED]) {
      const facts = revealed(bytes);
      expect(facts.find(({ location }) => location)?.location).toEqual(PLACE);
      expect(facts.map(({ value }) => value)).toContain("Greenwich");
    }
  });

  it("names all that draws nothing", () => {
    const bytes = file(
      [box("jumb", "claims"), packed("jumb", ascii("claims")), box("ABCD", "?")],
      [box("jbrd", "JPEG's own"), box("free", zeros(4)), box("free", "left"), "trailing bytes"],
    );
    expect(namesIn(bytes)).toEqual([
      "c2pa: jumb box",
      "c2pa: brob jumb box",
      "unknown: ABCD box",
      "unknown: jbrd box",
      "padding: free box",
      "trailer: trailer",
    ]);
  });

  it("says that a packed box cannot be read when it would fill the memory", () => {
    const bomb = file(packed("xml ", new Uint8Array(40_000_000)));
    expect(revealed(bomb).map(({ type }) => type)).toEqual(["unreadable-block"]);
    expect(stripped(jxl, bomb)).toEqual(CLEAN);
  });
});

describe("a stripped JPEG XL file", () => {
  it.each([
    ["plain", PLAIN],
    ["packed", PACKED],
    ["of every kind", file([box("jbrd", "x"), box("jumb", "x")], [box("ABCD", "x"), "trailer"])],
  ])("is its picture and nothing else, where boxes were %s", (_, bytes) => {
    expect(strippedSafely(bytes, "everything")).toEqual(CLEAN);
  });

  it("keeps the day and time where the plan says so", () => {
    for (const bytes of [PLAIN, PACKED]) {
      const dated = strippedSafely(bytes, "identity");
      expect(revealed(dated).map(({ kind, value }) => [kind, value])).toEqual([
        ["time", "2021:07:14 09:30:00"],
      ]);
    }
  });

  it("loses its places alone where only that is asked", () => {
    for (const bytes of [PLAIN, PACKED]) {
      const clean = strippedSafely(bytes, "location");
      const facts = revealed(clean);
      expect(facts.filter(({ kind }) => kind === "location")).toEqual([]);
      expect(facts.map(({ value }) => value)).toContain("Example");
    }
  });

  it("loses what rebuilds the JPEG it was made from as soon as anything else goes", () => {
    const jbrd = box("jbrd", "comments of the JPEG");
    expect(latin1(stripped(jxl, file([box("Exif", EXIF), jbrd]), "location"))).not.toContain(
      "jbrd",
    );
    expect(isUntouched(jxl, file(jbrd), "location")).toBe(true);
  });

  it("is left as it is when there is nothing to take out", () => {
    expect(isUntouched(jxl, CLEAN)).toBe(true);
    expect(isUntouched(jxl, PICTURE)).toBe(true);
  });
});

describe("JPEG XL", () => {
  it("is known by its first bytes", () => {
    expect([CLEAN, PICTURE, ftyp("jxl ")].map((head) => jxl.recognises(head))).toEqual([
      true,
      true,
      false,
    ]);
  });

  /** The answer, or the typed refusal, is right for every one of these files. */
  const expectAnswers = (files: readonly Uint8Array[]) => {
    for (const damaged of files) expect(wrongWith(jxl, damaged)).toBeUndefined();
  };
  const all = file(
    [box("Exif", EXIF), packed("Exif", EXIF), packed("xml ", XMP), box("jbrd", "x")],
    lastBox("xml ", XMP),
  );

  it("is answered for when cut anywhere", () => {
    expectAnswers(cuts(all));
    expectAnswers(cuts(PICTURE));
  });

  it("is answered for when bytes are changed", () => {
    expectAnswers(flips(all));
  });

  it("is answered for when numbers are nothing or far too much", () => {
    const offsets = Array.from(all, (_, at) => at).filter((at) => at % 3 === 0);
    expectAnswers(extremes(all, offsets));
    expectAnswers(extremes(all, offsets, 8));
  });
});
