import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import {
  adobe,
  buildJpeg,
  buildVideo,
  comment,
  concat,
  exif,
  extendedXmp,
  icc,
  indexedJpeg,
  jfif,
  jumbf,
  mpf,
  photoshop,
  SCAN_HEADER,
  segment,
  xmp,
} from "../testing/jpeg-builder.ts";
import { seeded } from "../testing/seeded.ts";
import {
  assembled,
  IDENTITY,
  inspected,
  LOCATION,
  only,
  pixelsOf,
  stripped,
} from "../testing/stripping.ts";
import { jpeg } from "./jpeg.ts";
import { mainSegment } from "./jpeg-hdr-xmp.ts";

const MAP = buildJpeg([
  xmp(
    '<x:xmpmeta xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0" hdrgm:GainMapMax="2" hdrgm:HDRCapacityMax="2"/>',
  ),
  exif("II*\0\x08\0\0\0\0\0\0\0\0\0"),
  comment("51.5007, -0.1246"),
]);
/** One of everything, with an HDR gain map that is understood. */
const RICH = indexedJpeg(
  [
    jfif("abc"),
    exif("II*\0\x08\0\0\0\0\0\0\0\0\0"),
    mainSegment(MAP.length),
    extendedXmp("0123456789ABCDEF0123456789ABCDEF", 3, 0, "abc"),
    icc(1, 1, "p"),
    jumbf(1, 1, 12, "cred"),
    photoshop("8BIM\x04\x04\0\0\0\0\0\0"),
    adobe(1),
    comment("51.5007, -0.1246"),
  ],
  MAP,
  mpf,
  [buildJpeg([exif("MM\0*")]), buildVideo(), "behind"],
);
const PLANS = [IDENTITY, LOCATION, only("device", "hidden-data")];

/** Reads and strips; whatever comes out must be true: pixels as before, and nothing left to strip. */
function expectTruth(bytes: Uint8Array) {
  for (const depth of ["quick", "full"] as const) {
    const read = jpeg.inspect(new MemorySource(bytes), depth);
    if (!read.ok) expect(read.error).toMatchObject({ code: "format-damaged", subject: "jpeg" });
    else {
      const all = [
        ...read.value.blocks.flatMap((block) => [...block.spans, ...block.payload]),
        ...read.value.pixels,
      ];
      const isInside = all.every(
        ({ start, end }) => 0 <= start && start <= end && end <= bytes.length,
      );
      expect(isInside).toBe(true);
    }
  }
  for (const plan of PLANS) {
    const result = jpeg.strip(new MemorySource(bytes), plan);
    if (!result.ok) {
      expect(["format-damaged", "format-read-only"]).toContain(result.error.code);
      continue;
    }
    const clean = assembled(bytes, result.value);
    const again = stripped(jpeg, clean, plan);
    // Compared as plain bytes, because whole-value matchers are slow over thousands of files.
    const isSettled = typeof again !== "string" && Buffer.compare(again, clean) === 0;
    const isSamePicture = pixelsOf(jpeg, clean) === pixelsOf(jpeg, bytes);
    expect({ isSettled, isSamePicture }).toEqual({ isSettled: true, isSamePicture: true });
  }
}

it("the file these tests damage is whole and holds one of everything", () => {
  expect(inspected(jpeg, RICH).blocks.map(({ kind }) => kind)).toEqual([
    ...["jfif", "thumbnail", "exif", "xmp", "icc", "c2pa", "photoshop", "comment", "mpf"],
    ...["gain-map", "xmp", "exif", "comment", "image", "exif", "video", "trailer"],
  ]);
});

describe("a damaged JPEG", () => {
  it("is answered truly wherever it is cut", () => {
    for (let length = 0; length <= RICH.length; length++) expectTruth(RICH.slice(0, length));
  });

  it("is answered truly whatever byte is wrong", () => {
    const next = seeded(2023);
    for (let round = 0; round < 500; round++) {
      const bytes = RICH.slice();
      for (let flips = next(4); flips >= 0; flips--) bytes[next(bytes.length)] = next(256);
      expectTruth(bytes);
    }
  });

  it("is answered truly whatever length a segment claims", () => {
    for (const marker of [0xc0, 0xc4, 0xdb, 0xdd, 0xe0, 0xe1, 0xe2, 0xed, 0xee, 0xfe]) {
      for (const length of [0, 1, 2, 3, 16, 0xfffe, 0xffff]) {
        expectTruth(buildJpeg([segment(marker, "Exif\0\0II*\0 or else", length), jfif()]));
      }
    }
  });

  it("is given up when it is all segments", () => {
    const photo = buildJpeg(Array<Uint8Array>(20_001).fill(segment(0xfe, "")));
    expect(stripped(jpeg, photo)).toBe("format-damaged");
  });

  it("is answered truly when everything appended looks like a beginning", () => {
    expectTruth(buildJpeg([], ["\xff\xd8\xff".repeat(400), "ftyp".repeat(400), "SEFH"]));
  });
});

describe("any JPEG", () => {
  const metadata = fc.oneof(
    fc.string({ unit: "binary-ascii" }).map(comment),
    fc.constant(exif("II*\0\x08\0\0\0\0\0\0\0\0\0")),
    fc
      .tuple(fc.integer({ min: 0xe0, max: 0xef }), fc.uint8Array())
      .map(([marker, body]) => segment(marker, body)),
    fc.constant(jfif("abcdef")),
    fc.constant(icc(1, 1, "profile")),
  );

  it("loses nothing but metadata, and all of it, to a strip", () => {
    fc.assert(
      fc.property(fc.array(metadata), fc.uint8Array(), (before, behind) => {
        const photo = buildJpeg([...before], [behind]);
        expectTruth(photo);
        const clean = stripped(jpeg, photo);
        expect(pixelsOf(jpeg, photo)).toBe(
          typeof clean === "string" ? clean : pixelsOf(jpeg, clean),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("keeps whatever its scan holds", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (coded) => {
        const bytes = buildJpeg();
        expectTruth(concat(bytes.slice(0, -2), SCAN_HEADER, coded, bytes.slice(-2)));
      }),
      { numRuns: 200 },
    );
  });
});
