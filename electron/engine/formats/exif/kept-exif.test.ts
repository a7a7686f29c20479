import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { keptExif } from "../content.ts";
import type { Block, BlockKind } from "../format.ts";
import { ascii, buildXmp, fileOf } from "../testing/content-builder.ts";
import { exifPointer } from "../testing/content-cases.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { readTiff, textOf } from "./ifd.ts";

describe("the Exif that stays", () => {
  const DATED = buildTiff([
    [
      exifPointer([
        { tag: 0x9003, text: "2021:07:14 09:30:00" },
        { tag: 0x9011, text: "+02:00" },
      ]),
    ],
  ]);
  const kept = (
    kind: BlockKind,
    bytes: Uint8Array,
    orientation: 1 | 6,
    date: boolean,
    rest: Partial<Block> = {},
  ) => {
    const { file, inspection } = fileOf(kind, bytes, rest);
    return keptExif(file, inspection, { orientation, date });
  };
  const told = (bytes: Uint8Array | undefined) => {
    const source = new MemorySource(bytes ?? new Uint8Array());
    const tree = readTiff(source);
    if (!tree.ok) return undefined;
    return tree.value.ifds.flatMap(({ entries }) =>
      entries
        .filter(({ tag }) => tag !== 0x8769)
        .map((entry) => [
          entry.tag,
          entry.type === 2 ? textOf(source, tree.value, entry) : source.u16(entry.valueAt),
        ]),
    );
  };

  it("is none when there is nothing to say", () => {
    expect(kept("exif", DATED, 1, false)).toBeUndefined();
    expect(kept("comment", ascii("x"), 1, true)).toBeUndefined();
  });

  it("is the orientation alone, where the picture lies on its side", () => {
    expect(told(kept("exif", DATED, 6, false))).toEqual([[0x0112, 6]]);
  });

  it("is the day and time taken with its zone, where they are to stay", () => {
    expect(told(kept("exif", DATED, 6, true))).toEqual([
      [0x0112, 6],
      [0x9003, "2021:07:14 09:30:00"],
      [0x9011, "+02:00"],
    ]);
  });

  it.each([
    [
      "XMP",
      "xmp",
      buildXmp('photoshop:DateCreated="2021-07-14T09:30:00+0200"'),
      {},
      "2021:07:14 09:30:00",
    ],
    [
      "XMP without a time",
      "xmp",
      buildXmp('photoshop:DateCreated="2021-07-14"'),
      {},
      "2021:07:14   :  :  ",
    ],
    [
      "a text",
      "text",
      ascii("2021-07-14T09:30:00Z"),
      { label: "Creation Time" },
      "2021:07:14 09:30:00",
    ],
    [
      "a movie's header",
      "times",
      Uint8Array.of(0xdd, 0x14, 0x60, 0x80, 0, 0, 0, 0),
      {},
      "2021:07:14 09:36:00",
    ],
  ] as const)("takes the date from %s when Exif has none", (_, kind, bytes, rest, date) => {
    const all = told(kept(kind, bytes, 1, true, rest));
    expect(all?.find(([tag]) => tag === 0x9003)).toEqual([0x9003, date]);
  });

  it("never carries more than a date, whatever stands in the date's place", () => {
    const bytes = buildTiff([[exifPointer([{ tag: 0x9003, text: "Jane Sample lives here" }])]]);
    expect(kept("exif", bytes, 1, true)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const photo = buildTiff([
          [exifPointer([{ tag: 0x9003, text: `2021:07:14 09:30:00${text}` }])],
        ]);
        const all = told(kept("exif", photo, 1, true)) ?? [];
        return all.every(([, value]) =>
          /^(2021:07:14 (09:30:00| {2}: {2}: {2})|[+-]\d\d:\d\d)$/.test(String(value)),
        );
      }),
    );
  });
});
