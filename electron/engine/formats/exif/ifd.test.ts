import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../../../../shared/result.ts";
import { MemorySource } from "../../../base/bytes.ts";
import { buildTiff, type TiffPage, type TiffTag } from "../testing/tiff-builder.ts";
import {
  applyEdits,
  dropEntries,
  type IfdEntry,
  numbersOf,
  readTiff,
  type TiffTree,
  textOf,
} from "./ifd.ts";

const value = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`unreadable: ${JSON.stringify(result.error)}`);
  return result.value;
};
const read = (bytes: Uint8Array) => value(readTiff(new MemorySource(bytes)));
const find = (tree: TiffTree, ifd: string, tag: number) => {
  const entry = tree.ifds.find(({ name }) => name === ifd)?.entries.find((one) => one.tag === tag);
  if (!entry) throw new Error(`no tag ${tag} in ${ifd}`);
  return entry;
};
const dropped = (bytes: Uint8Array, drops: (entry: IfdEntry) => boolean) =>
  applyEdits(bytes, dropEntries(new MemorySource(bytes), read(bytes), drops));
const names = (tree: TiffTree) => tree.ifds.map(({ name }) => name);
const includes = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes).includes(Buffer.from(text, "latin1"));

const GPS: TiffPage = [
  { tag: 1, text: "N" },
  { tag: 2, type: 5, values: [51, 1, 30, 1, 99, 2] },
  { tag: 29, text: "2021:12:13" },
];
const EXIF: TiffPage = [
  { tag: 0x9003, text: "2020:01:02 03:04:05" },
  { tag: 0xa005, ifds: [[{ tag: 1, text: "R98" }]] },
  { tag: 0xa431, text: "SERIAL-NUMBER-1" },
];
const THUMBNAIL = Buffer.from("thumbnail bytes");
const PHOTO: readonly TiffPage[] = [
  [
    { tag: 0x010f, text: "Maker of cameras" },
    { tag: 0x0112, type: 3, values: [6] },
    { tag: 0x8769, ifds: [EXIF] },
    { tag: 0x8825, ifds: [GPS] },
  ],
  [{ tag: 0x0201, sizes: 0x0202, data: [THUMBNAIL] }],
];
const FLAVOURS = [true, false].flatMap((littleEndian) =>
  [false, true].map((isBig) => ({ littleEndian, isBig })),
);

describe.each(FLAVOURS)("a TIFF structure (%o)", (options) => {
  it("is read with all its directories, numbers and texts", () => {
    const bytes = buildTiff(PHOTO, options);
    const tree = read(bytes);
    const source = new MemorySource(bytes);
    expect(names(tree)).toEqual(["IFD0", "ExifIFD", "Interop", "GPS", "IFD1"]);
    expect(tree.problems).toEqual([]);
    expect(numbersOf(source, tree, find(tree, "GPS", 2))).toEqual([51, 30, 49.5]);
    expect(numbersOf(source, tree, find(tree, "IFD0", 0x0112))).toEqual([6]);
    expect(textOf(source, tree, find(tree, "IFD0", 0x010f))).toBe("Maker of cameras");
    expect(textOf(source, tree, find(tree, "ExifIFD", 0x9003))).toBe("2020:01:02 03:04:05");
  });

  it("loses the place and nothing else when the GPS pointer is dropped", () => {
    const bytes = buildTiff(PHOTO, options);
    const after = dropped(bytes, ({ tag }) => tag === 0x8825);
    expect(after.length).toBe(bytes.length);
    expect(names(read(after))).toEqual(["IFD0", "ExifIFD", "Interop", "IFD1"]);
    expect(read(after).ifds[0]?.entries.map(({ tag }) => tag)).toEqual([0x010f, 0x0112, 0x8769]);
    expect(includes(after, "2021:12:13")).toBe(false);
    expect(includes(after, "2020:01:02 03:04:05")).toBe(true);
    expect(includes(after, "thumbnail bytes")).toBe(true);
  });

  it("loses the thumbnail page with its picture", () => {
    const bytes = buildTiff(PHOTO, options);
    const after = dropped(bytes, ({ ifd }) => ifd === "IFD1");
    expect(names(read(after))).toEqual(["IFD0", "ExifIFD", "Interop", "GPS"]);
    expect(includes(after, "thumbnail")).toBe(false);
  });

  it("holds nothing but its header and an empty directory when everything is dropped", () => {
    const after = dropped(buildTiff(PHOTO, options), () => true);
    const start = options.isBig ? 16 : 8;
    expect(read(after).ifds.map(({ name, entries }) => [name, entries.length])).toEqual([
      ["IFD0", 0],
    ]);
    expect(after.slice(start).every((byte) => byte === 0)).toBe(true);
  });

  it("is the same bytes when nothing is dropped", () => {
    const bytes = buildTiff(PHOTO, options);
    expect(dropEntries(new MemorySource(bytes), read(bytes), () => false)).toEqual([]);
  });
});

describe("a TIFF structure's pages", () => {
  const page = (name: string): TiffPage => [{ tag: 0x010e, text: `${name} page, described` }];

  it("stay linked when one between them is dropped", () => {
    const bytes = buildTiff([page("first"), page("second"), page("third")]);
    const after = dropped(bytes, ({ ifd }) => ifd === "IFD1");
    expect(names(read(after))).toEqual(["IFD0", "IFD1"]);
    expect(includes(after, "second page")).toBe(false);
    expect(textOf(new MemorySource(after), read(after), find(read(after), "IFD1", 0x010e))).toBe(
      "third page, described",
    );
  });

  it("keep their names apart, sub-directories and linked ones included", () => {
    const bytes = buildTiff([
      [{ tag: 0x014a, ifds: [page("a"), [{ tag: 0x8769, ifds: [EXIF] }]] }],
      [{ tag: 0x8825, ifds: [GPS] }],
    ]);
    expect(names(read(bytes))).toEqual([
      "IFD0",
      "SubIFD0",
      "SubIFD1",
      "SubIFD1/ExifIFD",
      "SubIFD1/Interop",
      "IFD1",
      "IFD1/GPS",
    ]);
  });
});

describe("bytes that two tags share", () => {
  /** Two texts in a directory, the second one's offset turned to the first one's. */
  const shared = () => {
    const bytes = buildTiff([
      [
        { tag: 0x010e, text: "shared by two" },
        { tag: 0x013b, text: "shared by two" },
      ],
    ]);
    new DataView(bytes.buffer).setUint32(
      10 + 12 + 8,
      find(read(bytes), "IFD0", 0x010e).valueAt,
      true,
    );
    return bytes;
  };

  it("stay while one of them is kept", () => {
    const after = dropped(shared(), ({ tag }) => tag === 0x013b);
    expect(textOf(new MemorySource(after), read(after), find(read(after), "IFD0", 0x010e))).toBe(
      "shared by two",
    );
  });

  it("go when both go", () => {
    const bytes = shared();
    const { valueAt } = find(read(bytes), "IFD0", 0x010e);
    const after = dropped(bytes, () => true);
    expect(after.slice(valueAt, valueAt + 13).every((byte) => byte === 0)).toBe(true);
  });
});

describe("a damaged TIFF structure", () => {
  it("is refused where its fault lies", () => {
    const source = (bytes: readonly number[]) => new MemorySource(Uint8Array.from(bytes));
    expect(readTiff(source([]))).toEqual({ ok: false, error: 0 });
    expect(readTiff(source([0x49, 0x49, 43, 0, 4, 0, 0, 0]))).toEqual({ ok: false, error: 4 });
    expect(readTiff(source([0x49, 0x49, 42, 0, 99, 0, 0, 0]))).toEqual({ ok: false, error: 4 });
    expect(readTiff(source([0x49, 0x49, 42, 0]))).toEqual({ ok: false, error: 4 });
  });

  it("is read once where its pages go in a circle", () => {
    const bytes = buildTiff([[{ tag: 0x010e, text: "first" }], [{ tag: 0x010e, text: "second" }]]);
    const second = read(bytes).ifds[1]?.at ?? 0;
    const link = second + 2 + 12;
    new DataView(bytes.buffer).setUint32(link, 8, true);
    expect(names(read(bytes))).toEqual(["IFD0", "IFD1"]);
    expect(read(bytes).problems).toEqual([link]);
  });

  it("loses one bad entry, not the place that stands behind it", () => {
    const bytes = buildTiff([
      [
        { tag: 0x010f, text: "Maker of cameras" },
        { tag: 0x8825, ifds: [GPS] },
      ],
    ]);
    new DataView(bytes.buffer).setUint32(10 + 8, 0xffff_fff0, true);
    expect(names(read(bytes))).toEqual(["IFD0", "GPS"]);
    expect(read(bytes).problems).toEqual([10]);
    expect(find(read(bytes), "IFD0", 0x010f).valueLength).toBe(0);
  });

  it("names the place behind which it read no more pages", () => {
    const bytes = Uint8Array.from({ ...[0x49, 0x49, 42, 0, 8], length: 8 + 6 * 4100 });
    const view = new DataView(bytes.buffer);
    for (let page = 0; page < 4099; page++) view.setUint32(8 + 6 * page + 2, 14 + 6 * page, true);
    expect(read(bytes).ifds.length).toBe(4096);
    expect(read(bytes).problems).toEqual([8 + 6 * 4095 + 2]);
  });

  it("is read no deeper than eight directories", () => {
    let page: TiffPage = GPS;
    for (let depth = 0; depth < 12; depth++) page = [{ tag: 0x014a, ifds: [page] }];
    const tree = read(buildTiff([page]));
    expect(tree.ifds.length).toBe(9);
    expect(tree.problems.length).toBe(1);
  });
});

describe("any TIFF structure", () => {
  const tag: fc.Arbitrary<TiffTag> = fc.oneof(
    fc.record({
      tag: fc.integer({ min: 0x1000, max: 0x1010 }),
      text: fc.string({ maxLength: 12 }),
    }),
    fc.record({
      tag: fc.integer({ min: 0x2000, max: 0x2010 }),
      type: fc.constantFrom(1, 3, 4),
      values: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 8 }),
    }),
    fc.record({
      tag: fc.constant(0x0111),
      sizes: fc.constant(0x0117),
      data: fc.array(fc.uint8Array({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 }),
    }),
  );
  const flat: fc.Arbitrary<TiffPage> = fc.uniqueArray(tag, {
    maxLength: 6,
    selector: (t) => t.tag,
  });
  const page: fc.Arbitrary<TiffPage> = fc
    .tuple(flat, flat, flat)
    .map(([own, exif, sub]) => [
      ...own,
      { tag: 0x8769, ifds: [exif] },
      { tag: 0x014a, ifds: [sub, exif] },
    ]);
  const file = fc
    .tuple(fc.array(page, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean())
    .map(([pages, littleEndian, isBig]) => buildTiff(pages, { littleEndian, isBig }));
  /** Which tags go: a seeded coin for each. */
  const coin = fc.infiniteStream(fc.boolean()).map((flips) => {
    const known = new Map<number, boolean>();
    return ({ tag }: IfdEntry) => {
      const goes = known.get(tag) ?? flips.next().value === true;
      known.set(tag, goes);
      return goes;
    };
  });
  const valuesOf = (bytes: Uint8Array) =>
    read(bytes).ifds.flatMap((ifd) =>
      ifd.entries.map((entry) => ({
        entry,
        value: Buffer.from(
          bytes.subarray(entry.valueAt, entry.valueAt + entry.valueLength),
        ).toString("hex"),
      })),
    );

  it("keeps its length, loses what is dropped and keeps every other value, once and for all", () => {
    fc.assert(
      fc.property(file, coin, (bytes, drops) => {
        const after = dropped(bytes, drops);
        expect(after.length).toBe(bytes.length);
        expect(read(after).problems).toEqual([]);
        const [before, left] = [valuesOf(bytes), valuesOf(after)];
        expect(left.filter(({ entry }) => drops(entry))).toEqual([]);
        const lostPointers = [0x8769, 0x014a].some((one) =>
          before.some(({ entry }) => entry.tag === one && drops(entry)),
        );
        if (!lostPointers) {
          const key = ({ entry, value: text }: (typeof left)[number]) => `${entry.tag} ${text}`;
          expect(left.map(key)).toEqual(before.filter(({ entry }) => !drops(entry)).map(key));
        }
        expect(dropped(after, drops)).toEqual(after);
      }),
      { numRuns: 300, seed: 11 },
    );
  });

  it("is read or refused, and edited to the same length, whatever its bytes are", () => {
    const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
    fc.assert(
      fc.property(file, flips, coin, (bytes, changes, drops) => {
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const tree = readTiff(new MemorySource(bytes));
        if (!tree.ok) return;
        const edits = dropEntries(new MemorySource(bytes), tree.value, drops);
        expect(applyEdits(bytes, edits).length).toBe(bytes.length);
        for (const edit of edits) {
          expect(edit.at).toBeGreaterThanOrEqual(0);
          expect(edit.at + edit.bytes.length).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 1000, seed: 12 },
    );
  });
});
