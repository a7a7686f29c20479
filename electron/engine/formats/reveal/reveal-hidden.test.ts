import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import { blankPayload } from "../content.ts";
import type { Block, BlockKind } from "../format.ts";
import { ascii, fileOf, xmpText } from "../testing/content-builder.ts";
import {
  exifWithPlace,
  flirWithPlace,
  jpegWithExif,
  mp4WithPlace,
  PLACE,
} from "../testing/content-cases.ts";
import { reveal } from "./reveal.ts";

const facts = (kind: BlockKind, bytes: Uint8Array, rest: Partial<Block> = {}) => {
  const { file, inspection } = fileOf(kind, bytes, rest);
  return reveal(file, inspection);
};
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

describe("hidden places that peers call clean", () => {
  it.each([
    [
      "Exif in a JPEG behind the picture",
      "trailer",
      jpegWithExif(exifWithPlace()),
      "trailer › Exif GPS",
    ],
    ["©xyz in an MP4 behind the picture", "trailer", mp4WithPlace(), "trailer › ISO 6709"],
    [
      "XMP in the remains of a medium",
      "padding",
      ascii(`junk${xmpText('exif:GPSLatitude="51,30N" exif:GPSLongitude="0,7.5W"')}`),
      "padding › XMP",
    ],
    ["FLIR's own record", "vendor", flirWithPlace(PLACE.lat, PLACE.lon), "vendor block › FLIR"],
    [
      "Exif of an embedded picture",
      "image",
      jpegWithExif(exifWithPlace()),
      "embedded image › Exif GPS",
    ],
    ["Exif of a gain map", "gain-map", jpegWithExif(exifWithPlace()), "gain map › Exif GPS"],
    ["a comment", "comment", ascii("taken at 51.5N 0.125W"), "comment"],
  ] as const)("%s", (_, kind, bytes, source) => {
    expect(places(facts(kind, bytes))).toEqual([gps(source)]);
  });

  it("in ImageMagick's hexadecimal profiles", () => {
    const hex = Buffer.from([...ascii("Exif\0\0"), ...exifWithPlace()]).toString("hex");
    const text = ascii(`\nexif\n  ${hex.length / 2}\n${hex.replace(/(.{72})/g, "$1\n")}\n`);
    const label = "Raw profile type exif";
    expect(places(facts("text", text, { label }))).toEqual([gps(`${label} › Exif GPS`)]);
  });

  it("in a container's own field", () => {
    expect(facts("location", ascii("+51.5000-000.1250/"), { name: "moov/udta/©xyz" })).toEqual([
      gps("moov/udta/©xyz"),
    ]);
    expect(facts("location", new Uint8Array(20))).toEqual([]);
  });

  it("in a timed track, by its samples or by its name", () => {
    expect(places(facts("timed-metadata", ascii("DEVC....GPS5....")))).toHaveLength(1);
    expect(places(facts("timed-metadata", ascii("\0\x01\x02"), { label: "camm" }))).toHaveLength(1);
    expect(places(facts("timed-metadata", ascii("still image time"), { label: "mebx" }))).toEqual(
      [],
    );
  });
});

describe("bytes that are no tags", () => {
  it("reveal nothing when nobody ever wrote to them", () => {
    expect(facts("padding", new Uint8Array(5000))).toEqual([]);
    expect(facts("trailer", new Uint8Array(5000))).toEqual([]);
    for (const kind of ["exif", "xmp", "comment", "text", "padding"] as const) {
      expect(facts(kind, blankPayload(kind, 64))).toEqual([]);
    }
  });

  it.each([
    ["trailer", "hidden-data/trailing-data in trailer"],
    ["padding", "hidden-data/unknown-block in padding"],
    ["unknown", "hidden-data/unknown-block in unknown"],
    ["vendor", "device/vendor-block in vendor"],
    ["c2pa", "hidden-data/content-credentials in content credentials"],
    ["video", "hidden-data/embedded-video in embedded video"],
    ["image", "hidden-data/embedded-image in embedded image"],
    ["thumbnail", "thumbnail/embedded-thumbnail in thumbnail"],
  ] as const)("reveal that they are there: %s", (kind, expected) => {
    expect(words(facts(kind, ascii("something")))).toEqual([expected]);
  });

  it("find metadata on the edge of two windows", () => {
    const tail = jpegWithExif(exifWithPlace());
    const bytes = new Uint8Array(1024 * 1024 + tail.length);
    bytes.set(tail, 1024 * 1024 - 9);
    expect(places(facts("trailer", bytes))).toEqual([gps("trailer › Exif GPS")]);
  });

  it("that inflate without end are told as unreadable, not inflated", () => {
    const bomb = new Uint8Array(deflateSync(Buffer.alloc(32 * 1024 * 1024)));
    expect(words(facts("text", bomb, { packing: "deflate", label: "x" }))).toEqual([
      "hidden-data/unreadable-block in text",
    ]);
  });
});
