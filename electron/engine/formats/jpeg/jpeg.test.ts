import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import {
  adobe,
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
  PIXELS,
  photoshop,
  SCAN,
  SOI,
  segment,
  TABLES,
  xmp,
} from "../testing/jpeg-builder.ts";
import { inspected, pixelsOf, told } from "../testing/stripping.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { jpeg } from "./jpeg.ts";

const turned = (value: number) => buildTiff([[{ tag: 0x0112, type: 3, values: [value] }]]);
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("a JPEG's segments", () => {
  it("tells every kind of metadata segment by its header", () => {
    const photo = buildJpeg([
      jfif(),
      segment(0xe0, "JFXX\0\x10thumb"),
      exif("II*\0rest"),
      xmp("<x:xmpmeta/>"),
      segment(0xe1, "FLIR\0\x01\0\0heat"),
      icc(1, 1, "profile"),
      segment(0xe2, "FPXR\0stream"),
      segment(0xe3, "Meta"),
      jumbf(1, 1, 12, "cred"),
      segment(0xec, "Ducky\0\x01"),
      photoshop("8BIM..."),
      comment("hello"),
    ]);
    expect(told(jpeg, photo)).toEqual([
      ["jfif", "APP0 JFIF", "JFIF\0\x01\x01\x01\0H\0H\0\0"],
      ["thumbnail", "APP0 JFXX", "thumb"],
      ["exif", "APP1 Exif", "II*\0rest"],
      ["xmp", "APP1 XMP", "<x:xmpmeta/>"],
      ["vendor", "APP1 FLIR", "heat"],
      ["icc", "APP2 ICC", "profile"],
      ["vendor", "APP2 FPXR", "stream"],
      ["unknown", "APP3", "Meta"],
      ["c2pa", "APP11 JUMBF", "\0\0\0\x0cjumbcred"],
      ["vendor", "APP12 Ducky", "Ducky\0\x01"],
      ["photoshop", "APP13 Photoshop", "8BIM..."],
      ["comment", "COM", "hello"],
    ]);
  });

  it("reports size, orientation and the bytes that draw the picture", () => {
    const photo = buildJpeg([exif(turned(6)), adobe(1)]);
    expect(inspected(jpeg, photo)).toMatchObject({
      format: "jpeg",
      size: { width: 8, height: 8 },
      orientation: 6,
    });
    expect(pixelsOf(jpeg, photo)).toBe(latin1(buildJpeg([adobe(1)])));
  });

  it("says that it knows no size when the lines are counted only at the end", () => {
    const photo = concat(SOI, TABLES, frame(0xc0, 8, 0), SCAN, EOI);
    expect(inspected(jpeg, photo).size).toBeNull();
  });

  it("joins metadata that came in parts, each in its own order", () => {
    const guid = "0123456789ABCDEF0123456789ABCDEF";
    const photo = buildJpeg([
      exif("II*\0one "),
      exif("two"),
      icc(2, 2, "B"),
      icc(1, 2, "A"),
      extendedXmp(guid, 6, 3, "def"),
      extendedXmp(guid, 6, 0, "abc"),
      photoshop("8BIM one"),
      photoshop(" two"),
      jumbf(7, 2, 16, "tial"),
      jumbf(7, 1, 16, "creden"),
    ]);
    expect(told(jpeg, photo)).toEqual([
      ["exif", "APP1 Exif", "II*\0one two"],
      ["icc", "APP2 ICC", "AB"],
      ["xmp", "APP1 extended XMP", "abcdef"],
      ["photoshop", "APP13 Photoshop", "8BIM one two"],
      ["c2pa", "APP11 JUMBF", "\0\0\0\x10jumbcredential"],
    ]);
  });

  it("keeps two Exif blocks apart that each begin with a header of their own", () => {
    const photo = buildJpeg([exif("II*\0one"), exif("MM\0*two")]);
    expect(told(jpeg, photo)).toEqual([
      ["exif", "APP1 Exif", "II*\0one"],
      ["exif", "APP1 Exif", "MM\0*two"],
    ]);
  });

  it("takes a colour profile of which a part is missing for no profile, as decoders do", () => {
    expect(told(jpeg, buildJpeg([icc(1, 2, "A")]))).toEqual([["unknown", "APP2 ICC", "A"]]);
    expect(told(jpeg, buildJpeg([icc(1, 2, "A"), icc(1, 2, "A")]))[0]?.[0]).toBe("unknown");
  });

  it("follows the first proper Exif block's orientation, as viewers do", () => {
    const odd = exif(turned(3), "EXIF\0\0");
    expect(inspected(jpeg, buildJpeg([odd, exif(turned(8))])).orientation).toBe(8);
    expect(inspected(jpeg, buildJpeg([odd])).orientation).toBe(1);
    expect(inspected(jpeg, buildJpeg([exif(turned(9))])).orientation).toBe(1);
  });
});

describe("what stands where no one looks", () => {
  it("finds metadata between the scans of a progressive picture", () => {
    const photo = concat(SOI, TABLES, frame(0xc2), SCAN, comment("between"), SCAN, EOI);
    expect(told(jpeg, photo)).toEqual([["comment", "COM", "between"]]);
    expect(pixelsOf(jpeg, photo)).toBe(latin1(concat(SOI, TABLES, frame(0xc2), SCAN, SCAN, EOI)));
  });

  it("takes restart markers, stuffed bytes and reserved codes for coded pixels", () => {
    const coded = bytesOf([0x12, 0xff, 0x00, 0xff, 0xd0, 0xff, 0xd7, 0xff, 0x02, 0x34]);
    const photo = concat(SOI, PIXELS, coded, [0xff, 0xff], EOI, "behind");
    expect(told(jpeg, photo)).toEqual([["trailer", "bytes after the end", "behind"]]);
  });

  it("tells apart the pictures, videos and remains that are appended", () => {
    const second = buildJpeg([exif("II*\0GPS"), icc(1, 1, "its own")]);
    const photo = buildJpeg([], [second, buildVideo(), "remains", second, "PK\x03\x04zip"]);
    expect(told(jpeg, photo).map(([kind, name]) => [kind, name])).toEqual([
      ["image", "appended JPEG"],
      ["exif", "appended JPEG/APP1 Exif"],
      ["video", "appended video"],
      ["trailer", "bytes after the end"],
      ["image", "appended JPEG"],
      ["exif", "appended JPEG/APP1 Exif"],
      ["trailer", "appended ZIP"],
    ]);
  });

  it("follows a video's last box to the end of the file when it states no length", () => {
    const endless = concat(box("ftyp", "isom"), [0, 0, 0, 0], "mdat", "samples \xff\xd8\xff");
    expect(told(jpeg, buildJpeg([], [endless])).map(([kind]) => kind)).toEqual(["video"]);
  });

  it("calls zeros behind the end padding", () => {
    expect(told(jpeg, buildJpeg([], ["\0".repeat(300_000)])).map(([kind]) => kind)).toEqual([
      "padding",
    ]);
  });

  it("finds a motion photo's video and Samsung's directory behind it", () => {
    const photo = buildJpeg(
      [],
      ["\0\0\x30\x0a\x10\0\0\0MotionPhoto_Data", buildVideo(), "SEFHj\0\0\0…SEFT"],
    );
    expect(told(jpeg, photo).map(([kind, name]) => [kind, name])).toEqual([
      ["trailer", "bytes after the end"],
      ["video", "appended video"],
      ["vendor", "Samsung trailer"],
    ]);
  });
});

describe("a JPEG that is not whole", () => {
  it("is damaged where it is cut before its first scan", () => {
    const photo = buildJpeg([comment("hello")]);
    for (let length = 0; length < 11; length++) {
      expect(jpeg.inspect(new MemorySource(photo.slice(0, length)), "full")).toEqual({
        ok: false,
        error: { code: "format-damaged", subject: "jpeg", offset: length < 2 ? 0 : 2 },
      });
    }
  });

  it("is still reported, with pixels to its end, when it is cut within its scan", () => {
    const photo = concat(SOI, comment("hello"), PIXELS, "more coded pixels");
    expect(told(jpeg, photo)).toEqual([["comment", "COM", "hello"]]);
    expect(pixelsOf(jpeg, photo)).toBe(latin1(concat(SOI, PIXELS, "more coded pixels")));
  });

  it("names the offset of a segment that leaves the file and of a marker nobody knows", () => {
    const offsetIn = (bytes: Uint8Array) => {
      const result = jpeg.inspect(new MemorySource(bytes), "full");
      return result.ok ? undefined : result.error.offset;
    };
    expect(offsetIn(concat(SOI, jfif(), segment(0xe1, "Exif", 60_000), PIXELS, EOI))).toBe(20);
    expect(offsetIn(concat(SOI, segment(0xf7, "JPEG-LS"), PIXELS, EOI))).toBe(2);
    expect(offsetIn(concat(SOI, SOI, PIXELS, EOI))).toBe(2);
  });
});
