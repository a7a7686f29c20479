import { deflateSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import { buildJpeg, buildVideo, bytesOf, concat, u32 } from "../testing/jpeg-builder.ts";
import {
  ANIMATION,
  buildPng,
  chunk,
  IDAT,
  IEND,
  ihdr,
  internationalText,
  packedText,
  profile,
  rawProfileText,
  SIGNATURE,
  text,
} from "../testing/png-builder.ts";
import {
  IDENTITY,
  inspected,
  LOCATION,
  only,
  pixelsOf,
  stripped,
  told,
} from "../testing/stripping.ts";
import { buildTiff } from "../testing/tiff-builder.ts";
import { png } from "./png.ts";

const turned = (value: number) => buildTiff([[{ tag: 0x0112, type: 3, values: [value] }]]);
const ORIENTATION_6 = bytesOf([
  ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
]);
const CITY =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:City="Anytown"/></rdf:RDF></x:xmpmeta>';
/** Everything that may stay, before and behind the picture data. */
const DRAWING = [
  profile("sRGB", "profile"),
  chunk("gAMA", u32(45455)),
  chunk("cHRM", new Uint8Array(32)),
  chunk("sBIT", [8]),
  chunk("cICP", [1, 13, 0, 1]),
  chunk("mDCV", new Uint8Array(24)),
  chunk("cLLI", new Uint8Array(8)),
  chunk("bKGD", [0, 0]),
  chunk("tRNS", [0, 0]),
  chunk("pHYs", [0, 0, 11, 19, 0, 0, 11, 19, 1]),
  chunk("sPLT", "name\0\x08"),
];
const refusal = (bytes: Uint8Array) => {
  const result = png.strip(new MemorySource(bytes), IDENTITY);
  return result.ok ? undefined : result.error;
};

describe("a PNG's chunks", () => {
  it("are told by their types and keywords", () => {
    const file = buildPng(
      [
        profile("sRGB", "profile"),
        text("Author", "J. Doe"),
        packedText("Comment", "hello"),
        internationalText("Title", "a title"),
        internationalText("XML:com.adobe.xmp", CITY, true),
        text("Raw profile type exif", rawProfileText("exif", "Exif\0\0II*\0")),
        chunk("tIME", [7, 229, 7, 14, 9, 30, 0]),
        chunk("caBX", "jumb"),
        chunk("iDOT", "halves"),
      ],
      [
        chunk("eXIf", "Exif\0\0II*\0"),
        chunk("prVt", "mine"),
        text("no keyword's end".repeat(20), ""),
      ],
    );
    const packed = (value: string) => Buffer.from(deflateSync(value)).toString("latin1");
    expect(told(png, file)).toEqual([
      ["icc", "iCCP", packed("profile")],
      ["text", "tEXt Author", "J. Doe"],
      ["text", "zTXt Comment", packed("hello")],
      ["text", "iTXt Title", "a title"],
      ["xmp", "iTXt XML:com.adobe.xmp", packed(CITY)],
      ["text", "tEXt Raw profile type exif", rawProfileText("exif", "Exif\0\0II*\0")],
      ["times", "tIME", "\x07\xe5\x07\x0e\x09\x1e\0"],
      ["c2pa", "caBX", "jumb"],
      ["unknown", "iDOT", "halves"],
      ["exif", "eXIf", "II*\0"],
      ["unknown", "prVt", "mine"],
      ["unknown", "tEXt", `${"no keyword's end".repeat(20)}\0`],
    ]);
    expect(pixelsOf(png, file)).toBe(Buffer.from(buildPng()).toString("latin1"));
  });

  it("say its size, and its orientation before or behind the pixels", () => {
    const file = concat(SIGNATURE, ihdr(300, 200), IDAT, chunk("eXIf", turned(8)), IEND);
    expect(inspected(png, file)).toMatchObject({
      format: "png",
      size: { width: 300, height: 200 },
      orientation: 8,
    });
  });

  it("say no orientation under a wrong check, as decoders see none", () => {
    const file = buildPng([chunk("eXIf", turned(8), 1)]);
    expect(inspected(png, file).orientation).toBe(1);
    expect(stripped(png, file)).toEqual(buildPng());
  });
});

describe("a strip of everything personal", () => {
  it("leaves the chunks that draw the picture and nothing else", () => {
    const file = buildPng(
      [text("Author", "J. Doe"), ...DRAWING, internationalText("XML:com.adobe.xmp", CITY)],
      [
        ...[chunk("eXIf", turned(1)), chunk("tIME", "1234567"), chunk("prVt", "mine")],
        ...[chunk("caBX", "jumb"), chunk("iDOT", "halves")],
      ],
      ["behind"],
    );
    expect(stripped(png, file)).toEqual(buildPng(DRAWING));
  });

  it("answers one range of the whole file when there is nothing to remove", () => {
    const clean = buildPng([...DRAWING, chunk("eXIf", ORIENTATION_6)]);
    expect(png.strip(new MemorySource(clean), IDENTITY)).toEqual({
      ok: true,
      value: [{ start: 0, end: clean.length }],
    });
  });

  it("writes the orientation before the pixels, wherever it stood", () => {
    const file = buildPng([chunk("gAMA", u32(1))], [chunk("eXIf", turned(6))]);
    expect(stripped(png, file)).toEqual(
      buildPng([chunk("gAMA", u32(1)), chunk("eXIf", ORIENTATION_6)]),
    );
  });

  it("keeps every frame of an animation", () => {
    const animated = buildPng(ANIMATION.before, ANIMATION.behind);
    const chatty = buildPng(
      [text("Software", "x"), ...ANIMATION.before],
      [...ANIMATION.behind, text("Author", "J. Doe")],
    );
    expect(stripped(png, chatty)).toEqual(animated);
    expect(stripped(png, animated)).toEqual(animated);
  });

  it("drops a chunk of a drawing type whose length decoders would not accept", () => {
    expect(stripped(png, buildPng([chunk("gAMA", "lat 51.5007")]))).toEqual(buildPng());
  });

  it("drops whatever is appended: pictures, videos, remains, zeros", () => {
    const appended = [
      buildPng([text("Author", "J. Doe")]),
      buildJpeg(),
      buildVideo(),
      "rest",
      "\0\0",
    ];
    for (const behind of appended) {
      expect(stripped(png, buildPng([], [], [behind]))).toEqual(buildPng());
    }
    expect(
      told(png, buildPng([], [], [buildPng(), buildPng(), "\0"])).map(([kind]) => kind),
    ).toEqual(["image", "image", "padding"]);
  });
});

describe("a strip of the location alone", () => {
  it("rewrites packed XMP with a true check, and leaves every other chunk", () => {
    const file = buildPng([
      internationalText("XML:com.adobe.xmp", CITY, true),
      text("Author", "J. Doe"),
    ]);
    const result = bytesOf(stripped(png, file, LOCATION));
    const [xmp] = inspected(png, result).blocks;
    const [packed] = xmp?.payload ?? [];
    const packet = inflateSync(result.subarray(packed?.start, packed?.end)).toString("latin1");
    expect(packet).toHaveLength(CITY.length);
    expect(packet).not.toContain("Anytown");
    expect(result).toEqual(
      buildPng([internationalText("XML:com.adobe.xmp", packet, true), text("Author", "J. Doe")]),
    );
    expect(stripped(png, result, LOCATION)).toEqual(result);
  });

  it("drops a text that is a place, in whichever packing, and an Exif profile kept as text", () => {
    const located = buildTiff([
      [
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
    const file = buildPng([
      text("Comment", "51.5007, -0.1246"),
      packedText("Comment", "51.5007, -0.1246"),
      packedText("Raw profile type exif", rawProfileText("exif", concat("Exif\0\0", located))),
      text("Author", "J. Doe"),
    ]);
    expect(stripped(png, file, LOCATION)).toEqual(buildPng([text("Author", "J. Doe")]));
  });
});

it("a strip of chosen kinds drops Apple's iDOT as soon as anything moves, since it holds offsets", () => {
  const file = buildPng([chunk("iDOT", "halves"), text("Author", "J. Doe")]);
  expect(stripped(png, file, only("identity"))).toEqual(buildPng());
});

describe("a PNG that is refused", () => {
  it("is damaged where a critical chunk's check is wrong", () => {
    expect(refusal(concat(SIGNATURE, ihdr(), chunk("IDAT", "abc", 1), IEND))).toEqual({
      code: "format-damaged",
      subject: "png",
      offset: 33,
    });
  });

  it("is damaged where IHDR does not come first, or twice, or is none", () => {
    for (const head of [
      [text("Author", "x"), ihdr()],
      [ihdr(), ihdr()],
      [chunk("IHDR", "short")],
      [],
    ]) {
      expect(refusal(concat(SIGNATURE, ...head, IDAT, IEND))?.code).toBe("format-damaged");
    }
  });

  it("is damaged where IEND is missing, but still reported", () => {
    const cut = concat(SIGNATURE, ihdr(), text("Author", "J. Doe"), IDAT);
    expect(refusal(cut)?.code).toBe("format-damaged");
    expect(told(png, cut)).toEqual([["text", "tEXt Author", "J. Doe"]]);
  });

  it("is read-only when decoders need a chunk that we don't know", () => {
    const strange = buildPng([chunk("ABCD", "?")]);
    expect(refusal(strange)).toEqual({ code: "format-read-only", subject: "PNG ABCD" });
    expect(told(png, strange)).toEqual([["unknown", "ABCD", "?"]]);
    const apple = concat(SIGNATURE, chunk("CgBI", [0x50, 0, 0x20, 2]), ihdr(), IDAT, IEND);
    expect(refusal(apple)).toEqual({ code: "format-read-only", subject: "PNG CgBI" });
  });
});
