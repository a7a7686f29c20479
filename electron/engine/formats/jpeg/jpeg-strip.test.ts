import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import {
  adobe,
  type Bytes,
  box,
  buildJpeg,
  buildVideo,
  bytesOf,
  comment,
  concat,
  EOI,
  exif,
  extendedXmp,
  frame,
  icc,
  jfif,
  jumbf,
  mpf,
  PIXELS,
  photoshop,
  SCAN,
  SCAN_HEADER,
  SOI,
  segment,
  TABLES,
  xmp,
} from "../testing/jpeg-builder.ts";
import {
  IDENTITY,
  IDENTITY_BUT_DATE,
  inspected,
  LOCATION,
  only,
  stripped,
  textOf,
} from "../testing/stripping.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { jpeg } from "./jpeg.ts";

/** 51° 30′ N 0° 7′ W, a camera, and perhaps an orientation. */
const located = (orientation = 1) =>
  buildTiff([
    [
      { tag: 0x010f, text: "Camera maker" },
      { tag: 0x0112, type: 3, values: [orientation] },
      {
        tag: 0x8825,
        ifds: [
          [
            { tag: 1, text: "N" },
            { tag: 2, type: 5, values: [51, 1, 30, 1, 0, 1] },
            { tag: 3, text: "W" },
            { tag: 4, type: 5, values: [0, 1, 7, 1, 0, 1] },
          ],
        ],
      },
    ],
  ]);
const PLACE_XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Anytown"/></rdf:RDF></x:xmpmeta>';
const RAW_ORIENTATION = (value: number) =>
  bytesOf([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    value,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);

/** The appended picture's bytes in a stripped file. */
const expectClean = (photo: Uint8Array) => expect(stripped(jpeg, photo)).toEqual(buildJpeg());

describe("a strip of everything personal", () => {
  it("drops every metadata segment and keeps what draws the picture, in its order", () => {
    const photo = buildJpeg([
      jfif(),
      exif(located()),
      xmp(PLACE_XMP),
      segment(0xe1, "FLIR\0\x01\0\0heat"),
      icc(1, 2, "pro"),
      segment(0xe2, "FPXR\0stream"),
      comment("hello"),
      jumbf(1, 1, 12, "cred"),
      segment(0xec, "Ducky\0\x01"),
      photoshop("8BIM..."),
      adobe(1),
      segment(0xef, "anything"),
      icc(2, 2, "file"),
    ]);
    expect(stripped(jpeg, photo)).toEqual(
      buildJpeg([jfif(), icc(1, 2, "pro"), adobe(1), icc(2, 2, "file")]),
    );
  });

  it("answers one range of the whole file when there is nothing to remove", () => {
    const clean = buildJpeg([jfif(), exif(RAW_ORIENTATION(6)), icc(1, 1, "profile"), adobe(1)]);
    expect(jpeg.strip(new MemorySource(clean), IDENTITY)).toEqual({
      ok: true,
      value: [{ start: 0, end: clean.length }],
    });
  });

  it("leaves each of the eight orientations as it is shown, in an Exif block that says nothing else", () => {
    for (const turn of [2, 3, 4, 5, 6, 7, 8]) {
      const result = stripped(jpeg, buildJpeg([jfif(), comment("x"), exif(located(turn))]));
      expect(result).toEqual(buildJpeg([jfif(), exif(RAW_ORIENTATION(turn))]));
    }
  });

  it("puts that block behind SOI where no JFIF segment comes first", () => {
    expect(stripped(jpeg, buildJpeg([exif(located(6)), icc(1, 1, "p"), jfif()]))).toEqual(
      buildJpeg([exif(RAW_ORIENTATION(6)), icc(1, 1, "p"), jfif()]),
    );
  });

  it("keeps the day it was taken when asked to, and nothing else", () => {
    const taken = buildTiff([
      [
        { tag: 0x010f, text: "Camera maker" },
        { tag: 0x8769, ifds: [[{ tag: 0x9003, text: "2021:07:14 09:30:00" }]] },
      ],
    ]);
    const result = stripped(jpeg, buildJpeg([exif(taken)]), IDENTITY_BUT_DATE);
    const [block] = typeof result === "string" ? [] : inspected(jpeg, result).blocks;
    const content = block && typeof result !== "string" ? textOf(result, block.payload) : "";
    expect(block?.kind).toBe("exif");
    expect(content).toContain("2021:07:14 09:30:00");
    expect(content).not.toContain("Camera");
  });

  it("takes the thumbnail out of JFIF and leaves the density", () => {
    expect(stripped(jpeg, buildJpeg([jfif("abcdef"), segment(0xe0, "JFXX\0\x13abc")]))).toEqual(
      buildJpeg([jfif()]),
    );
  });

  it("keeps Adobe's segment, without which colours come out inverted", () => {
    const photo = buildJpeg([adobe(2), comment("x")]);
    expect(stripped(jpeg, photo)).toEqual(buildJpeg([adobe(2)]));
  });

  it("refuses a file whose colours hang on a segment that hides something", () => {
    const photo = buildJpeg([
      segment(0xee, concat("Adobe", [0, 100, 0, 0, 0, 0, 1], "x".repeat(80))),
    ]);
    expect(jpeg.strip(new MemorySource(photo), IDENTITY)).toEqual({
      ok: false,
      error: { code: "format-read-only", subject: "APP14 Adobe, overlong" },
    });
  });
});

describe("what other tools leave behind or break", () => {
  it("accepts fill bytes before a marker", () => {
    expectClean(concat(SOI, [0xff, 0xff], exif(located()), PIXELS, EOI));
    const filled = concat(SOI, TABLES, [0xff, 0xff], frame(), SCAN, [0xff, 0xff], EOI);
    expect(stripped(jpeg, filled)).toEqual(filled);
  });

  it("removes the position in an appended JPEG", () => {
    expectClean(buildJpeg([], [buildJpeg([exif(located())])]));
  });

  it("removes the position in an appended MP4", () => expectClean(buildJpeg([], [buildVideo()])));

  it("removes the position in a comment", () =>
    expectClean(buildJpeg([comment("51.5007, -0.1246")])));

  it("leaves FF behind SOI although a segment's length is too short", () => {
    expectClean(concat(SOI, segment(0xe1, "Exif\0\0II*\0rest of it", 9), PIXELS, EOI));
    expectClean(concat(SOI, "stray", exif(located()), PIXELS, EOI));
    expectClean(concat(SOI, segment(0xfe, "text", 0), segment(0xe1, "Exif", 1), PIXELS, EOI));
  });

  it("removes Exif under a header in another case or behind other bytes", () => {
    expectClean(buildJpeg([exif(located(), "EXIF\0\0"), exif(located(), "exif\0\0")]));
    expectClean(buildJpeg([exif(located(), "\0\0Exif\0\0")]));
  });

  it("removes every part of extended XMP", () => {
    const guid = "0123456789ABCDEF0123456789ABCDEF";
    expectClean(buildJpeg([extendedXmp(guid, 6, 0, "abc"), extendedXmp(guid, 6, 3, "def")]));
  });

  it("removes metadata between scans", () => {
    const photo = (between: Bytes) => concat(SOI, TABLES, frame(0xc2), SCAN, between, SCAN, EOI);
    expect(stripped(jpeg, photo(concat(exif(located()), comment("x"))))).toEqual(photo(""));
  });

  it("does not invent an end for a file that lost it", () => {
    expect(stripped(jpeg, concat(SOI, exif(located()), PIXELS))).toBe("format-damaged");
    expect(stripped(jpeg, concat(SOI, TABLES, frame(), SCAN_HEADER))).toBe("format-damaged");
  });
});

describe("a strip of the location alone", () => {
  it("leaves every other byte where it is", () => {
    const photo = buildJpeg([jfif(), exif(located()), comment("hello"), icc(1, 1, "p")]);
    const result = stripped(jpeg, photo, LOCATION);
    expect(result).toHaveLength(photo.length);
    expect(inspected(jpeg, bytesOf(result)).blocks).toEqual(inspected(jpeg, photo).blocks);
    expect(textOf(bytesOf(result), [{ start: 0, end: photo.length }])).toContain("Camera maker");
    expect(stripped(jpeg, bytesOf(result), LOCATION)).toEqual(result);
  });

  it("cleans an appended picture in place, and drops an appended video that says where it was taken", () => {
    const second = buildJpeg([exif(located())]);
    const photo = buildJpeg([], [second, buildVideo()]);
    const result = bytesOf(stripped(jpeg, photo, LOCATION));
    expect(result).toHaveLength(photo.length - buildVideo().length);
    const text = textOf(result, [{ start: 0, end: result.length }]);
    expect(text).toContain("Camera maker");
    expect(text).not.toContain("+51.5");
  });

  it("drops an appended video with a track of positions, but not for a word among its samples", () => {
    const video = (track: string) =>
      concat(box("ftyp", "isom"), box("mdat", "camm"), box("moov", box("stsd", track)));
    expect(stripped(jpeg, buildJpeg([], [video("camm")]), LOCATION)).toEqual(buildJpeg());
    const plain = buildJpeg([], [video("avc1")]);
    expect(stripped(jpeg, plain, LOCATION)).toEqual(plain);
  });

  it("takes back an XMP packet's promise of the video that goes", () => {
    const packet = (flag: string, bytes: string) =>
      xmp(
        `<x:xmpmeta><rdf:Description GCamera:MicroVideo="${flag}" GCamera:MicroVideoOffset="${bytes}"/></x:xmpmeta>`,
      );
    const photo = buildJpeg([packet("1", "87")], [buildVideo()]);
    expect(stripped(jpeg, photo, LOCATION)).toEqual(buildJpeg([packet("0", "00")]));
  });

  it("tells the index of pictures where they moved", () => {
    const second = buildJpeg();
    const bare = buildJpeg([
      mpf([
        { size: 0, offset: 0 },
        { size: 0, offset: 0 },
      ]),
    ]);
    const indexed = (before: Uint8Array) => {
      const size = bare.length + before.length;
      const distance = size - (2 + before.length + 8);
      const entries = [
        { size, offset: 0 },
        { size: second.length, offset: distance },
      ];
      return concat(buildJpeg([before, mpf(entries)]), second);
    };
    const result = bytesOf(stripped(jpeg, indexed(comment("51.5007, -0.1246")), LOCATION));
    const blocks = inspected(jpeg, result).blocks.map(({ name }) => name);
    expect(blocks).toEqual(["APP2 MPF", "MPF picture"]);
    expect(stripped(jpeg, result, LOCATION)).toEqual(result);
  });
});

describe("a strip of chosen kinds", () => {
  it("drops the blocks that tell of them and keeps the others", () => {
    const photo = buildJpeg([comment("by J. Doe"), segment(0xec, "Ducky\0\x01")]);
    expect(stripped(jpeg, photo, only("device"))).toEqual(buildJpeg([comment("by J. Doe")]));
  });

  it("takes stray bytes along that would else come to stand behind SOI", () => {
    const photo = concat(SOI, segment(0xec, "Ducky\0\x01"), "stray", PIXELS, EOI);
    expect(stripped(jpeg, photo, only("device"))).toEqual(buildJpeg());
  });
});
