import { describe, expect, it } from "vitest";
import type { Block, BlockKind } from "../format.ts";
import { RESOURCE } from "../photoshop.ts";
import { ascii, buildIptc, buildPhotoshop, buildXmp, fileOf } from "../testing/content-builder.ts";
import { exifPointer, gpsPointer } from "../testing/content-cases.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { readTags } from "./tags.ts";

const tags = async (kind: BlockKind, bytes: Uint8Array, rest: Partial<Block> = {}) => {
  const { file, inspection } = fileOf(kind, bytes, rest);
  return (await readTags(file, inspection)).map(
    (tag) => `${tag.group} ${tag.name} = ${tag.value} [${tag.kind}]`,
  );
};

describe("the tags shown of a photo", () => {
  it("are Exif's, in words where there are words, raw where they are personal", async () => {
    const bytes = buildTiff([
      [
        { tag: 0x0112, type: 3, values: [6] },
        { tag: 0x013b, text: "Jane Sample" },
        { tag: 0xbeef, text: "what is this" },
        exifPointer([{ tag: 0xa431, text: "SN-123456" }]),
        gpsPointer(),
      ],
    ]);
    expect(await tags("exif", bytes)).toEqual([
      "IFD0 Orientation = Rotate 90 CW [null]",
      "IFD0 Artist = Jane Sample [identity]",
      "IFD0 0xBEEF = what is this [hidden-data]",
      "ExifIFD BodySerialNumber = SN-123456 [device]",
      "GPS GPSVersionID = 2 3 0 0 [location]",
      "GPS GPSLatitudeRef = N [location]",
      "GPS GPSLatitude = 51 30 0 [location]",
      "GPS GPSLongitudeRef = W [location]",
      "GPS GPSLongitude = 0 7 30 [location]",
    ]);
  });

  it("are listed by our own reader where exifr gives up", async () => {
    const broken = buildTiff([
      [
        { tag: 0x013b, text: "Jane Sample" },
        { tag: 0x8769, type: 4, values: [99_999] },
      ],
    ]);
    expect(await tags("exif", broken)).toEqual(["IFD0 Artist = Jane Sample [identity]"]);
  });

  it("are XMP's, IPTC's, Photoshop's and the texts", async () => {
    expect(await tags("xmp", buildXmp('photoshop:City="Oslo"'))).toEqual([
      "XMP City = Oslo [location]",
    ]);
    const photoshop = buildPhotoshop([
      [RESOURCE.iptc, buildIptc([[2, 90, "Lyon"]])],
      [1005, Uint8Array.of(0, 1)],
    ]);
    expect(await tags("photoshop", photoshop)).toEqual([
      "IPTC City = Lyon [location]",
      "Photoshop 0x03ed = 2 bytes [null]",
    ]);
    expect(await tags("text", ascii("a cat"), { label: "prompt" })).toEqual([
      "Text prompt = a cat [hidden-data]",
    ]);
    expect(await tags("comment", ascii("hello"))).toEqual(["Comment Comment = hello [identity]"]);
  });

  it("name what is no tag by its block and its length", async () => {
    expect(await tags("vendor", ascii("FLIR?"), { name: "APP1 FLIR" })).toEqual([
      "File APP1 FLIR = 5 bytes [device]",
    ]);
  });

  it("are cut to what a page can hold", async () => {
    const [long] = await tags("comment", ascii("x".repeat(10_000)));
    expect(long?.length).toBeLessThan(2_100);
    const many = buildIptc(
      Array.from({ length: 3_000 }, (_, index) => [2, 25, `k${index}`] as const),
    );
    expect(await tags("iptc", many)).toHaveLength(1_000);
  });
});
