import { describe, expect, it } from "vitest";
import { stripPlan } from "../../../../shared/policy/strip-plan.ts";
import { MemorySource } from "../../../base/bytes.ts";
import type { Format } from "../format.ts";
import { reveal } from "../reveal/reveal.ts";
import { filesOf, firstFault, inspected, pixelsOf, strip } from "../testing/tiff-checks.ts";
import { fullTiff } from "../testing/tiff-photos.ts";
import { RAW_SECRETS, rafFile, rawFile, SENSOR } from "../testing/tiff-raws.ts";
import { arw, cr2, dng, nef, orf, raf, rw2, staysIn } from "./raw.ts";
import { tiffFormatOf, tiffMemberOf } from "./tiff-family.ts";

const EVERYTHING = stripPlan({ preset: "everything", kinds: [], keepDate: false });
const IDENTITY = stripPlan({ preset: "identity", kinds: [], keepDate: true });
const LOCATION = stripPlan({ preset: "location", kinds: [], keepDate: false });
const PLANS = [EVERYTHING, IDENTITY, LOCATION];

const RAWS: readonly (readonly [Format, Uint8Array])[] = [
  ...[dng, cr2, nef, arw, orf, rw2].map((format) => [format, rawFile(format.id)] as const),
  [raf, rafFile()],
];
const has = (bytes: Uint8Array, text: string | Uint8Array) =>
  Buffer.from(bytes).includes(Buffer.from(text));
const types = (format: Format, bytes: Uint8Array) =>
  new Set(reveal(new MemorySource(bytes), inspected(format, bytes)).map(({ type }) => type));
const mayStay = (format: Format) => (type: string) =>
  [...staysIn(format.id)].some((one) => one === type);

describe("a file of the TIFF family", () => {
  it.each(RAWS.slice(0, 6))("is told from the others by what it holds (%#)", (format, file) => {
    expect(tiffFormatOf(new MemorySource(file))).toBe(format.id);
    expect(tiffMemberOf(new MemorySource(file))).toBe(format);
    expect(format.recognises(file.subarray(0, 64))).toBe(true);
  });

  it("is a TIFF picture when a camera of the same maker wrote no sensor data", () => {
    expect(tiffFormatOf(new MemorySource(fullTiff()))).toBe("tiff");
    expect(tiffFormatOf(new MemorySource(new Uint8Array(8)))).toBe("tiff");
    expect(raf.recognises(rafFile().subarray(0, 64))).toBe(true);
    expect(raf.recognises(fullTiff().subarray(0, 64))).toBe(false);
  });
});

describe.each(RAWS)("a camera raw file (%#)", (format, file) => {
  it("shows its size, its turn and whom it gives away", () => {
    const { size, orientation } = inspected(format, file);
    expect(size).toEqual({ width: 12, height: 8 });
    expect(orientation).toBe(8);
    const seen = types(format, file);
    for (const type of ["gps", "author", "owner-name", "serial-number"] as const) {
      expect(seen.has(type), type).toBe(true);
    }
  });

  it("loses the place, the person and the serial numbers in place, and keeps what converters need", () => {
    const after = strip(format, file, EVERYTHING);
    expect(after.length).toBe(file.length);
    for (const secret of RAW_SECRETS) expect(has(after, secret), secret).toBe(false);
    expect(has(after, SENSOR)).toBe(true);
    expect(has(after, "Model One")).toBe(true);
    const left = [...types(format, after)].filter((type) => !mayStay(format)(type));
    expect(left).toEqual([]);
  });

  it.each(PLANS)(
    "keeps its sensor data and its previews, and a second strip does nothing (%#)",
    (plan) => {
      const after = strip(format, file, plan);
      expect(pixelsOf(format, after)).toEqual(pixelsOf(format, file));
      expect(has(Buffer.from(pixelsOf(format, after)), SENSOR)).toBe(true);
      expect(inspected(format, after).orientation).toBe(8);
      expect(format.strip(new MemorySource(after), plan)).toEqual({
        ok: true,
        value: [{ start: 0, end: after.length }],
      });
    },
  );

  it("loses its place only when only that is asked for", () => {
    const after = strip(format, file, LOCATION);
    expect(types(format, after).has("gps")).toBe(false);
    expect(has(after, "Ada Example")).toBe(true);
    expect(has(after, "SERIAL-0042")).toBe(true);
  });

  it("keeps the day it was taken when asked to", () => {
    expect(has(strip(format, file, IDENTITY), "2020:01:02 03:04:05")).toBe(true);
    expect(has(strip(format, file, EVERYTHING), "2020:01:02 03:04:05")).toBe(false);
  });

  it("is refused or cleaned, never broken, wherever it is cut and whichever bytes are wrong", () => {
    expect(firstFault(format, filesOf.flipped(file, 300), PLANS, mayStay(format))).toBeUndefined();
    expect(firstFault(format, filesOf.cut(file), [EVERYTHING], mayStay(format))).toBeUndefined();
  });
});

describe("a Nikon raw file", () => {
  it("keeps of its serial number only what its white balance is encrypted with", () => {
    const after = strip(nef, rawFile("nef"), EVERYTHING);
    expect(has(after, "6012345")).toBe(false);
    expect(has(after, String(6_012_345 % 256).padStart(7, "0"))).toBe(true);
  });
});

describe("a maker note", () => {
  it.each([
    [cr2, "white balance that must stay"],
    [rw2, "0150"],
    [arw, "Standard"],
    [raf, "FINE "],
  ] as const)("keeps the fields that are no secret (%#)", (format, field) => {
    const file = format === raf ? rafFile() : rawFile(format.id);
    expect(has(strip(format, file, EVERYTHING), field)).toBe(true);
  });

  it("goes from a DNG, whose readers need none", () => {
    expect(has(strip(dng, rawFile("dng"), EVERYTHING), "no converter needs")).toBe(false);
  });
});
