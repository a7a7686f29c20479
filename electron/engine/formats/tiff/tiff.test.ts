import { describe, expect, it } from "vitest";
import { stripPlan } from "../../../../shared/policy/strip-plan.ts";
import { MemorySource } from "../../../base/bytes.ts";
import { readTiff } from "../exif/ifd.ts";
import { reveal } from "../reveal/reveal.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { filesOf, firstFault, inspected, pixelsOf, strip } from "../testing/tiff-checks.ts";
import { drawn, fullTiff, GPS, plainTiff, SECRETS, withTrailer } from "../testing/tiff-photos.ts";
import { tiff } from "./tiff.ts";

const EVERYTHING = stripPlan({ preset: "everything", kinds: [], keepDate: false });
const IDENTITY = stripPlan({ preset: "identity", kinds: [], keepDate: true });
const LOCATION = stripPlan({ preset: "location", kinds: [], keepDate: false });
const PLANS = [EVERYTHING, IDENTITY, LOCATION];
const FLAVOURS = [true, false].flatMap((littleEndian) =>
  [false, true].map((isBig) => ({ littleEndian, isBig })),
);

const kinds = (bytes: Uint8Array) =>
  new Set(reveal(new MemorySource(bytes), inspected(tiff, bytes)).map(({ kind }) => kind));
const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text, 0, "latin1");
const tagsOf = (bytes: Uint8Array) => {
  const tree = readTiff(new MemorySource(bytes));
  if (!tree.ok) throw new Error("unreadable");
  return Object.fromEntries(
    tree.value.ifds.map(({ name, entries }) => [name, entries.map(({ tag }) => tag)]),
  );
};

describe.each(FLAVOURS)("a TIFF file (%o)", (options) => {
  it("shows its size, its turn, its blocks and every kind of private fact", () => {
    const file = withTrailer(fullTiff(options));
    const { size, orientation, blocks } = inspected(tiff, file);
    expect(size).toEqual({ width: 8, height: 6 });
    expect(orientation).toBe(6);
    expect(blocks.map(({ kind, name }) => `${kind}: ${name}`).toSorted()).toEqual([
      "exif: TIFF IFDs",
      "icc: IFD0 ICC profile",
      "thumbnail: SubIFD0 preview",
      "trailer: bytes after the last page",
    ]);
    expect(kinds(file)).toEqual(
      new Set(["location", "identity", "device", "time", "thumbnail", "hidden-data"]),
    );
  });

  it("keeps nothing but what draws its pages when everything goes", () => {
    const file = withTrailer(fullTiff(options));
    const after = strip(tiff, file, EVERYTHING);
    for (const secret of SECRETS) expect(has(after, secret), secret).toBe(false);
    const layout = [0x100, 0x101, 0x102, 0x103, 0x106, 0x111, 0x117, 0x115, 0x116];
    const resolution = [0x11a, 0x11b, 0x128];
    const sorted = [...layout, ...resolution].toSorted((a, b) => a - b);
    expect(
      Object.entries(tagsOf(after)).map(([name, tags]) => [name, tags.toSorted((a, b) => a - b)]),
    ).toEqual([
      ["IFD0", [0xfe, ...sorted, 0x112, 0x8773].toSorted((a, b) => a - b)],
      ["IFD1", [0xfe, ...sorted].toSorted((a, b) => a - b)],
    ]);
    expect(kinds(after)).toEqual(new Set());
  });

  it("keeps the day it was taken, and no other date, when it is asked to", () => {
    const after = strip(tiff, fullTiff(options), IDENTITY);
    expect(tagsOf(after).ExifIFD).toEqual([0x9003]);
    expect(has(after, "2020:01:02 03:04:05")).toBe(true);
    expect(has(after, "2021:12:13")).toBe(false);
    expect(kinds(after)).toEqual(new Set(["time"]));
  });

  it("loses its places on every page, and nothing else, when the location goes", () => {
    const file = fullTiff(options);
    const after = strip(tiff, file, LOCATION);
    expect(after.length).toBe(file.length);
    expect(kinds(after).has("location")).toBe(false);
    expect(has(after, "Testtown")).toBe(false);
    expect(has(after, "12,30.5N")).toBe(false);
    for (const kept of ["Ada Example", "SERIAL-0042", "WindowsTitle", "image/tiff"]) {
      expect(has(after, kept), kept).toBe(true);
    }
    const without = (tags: readonly number[] | undefined) =>
      tags?.filter((tag) => tag !== 0x8825 && tag !== 0x83bb);
    expect(without(tagsOf(after).IFD0)).toEqual(without(tagsOf(file).IFD0));
  });

  it.each(PLANS)(
    "keeps its pixels, its turn and its colours, and a second strip does nothing (%#)",
    (plan) => {
      const file = withTrailer(fullTiff(options));
      const after = strip(tiff, file, plan);
      expect(pixelsOf(tiff, after)).toEqual(pixelsOf(tiff, file));
      const [before, now] = [inspected(tiff, file), inspected(tiff, after)];
      expect([now.size, now.orientation]).toEqual([before.size, before.orientation]);
      const again = tiff.strip(new MemorySource(after), plan);
      expect(again).toEqual({ ok: true, value: [{ start: 0, end: after.length }] });
    },
  );

  it.each(PLANS)("is not rewritten when there is nothing to remove (%#)", (plan) => {
    const file = plainTiff(options);
    expect(tiff.strip(new MemorySource(file), plan)).toEqual({
      ok: true,
      value: [{ start: 0, end: file.length }],
    });
  });
});

describe("a TIFF file's remains", () => {
  it("are reported and cleared: a directory that a program replaced but left in the file", () => {
    const file = fullTiff();
    const first = new DataView(file.buffer).getUint32(4, true);
    const slot = [...Array(40).keys()].map((index) => first + 2 + index * 12);
    const gps = slot.find((at) => file[at] === 0x25 && file[at + 1] === 0x88);
    // The GPS tag becomes a harmless one: nothing leads to the directory any more.
    if (gps !== undefined) file.set([0x12, 0x01, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0], gps);
    const blocks = inspected(tiff, file).blocks.map(({ kind }) => kind);
    expect(blocks).toContain("padding");
    const after = strip(tiff, file, EVERYTHING);
    expect(has(after, "2021:12:13")).toBe(false);
    expect(inspected(tiff, after).blocks.map(({ kind }) => kind)).toEqual(["exif", "icc"]);
  });

  it("are cut off where they stand behind the last page", () => {
    const file = plainTiff();
    expect(strip(tiff, withTrailer(file), EVERYTHING)).toEqual(file);
  });
});

describe("a TIFF file that is a map", () => {
  const GEO = [0x830e, 0x8482, 0x85d8, 0x87af, 0x87b0, 0x87b1];
  const map = buildTiff([
    [...drawn(4, 4), ...GEO.map((tag) => ({ tag, type: 12, values: [1, 2, 3] }))],
  ]);

  it("says so, and loses its position with the location", () => {
    expect(kinds(map)).toEqual(new Set(["location"]));
    const after = strip(tiff, map, LOCATION);
    expect(tagsOf(after).IFD0?.filter((tag) => GEO.includes(tag))).toEqual([]);
    expect(kinds(after)).toEqual(new Set());
  });
});

describe("a TIFF file whose comment holds coordinates", () => {
  it("loses the comment with the location", () => {
    const file = buildTiff([[...drawn(4, 4), { tag: 0x010e, text: "seen at 12.50847, 45.25418" }]]);
    expect(has(strip(tiff, file, LOCATION), "12.50847")).toBe(false);
  });
});

describe("a TIFF file that is not whole", () => {
  it("is refused when a page cannot be reached, and reported as unknown", () => {
    const file = buildTiff([drawn(4, 4), [{ tag: 0x8825, ifds: [GPS] }]]);
    const view = new DataView(file.buffer);
    const link = 8 + 2 + 12 * 12;
    view.setUint32(link, file.length + 100, true);
    expect(inspected(tiff, file).blocks.map(({ kind }) => kind)).toContain("unknown");
    expect(tiff.strip(new MemorySource(file), EVERYTHING)).toEqual({
      ok: false,
      error: { code: "format-damaged", subject: "tiff", offset: link },
    });
  });

  it("is cleaned when only the way to its place is broken", () => {
    const file = buildTiff([[...drawn(4, 4), { tag: 0x8825, type: 4, values: [0xffff_0000] }]]);
    expect(tagsOf(strip(tiff, file, EVERYTHING)).IFD0).not.toContain(0x8825);
  });

  it("is left to raw converters when it holds a sensor's data", () => {
    const raw = buildTiff([
      drawn(4, 4).map((tag) =>
        tag.tag === 0x106 ? { tag: 0x106, type: 3, values: [32803] } : tag,
      ),
    ]);
    expect(tiff.strip(new MemorySource(raw), EVERYTHING)).toEqual({
      ok: false,
      error: { code: "format-read-only", subject: "camera raw data" },
    });
  });

  it("never makes the reader throw, wherever it is cut", () => {
    expect(firstFault(tiff, filesOf.cut(fullTiff()), PLANS)).toBeUndefined();
  });

  it.each(FLAVOURS)("never makes the reader throw, whichever bytes are wrong (%o)", (options) => {
    expect(firstFault(tiff, filesOf.flipped(fullTiff(options), 500), PLANS)).toBeUndefined();
  });

  it.each(FLAVOURS)(
    "is refused or cleaned, whichever field is nothing or everything (%o)",
    (options) => {
      expect(firstFault(tiff, filesOf.extremes(fullTiff(options)), PLANS)).toBeUndefined();
    },
  );
});
