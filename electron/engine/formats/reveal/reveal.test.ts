import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import type { Block, BlockKind } from "../format.ts";
import { RESOURCE } from "../photoshop.ts";
import {
  ascii,
  buildIptc,
  buildPhotoshop,
  buildXmp,
  fileOf,
  xmpText,
} from "../testing/content-builder.ts";
import {
  exifPointer,
  exifWithPlace,
  GPS_TAGS,
  gpsPointer,
  jpegWithExif,
  PLACE,
} from "../testing/content-cases.ts";
import { buildTiff, type TiffPage } from "../testing/tiff-builder.ts";
import { reveal } from "./reveal.ts";

const facts = (kind: BlockKind, bytes: Uint8Array, rest: Partial<Block> = {}) => {
  const { file, inspection } = fileOf(kind, bytes, rest);
  return reveal(file, inspection);
};
const exif = (...pages: TiffPage[]) => facts("exif", buildTiff(pages));
const words = (all: readonly Revelation[]) =>
  all.map(({ kind, type, source }) => `${kind}/${type} in ${source}`);
const places = (all: readonly Revelation[]) => all.filter(({ kind }) => kind === "location");
const gps = (source: string, location: Revelation["location"] = PLACE): Revelation => ({
  kind: "location",
  type: "gps",
  source,
  value: null,
  location,
});

describe("Exif", () => {
  it("gives away the place, the people, the device and the time, each once", () => {
    const all = exif([
      { tag: 0x010f, text: "Maker" },
      { tag: 0x0112, type: 3, values: [6] },
      { tag: 0x013b, text: "Jane Sample" },
      exifPointer([
        { tag: 0x829a, type: 5, values: [1, 200] },
        { tag: 0x9003, text: "2021:07:14 09:30:00" },
        { tag: 0x9004, text: "2021:07:14 09:30:00" },
        { tag: 0xa431, text: "SN-123456" },
      ]),
      gpsPointer(),
    ]);
    expect(all).toEqual([
      { kind: "device", type: "device-model", source: "Exif IFD0", value: "Maker", location: null },
      {
        kind: "identity",
        type: "author",
        source: "Exif IFD0",
        value: "Jane Sample",
        location: null,
      },
      {
        kind: "time",
        type: "capture-time",
        source: "Exif ExifIFD",
        value: "2021:07:14 09:30:00",
        location: null,
      },
      {
        kind: "device",
        type: "serial-number",
        source: "Exif ExifIFD",
        value: "SN-123456",
        location: null,
      },
      gps("Exif GPS"),
    ]);
  });

  it("of nothing but an orientation and an exposure gives nothing away", () => {
    expect(
      exif([
        { tag: 0x0112, type: 3, values: [6] },
        exifPointer([{ tag: 0x829a, type: 5, values: [1, 200] }]),
      ]),
    ).toEqual([]);
  });

  it("names no place when its GPS directory holds nothing but a version", () => {
    expect(exif([gpsPointer(GPS_TAGS.slice(0, 1))])).toEqual([]);
  });

  it.each([
    ["divided by zero", [51, 0, 30, 1, 0, 1]],
    ["off the earth", [151, 1, 30, 1, 0, 1]],
    ["cut short", []],
  ])("tells that there is a place even when its numbers are %s", (_, values) => {
    const tags = GPS_TAGS.map((tag) => (tag.tag === 2 ? { tag: 2, type: 5, values } : tag));
    expect(exif([gpsPointer(tags)])).toEqual([gps("Exif GPS", null)]);
  });

  it("tells a place although another tag of the directory is broken, which hides it from exifr", () => {
    const broken = { tag: 0x010f, type: 2, values: [] };
    const bytes = buildTiff([[{ ...broken, type: 99, values: [1] }, gpsPointer()]]);
    expect(places(facts("exif", bytes))).toEqual([gps("Exif GPS")]);
  });

  it("says so when it cannot be read, when a directory is lost, and when a tag is unknown", () => {
    expect(words(facts("exif", ascii("II*\0garbage and no directory")))).toEqual([
      "hidden-data/unreadable-block in Exif",
    ]);
    expect(words(exif([{ tag: 0x8825, type: 4, values: [99_999] }]))).toEqual([
      "hidden-data/unreadable-block in Exif GPS",
    ]);
    expect(words(exif([{ tag: 0xbeef, text: "secret" }]))).toEqual([
      "hidden-data/unknown-tag in Exif IFD0",
    ]);
  });

  it("looks into XMP, IPTC (also stored as swapped LONG, which exifr misses) and Photoshop inside", () => {
    const iptc = buildIptc([
      [2, 90, "Lyon"],
      [2, 80, "Jane1"],
    ]);
    const padded = Buffer.alloc(Math.ceil(iptc.length / 4) * 4);
    padded.set(iptc);
    const all = exif([
      { tag: 0x02bc, bytes: buildXmp('photoshop:City="Oslo"'), type: 1 },
      { tag: 0x83bb, bytes: new Uint8Array(padded.swap32()), type: 4 },
      { tag: 0x8649, bytes: buildPhotoshop([[RESOURCE.iptc, buildIptc([[2, 90, "Rome"]])]]) },
    ]);
    expect(all.map(({ source, value }) => `${source}: ${value}`)).toEqual([
      "Exif IFD0 › XMP: Oslo",
      "Exif IFD0 › IPTC: Lyon",
      "Exif IFD0 › IPTC: Jane1",
      "Exif IFD0 › Photoshop › IPTC: Rome",
    ]);
  });

  it("looks into its thumbnail, whose own Exif ExifTool does not show", () => {
    const all = exif([], [{ tag: 0x0201, sizes: 0x0202, data: [jpegWithExif(exifWithPlace())] }]);
    expect(all).toEqual([
      {
        kind: "thumbnail",
        type: "embedded-thumbnail",
        source: "Exif IFD1",
        value: null,
        location: null,
      },
      gps("Exif thumbnail › Exif GPS"),
    ]);
  });

  it("reads comments in every writing: a place and a generator's record are told as such", () => {
    const comment = (head: string, body: Buffer) =>
      exif([exifPointer([{ tag: 0x9286, bytes: Uint8Array.from([...ascii(head), ...body]) }])]);
    expect(places(comment("ASCII\0\0\0", Buffer.from("at 51.5000, -0.1250")))).toEqual([
      gps("Exif ExifIFD"),
    ]);
    const wide = Buffer.from("Negative prompt: dog", "utf16le");
    for (const body of [wide, Buffer.from(wide).swap16()]) {
      expect(comment("UNICODE\0", body).map(({ type }) => type)).toEqual(["comment", "ai-record"]);
    }
  });
});

describe("XMP", () => {
  it("gives away a place, which exifr's merged output hides", () => {
    const packet = buildXmp('exif:GPSLatitude="51,30N" exif:GPSLongitude="0,7.5W"');
    expect(facts("xmp", packet)).toEqual([gps("XMP")]);
  });

  it("in UTF-16 gives away the same", () => {
    const text = xmpText('exif:GPSLatitude="51,30N" exif:GPSLongitude="0,7.5W"');
    expect(facts("xmp", new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")))).toEqual([
      gps("XMP"),
    ]);
  });

  it("that breaks off is told as far as it goes, and as unreadable", () => {
    const cut = buildXmp('photoshop:City="Oslo"').slice(0, -60);
    expect(words(facts("xmp", cut))).toEqual([
      "hidden-data/unreadable-block in XMP",
      "location/place-name in XMP",
    ]);
  });

  it("with a map datum alone names no place", () => {
    expect(facts("xmp", buildXmp('exif:GPSMapDatum="WGS-84"'))).toEqual([]);
  });
});

describe("Photoshop's resources", () => {
  it("give away what stands in them and say what is unknown", () => {
    const bytes = buildPhotoshop([
      [RESOURCE.iptc, buildIptc([[2, 80, "Jane Sample"]])],
      [RESOURCE.thumbnail, ascii(`${"\0".repeat(28)}jpeg`)],
      [0x0426, ascii("scale")],
      [7777, ascii("\x01\x02\x03")],
      [RESOURCE.filler, new Uint8Array(8)],
    ]);
    expect(words(facts("photoshop", bytes))).toEqual([
      "identity/author in Photoshop › IPTC",
      "thumbnail/embedded-thumbnail in Photoshop",
      "hidden-data/unknown-tag in Photoshop",
    ]);
  });
});

it("ends on any bytes of any kind, without an error", () => {
  const kinds = [
    "exif",
    "xmp",
    "iptc",
    "photoshop",
    "comment",
    "text",
    "trailer",
    "vendor",
    "times",
    "location",
    "timed-metadata",
  ] as const;
  const marks = fc.constantFrom(
    "",
    "II*\0\x08\0\0\0",
    "MM\0*\0\0\0\x08",
    "8BIM\x04\x04",
    "<x:xmpmeta ",
    "Exif\0\0II*\0\x08\0\0\0",
    "\xa9xyz",
    "FFF\0",
    "loci\0\0\0\0",
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      marks,
      fc.uint8Array({ maxLength: 200 }),
      (kind, mark, rest) => {
        facts(kind, Uint8Array.from([...ascii(mark), ...rest]));
      },
    ),
    { numRuns: 1000 },
  );
});

it("gives up on a trailer made to keep it busy, and says so", () => {
  const entry = ascii("\x7c\x92\x07\0\xff\xff\x0f\0\x08\0\0\0");
  const directory = [
    ...ascii("Exif\0\0II*\0\x08\0\0\0\xff\x0f"),
    ...Array.from({ length: 4095 }, () => [...entry]).flat(),
  ];
  const bytes = Uint8Array.from(Array.from({ length: 30 }, () => directory).flat());
  const startedAt = performance.now();
  expect(words(facts("exif", bytes.slice(6)))).toContain(
    "hidden-data/unreadable-block in MakerNote",
  );
  expect(words(facts("trailer", bytes))).toContain("hidden-data/trailing-data in trailer");
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});
