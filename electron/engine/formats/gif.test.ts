import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../base/bytes.ts";
import { gif } from "./gif.ts";
import { reveal } from "./reveal/reveal.ts";
import {
  application,
  comment,
  control,
  extension,
  gifFile,
  image,
  netscape,
  subBlocks,
  xmp,
} from "./testing/gif-builder.ts";
import {
  bytesAt,
  cuts,
  extremes,
  flips,
  inspected,
  isUntouched,
  stripped,
  wrongWith,
} from "./testing/harness.ts";

const PACKET =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="51,30N" exif:GPSLongitude="0,7W"/></rdf:RDF></x:xmpmeta>';
const PROFILE = application("ICCRGBG1012", subBlocks("profile"));
const PLAIN_TEXT = extension(1, subBlocks("123456789012drawn text", 12));

const DIRTY = gifFile(
  [
    netscape(3),
    comment("made by Test Person"),
    xmp(PACKET),
    PROFILE,
    application("MGK8BIM0000", subBlocks("8BIM")),
    application("UNKNOWN 1.0", subBlocks("data")),
    control(),
    image(),
    extension(0x42, subBlocks("odd")),
    PLAIN_TEXT,
    control(),
    image("\x84\x0a"),
  ],
  "trailer",
);
const CLEAN = gifFile([
  netscape(3),
  PROFILE,
  control(),
  image(),
  PLAIN_TEXT,
  control(),
  image("\x84\x0a"),
]);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("a GIF's inspection", () => {
  it("names every part that is not drawn", () => {
    const { size, orientation, blocks } = inspected(gif, DIRTY);
    expect({ size, orientation }).toEqual({ size: { width: 2, height: 1 }, orientation: 1 });
    expect(blocks.map(({ kind, name }) => [kind, name])).toEqual([
      ["comment", "comment extension"],
      ["xmp", "application extension XMP DataXMP"],
      ["icc", "application extension ICCRGBG1012"],
      ["photoshop", "application extension MGK8BIM0000"],
      ["unknown", "application extension UNKNOWN 1.0"],
      ["unknown", "extension 0x42"],
      ["trailer", "bytes after the end"],
    ]);
  });

  it("reads XMP that has no sub-blocks, behind which a magic trailer stands", () => {
    const bytes = gifFile([xmp(PACKET), image()]);
    const [block] = inspected(gif, bytes).blocks;
    expect(text(bytesAt(bytes, block?.payload ?? []))).toBe(PACKET);
    const [fact] = reveal(new MemorySource(bytes), inspected(gif, bytes));
    expect(fact).toMatchObject({ kind: "location", type: "gps", location: { lat: 51.5 } });
  });

  it("reads XMP that a writer has cut into sub-blocks", () => {
    const bytes = gifFile([application("XMP DataXMP", subBlocks(PACKET)), image()]);
    const [block] = inspected(gif, bytes).blocks;
    expect(text(bytesAt(bytes, block?.payload ?? []))).toBe(PACKET);
  });

  it("joins a comment of several sub-blocks", () => {
    const words = "long ".repeat(100);
    const bytes = gifFile([comment(words), image()]);
    const [block] = inspected(gif, bytes).blocks;
    expect(text(bytesAt(bytes, block?.payload ?? []))).toBe(words);
  });
});

describe("a GIF's strip", () => {
  it("drops comments, XMP and unknown extensions and keeps loops, profile, delays and plain text", () => {
    expect(stripped(gif, DIRTY)).toEqual(CLEAN);
  });

  it("drops data hidden behind the loop count and the delay", () => {
    const loop = application("NETSCAPE2.0", subBlocks("\x01\x03\x00secret", 3));
    const delay = extension(0xf9, Buffer.concat([Uint8Array.of(4, 0, 10, 0, 0), subBlocks("x")]));
    expect(stripped(gif, gifFile([loop, delay, image()]))).toEqual(
      gifFile([netscape(3), control(), image()]),
    );
  });

  it("drops zeros between blocks, which decoders step over", () => {
    const bytes = gifFile([new Uint8Array(40), image(), new Uint8Array(3)]);
    expect(stripped(gif, bytes)).toEqual(gifFile([image()]));
  });

  it("writes nothing when there is nothing to drop", () => {
    expect(isUntouched(gif, CLEAN)).toBe(true);
    expect(isUntouched(gif, DIRTY, "location")).toBe(false);
  });

  it("blanks the place alone when only the place shall go", () => {
    const clean = stripped(gif, DIRTY, "location");
    expect(clean.length).toBe(DIRTY.length);
    expect(inspected(gif, clean).blocks).toEqual(inspected(gif, DIRTY).blocks);
    expect(text(clean)).not.toContain("GPSLatitude");
    expect(text(clean)).toContain("Test Person");
  });
});

describe("a damaged GIF", () => {
  const WHOLE = gifFile([netscape(), comment("words"), xmp(PACKET), control(), image()]);

  it("is refused wherever it is cut", () => {
    const accepted = cuts(WHOLE).filter((cut) => gif.inspect(new MemorySource(cut), "full").ok);
    expect(accepted).toEqual([]);
  });

  it("gives a true answer or a failure for any changed byte", () => {
    const wrong = [...flips(WHOLE), ...flips(DIRTY, 500, 2)].map((copy) => wrongWith(gif, copy));
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it("gives a true answer or a failure for lengths of nothing and of everything", () => {
    const wrong = extremes(DIRTY, [...DIRTY.keys()], 1).map((copy) => wrongWith(gif, copy));
    expect(wrong.filter(Boolean)).toEqual([]);
  });

  it("without any picture is refused", () => {
    const read = gif.inspect(new MemorySource(gifFile([comment("x")])), "full");
    expect(read).toMatchObject({ ok: false, error: { code: "format-damaged", subject: "gif" } });
  });
});

it("holds for any list of extensions: one strip is enough, and the pixels stay", () => {
  const chain = fc.uint8Array({ maxLength: 30 }).map((data) => subBlocks(data, 7));
  const part = fc.oneof(
    fc.tuple(fc.nat(255), chain).map(([label, data]) => extension(label, data)),
    fc.constantFrom(image(), control(), netscape(), xmp("<x/>"), comment("c"), new Uint8Array(2)),
    chain.map((data) => application("NETSCAPE2.0", data)),
    chain.map((data) => application("XMP DataXMP", data)),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      expect(wrongWith(gif, gifFile([...parts, image()]))).toBeUndefined();
    }),
    { seed: 11, numRuns: 400 },
  );
});
