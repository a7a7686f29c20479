import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STRIP_KINDS, type StripKind } from "../../../shared/model/action.ts";
import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { MemorySource } from "../../base/bytes.ts";
import { blankPayload, judge, readPayload } from "./content.ts";
import { readTiff } from "./exif/ifd.ts";
import type { Block, BlockKind } from "./format.ts";
import { RESOURCE } from "./photoshop.ts";
import { reveal } from "./reveal/reveal.ts";
import { ascii, buildIptc, buildPhotoshop, buildXmp, fileOf } from "./testing/content-builder.ts";
import { exifPointer, exifWithPlace, gpsPointer, jpegWithExif } from "./testing/content-cases.ts";
import { buildTiff, type TiffPage } from "./testing/tiff-builder.ts";

const drop = (...kinds: StripKind[]): StripPlan => ({
  drops: new Set(kinds),
  whole: false,
  keepDate: true,
});
const PLACES = drop("location");
const EVERYTHING: StripPlan = { drops: new Set(STRIP_KINDS), whole: true, keepDate: false };

const verdict = (
  kind: BlockKind,
  bytes: Uint8Array,
  plan: StripPlan,
  rest: Partial<Block> = {},
) => {
  const { file, block } = fileOf(kind, bytes, rest);
  return judge(file, block, plan);
};
/** The content after a plan that must leave some of it. */
function cleaned(kind: BlockKind, bytes: Uint8Array, plan: StripPlan): Uint8Array {
  const result = verdict(kind, bytes, plan);
  if (result.do !== "replace") throw new Error(`expected a replacement, not "${result.do}"`);
  expect(result.payload.length).toBe(bytes.length);
  return result.payload;
}
const kinds = (kind: BlockKind, bytes: Uint8Array) => {
  const { file, inspection } = fileOf(kind, bytes);
  return new Set(reveal(file, inspection).map((fact) => fact.kind));
};
const has = (bytes: Uint8Array, text: string) =>
  Buffer.from(bytes).includes(Buffer.from(text, "latin1"));

describe("a whole strip", () => {
  it("keeps what draws the picture and drops all else, known or not", () => {
    const kept = ["icc", "jfif", "gain-map"] as const;
    for (const kind of kept) expect(verdict(kind, ascii("x"), EVERYTHING)).toEqual({ do: "keep" });
    for (const kind of [
      "exif",
      "xmp",
      "comment",
      "unknown",
      "trailer",
      "vendor",
      "padding",
    ] as const) {
      expect(verdict(kind, ascii("x"), EVERYTHING)).toEqual({ do: "drop" });
    }
  });
});

describe("taking out the place alone", () => {
  const MAKER_NOTE = ascii("Maker\0 private bytes that point to each other");
  const PHOTO: readonly TiffPage[] = [
    [
      { tag: 0x010f, text: "Maker" },
      { tag: 0x013b, text: "Jane Sample" },
      exifPointer([
        { tag: 0x9003, text: "2021:07:14 09:30:00" },
        { tag: 0x927c, bytes: MAKER_NOTE },
      ]),
      gpsPointer(),
    ],
  ];

  it("leaves every other tag of Exif, and the MakerNote where it was", () => {
    const before = buildTiff(PHOTO);
    const after = cleaned("exif", before, PLACES);
    expect(kinds("exif", after)).toEqual(new Set(["device", "identity", "time"]));
    const tree = readTiff(new MemorySource(after));
    expect(tree.ok && tree.value.ifds.map(({ name }) => name)).toEqual(["IFD0", "ExifIFD"]);
    expect(Buffer.from(after).indexOf(MAKER_NOTE)).toBe(Buffer.from(before).indexOf(MAKER_NOTE));
    expect(verdict("exif", after, PLACES)).toEqual({ do: "keep" });
  });

  it("keeps a block that names none, byte for byte", () => {
    const bytes = buildTiff([[{ tag: 0x013b, text: "Jane Sample" }]]);
    expect(verdict("exif", bytes, PLACES)).toEqual({ do: "keep" });
    expect(verdict("comment", ascii("a garden"), PLACES)).toEqual({ do: "keep" });
  });

  it("takes a comment of Exif that is coordinates, and leaves one that is not", () => {
    const photo = (text: string) =>
      buildTiff([[exifPointer([{ tag: 0x9286, bytes: ascii(`ASCII\0\0\0${text}`) }])]]);
    expect(verdict("exif", photo("a garden"), PLACES)).toEqual({ do: "keep" });
    expect(has(cleaned("exif", photo("51.5000, -0.1250"), PLACES), "51.5")).toBe(false);
  });

  it("takes the place out of the thumbnail's own Exif and leaves the thumbnail", () => {
    const thumbnail = jpegWithExif(exifWithPlace());
    const bytes = buildTiff([[], [{ tag: 0x0201, sizes: 0x0202, data: [thumbnail] }]]);
    const after = cleaned("exif", bytes, PLACES);
    expect(kinds("exif", after)).toEqual(new Set(["thumbnail"]));
    expect(Buffer.from(after).includes(Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]))).toBe(
      true,
    );
  });

  it("blanks a place in a MakerNote whose layout is known, and leaves its other bytes", () => {
    const note = (town: string) => (at: number) =>
      Uint8Array.from([
        ...ascii("QVC\0\0\0\x01\0\x06\x30\x02\0\x06\0\0\0"),
        ...[(at + 24) & 255, (at + 24) >> 8, 0, 0, 0, 0, 0, 0],
        ...ascii(`${town}private bytes`),
      ]);
    const photo = (town: string) =>
      buildTiff([
        [{ tag: 0x010f, text: "CASIO" }, exifPointer([{ tag: 0x927c, note: note(town) }])],
      ]);
    expect(cleaned("exif", photo("Turin\0"), PLACES)).toEqual(photo("\0\0\0\0\0\0"));
  });

  it("takes a MakerNote as a whole that holds a place where we do not know to blank it", () => {
    const note = Uint8Array.from([...ascii("Maker\0"), ...jpegWithExif(exifWithPlace())]);
    const bytes = buildTiff([
      [
        exifPointer([
          { tag: 0x927c, bytes: note },
          { tag: 0xa431, text: "SN-123456" },
        ]),
      ],
    ]);
    const after = cleaned("exif", bytes, PLACES);
    expect(kinds("exif", after)).toEqual(new Set(["device"]));
    expect(has(after, "Maker")).toBe(false);
  });

  it("takes places out of XMP, IPTC and Photoshop inside Exif", () => {
    const iptc = buildIptc([
      [2, 90, "Lyon"],
      [2, 80, "Jane Sample"],
    ]);
    const bytes = buildTiff([
      [
        { tag: 0x02bc, bytes: buildXmp('photoshop:City="Oslo" dc:title="t"'), type: 1 },
        { tag: 0x83bb, bytes: iptc },
        { tag: 0x8649, bytes: buildPhotoshop([[RESOURCE.iptcDigest, ascii("0123456789abcdef")]]) },
      ],
    ]);
    const after = cleaned("exif", bytes, PLACES);
    for (const gone of ["Oslo", "Lyon", "0123456789abcdef"]) expect(has(after, gone)).toBe(false);
    for (const kept of ["Jane Sample", 'dc:title="t"']) expect(has(after, kept)).toBe(true);
  });

  it("takes IPTC's digest with the city it was made of", () => {
    const digest = ascii("0123456789abcdef");
    const bytes = (city: string) =>
      buildPhotoshop([
        [
          RESOURCE.iptc,
          buildIptc([
            [2, 90, city],
            [2, 80, "Jane Sample"],
          ]),
        ],
        [RESOURCE.iptcDigest, digest],
        [1005, ascii("resolution")],
      ]);
    const after = cleaned("photoshop", bytes("Lyon"), PLACES);
    expect([has(after, "Lyon"), has(after, "0123456789abcdef")]).toEqual([false, false]);
    expect([has(after, "Jane Sample"), has(after, "resolution")]).toEqual([true, true]);
    expect(verdict("photoshop", bytes(""), PLACES)).toEqual({ do: "keep" });
  });

  it.each([
    ["comment", ascii("51.5000, -0.1250")],
    ["location", ascii("+51.5000-000.1250/")],
    ["trailer", jpegWithExif(exifWithPlace())],
    ["xmp", buildXmp('photoshop:City="Oslo"').slice(0, -60)],
  ] as const)("drops a %s that cannot be freed of it", (kind, bytes) => {
    expect(verdict(kind, bytes, PLACES)).toEqual({ do: "drop" });
  });
});

describe("taking out other kinds", () => {
  it("takes Exif's thumbnail with its directory", () => {
    const bytes = buildTiff([
      [{ tag: 0x010f, text: "Maker" }],
      [
        { tag: 0x0103, type: 3, values: [6] },
        { tag: 0x0201, sizes: 0x0202, data: [ascii("small picture")] },
      ],
    ]);
    const after = cleaned("exif", bytes, drop("thumbnail"));
    expect(has(after, "small picture")).toBe(false);
    expect(kinds("exif", after)).toEqual(new Set(["device"]));
  });

  it("leaves nothing of the kinds, whatever they are, and nothing to do the second time", () => {
    const pages: readonly TiffPage[] = [
      [
        { tag: 0x010e, text: "a caption" },
        { tag: 0x010f, text: "Maker" },
        { tag: 0x0112, type: 3, values: [6] },
        { tag: 0x0132, text: "2021:07:14 09:30:00" },
        { tag: 0x02bc, bytes: buildXmp('photoshop:City="Oslo" xmp:CreatorTool="Tool"'), type: 1 },
        { tag: 0xbeef, text: "unknown" },
        exifPointer([
          { tag: 0x9003, text: "2021:07:14 09:30:00" },
          { tag: 0x927c, bytes: ascii("note!") },
        ]),
        gpsPointer(),
      ],
      [{ tag: 0x0201, sizes: 0x0202, data: [jpegWithExif(exifWithPlace())] }],
    ];
    const bytes = buildTiff(pages);
    fc.assert(
      fc.property(fc.subarray([...STRIP_KINDS], { minLength: 1 }), (chosen) => {
        const plan = drop(...chosen);
        const after = cleaned("exif", bytes, plan);
        const left = kinds("exif", after);
        expect(chosen.filter((kind) => left.has(kind))).toEqual([]);
        expect(verdict("exif", after, plan)).toEqual({ do: "keep" });
      }),
    );
  });
});

describe("a block's content", () => {
  it("is joined from its parts, and refused above the limit", () => {
    const file = new MemorySource(ascii("abcdef"));
    const block = {
      payload: [
        { start: 0, end: 2 },
        { start: 4, end: 6 },
      ],
    };
    expect(readPayload(file, block as unknown as Block)).toEqual(ascii("abef"));
    expect(readPayload(file, block as unknown as Block, 3)).toBeUndefined();
  });

  it("is blanked at its length", () => {
    expect(blankPayload("xmp", 3)).toEqual(ascii("   "));
    expect(blankPayload("unknown", 3)).toEqual(new Uint8Array(3));
    const empty = readTiff(new MemorySource(blankPayload("exif", 20)));
    expect(empty.ok && empty.value.ifds.flatMap(({ entries }) => entries)).toEqual([]);
  });
});
