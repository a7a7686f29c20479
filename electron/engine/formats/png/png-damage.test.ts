import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { concat, u32 } from "../testing/jpeg-builder.ts";
import {
  ANIMATION,
  buildPng,
  chunk,
  internationalText,
  packedText,
  profile,
  SIGNATURE,
  text,
} from "../testing/png-builder.ts";
import { seeded } from "../testing/seeded.ts";
import { assembled, IDENTITY, LOCATION, only, pixelsOf, stripped } from "../testing/stripping.ts";
import { png } from "./png.ts";

const RICH = buildPng(
  [
    profile("sRGB", "profile"),
    text("Author", "J. Doe"),
    packedText("Comment", "51.5007, -0.1246"),
    internationalText("XML:com.adobe.xmp", "<x:xmpmeta/>", true),
    chunk("iDOT", "halves"),
    ...ANIMATION.before,
  ],
  [...ANIMATION.behind, chunk("eXIf", "II*\0\x08\0\0\0\0\0\0\0\0\0"), chunk("tIME", "1234567")],
  [buildPng(), "behind"],
);
const PLANS = [IDENTITY, LOCATION, only("device", "hidden-data")];

/** Reads and strips; whatever comes out must be true: pixels as before, and nothing left to strip. */
function expectTruth(bytes: Uint8Array) {
  for (const depth of ["quick", "full"] as const) {
    const read = png.inspect(new MemorySource(bytes), depth);
    if (!read.ok) {
      expect(read.error).toMatchObject({ code: "format-damaged", subject: "png" });
      continue;
    }
    const { blocks, pixels } = read.value;
    const all = [...blocks.flatMap(({ spans, payload }) => [...spans, ...payload]), ...pixels];
    const isInside = all.every(
      ({ start, end }) => 0 <= start && start <= end && end <= bytes.length,
    );
    expect(isInside).toBe(true);
  }
  for (const plan of PLANS) {
    const result = png.strip(new MemorySource(bytes), plan);
    if (!result.ok) {
      expect(["format-damaged", "format-read-only"]).toContain(result.error.code);
      continue;
    }
    const clean = assembled(bytes, result.value);
    const again = stripped(png, clean, plan);
    // Compared as plain bytes, because whole-value matchers are slow over thousands of files.
    const isSettled = typeof again !== "string" && Buffer.compare(again, clean) === 0;
    const isSamePicture = pixelsOf(png, clean) === pixelsOf(png, bytes);
    expect({ isSettled, isSamePicture }).toEqual({ isSettled: true, isSamePicture: true });
  }
}

describe("a damaged PNG", () => {
  it("is answered truly wherever it is cut", () => {
    for (let length = 0; length <= RICH.length; length++) expectTruth(RICH.slice(0, length));
  });

  it("is answered truly whatever byte is wrong", () => {
    const next = seeded(2023);
    for (let round = 0; round < 500; round++) {
      const bytes = RICH.slice();
      for (let flips = next(4); flips >= 0; flips--) bytes[next(bytes.length)] = next(256);
      expectTruth(bytes);
    }
  });

  it("is answered truly whatever length a chunk claims", () => {
    for (const type of ["IHDR", "PLTE", "IDAT", "IEND", "iTXt", "zTXt", "eXIf", "iCCP", "prVt"]) {
      for (const length of [0, 1, 12, 0x7fffffff, 0x80000000, 0xffffffff]) {
        const claimed = concat(u32(length), chunk(type, "what is there").slice(4));
        expectTruth(buildPng([claimed]));
        expectTruth(concat(SIGNATURE, claimed));
      }
      expectTruth(buildPng([chunk(type, "")]));
    }
  });
});

it("any PNG loses nothing but metadata, and all of it, to a strip", () => {
  const value = fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("latin1"));
  const metadata = fc.oneof(
    value.map((bytes) => text("Comment", bytes)),
    value.map((bytes) => packedText("Comment", bytes)),
    value.map((bytes) => chunk("zTXt", bytes)),
    value.map((bytes) => chunk("iTXt", bytes)),
    value.map((bytes) => chunk("eXIf", bytes)),
    value.map((bytes) => chunk("prVt", bytes)),
  );
  fc.assert(
    fc.property(
      fc.array(metadata),
      fc.array(metadata),
      fc.uint8Array(),
      (before, behind, after) => {
        const file = buildPng(before, behind, [after]);
        expectTruth(file);
        expect(pixelsOf(png, file)).toBe(Buffer.from(buildPng()).toString("latin1"));
      },
    ),
    { numRuns: 200 },
  );
});
