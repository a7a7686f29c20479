import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../../base/bytes.ts";
import {
  box,
  bytesOf,
  ftyp,
  fullBox,
  lastBox,
  longBox,
  u32,
  uuidBox,
  zeros,
} from "../testing/bmff-builder.ts";
import { cuts } from "../testing/harness.ts";
import { type Box, brandsOf, readBoxes } from "./bmff.ts";

const read = (bytes: Uint8Array) => readBoxes(new MemorySource(bytes));
const rowOf = (bytes: Uint8Array) => {
  const row = read(bytes);
  if (!row.ok) throw new Error(`broken at ${row.error.offset}`);
  return row.value;
};
const spans = (boxes: readonly Box[]) => boxes.map(({ type, start, end }) => [type, start, end]);

describe("the boxes of a file", () => {
  it("are told with 32-bit, 64-bit and open lengths", () => {
    const bytes = bytesOf(ftyp("isom"), longBox("free", "abcd"), lastBox("mdat", "rest"));
    expect(spans(rowOf(bytes).boxes)).toEqual([
      ["ftyp", 0, 16],
      ["free", 16, 36],
      ["mdat", 36, 48],
    ]);
  });

  it("are read inside containers, behind version and flags where there are any", () => {
    const bytes = bytesOf(
      ftyp("heic"),
      fullBox("meta", 0, 0, box("hdlr"), box("iprp", box("ipco", box("ispe")))),
      box("moov", box("meta", box("hdlr"), box("ilst"))),
    );
    const [, meta, moov] = rowOf(bytes).boxes;
    expect(spans(meta?.children ?? [])).toEqual([
      ["hdlr", 28, 36],
      ["iprp", 36, 60],
    ]);
    expect(moov?.children[0]?.children.map(({ type }) => type)).toEqual(["hdlr", "ilst"]);
  });

  it("carry their extended type", () => {
    const uuid = "be7acfcb97a942e89c71999491e3afac";
    const [, found] = rowOf(bytesOf(ftyp("isom"), uuidBox(uuid, "xml"))).boxes;
    expect(found).toMatchObject({ type: "uuid", uuid, content: 24, body: 40, end: 43 });
  });

  it("end where foreign bytes begin, and where a second file does", () => {
    const picture = bytesOf(ftyp("heic"), fullBox("meta", 0, 0));
    const foreign = rowOf(bytesOf(picture, "\xff\xd8\xff\xe0 more"));
    expect(foreign.rest).toEqual({ start: 28, end: 37 });
    const second = rowOf(bytesOf(picture, ftyp("isom"), box("moov")));
    expect(second.rest).toEqual({ start: 28, end: 52 });
  });

  it("are refused where the picture or film itself is cut short", () => {
    const bytes = bytesOf(ftyp("isom"), u32(500), "mdat", "too little");
    expect(read(bytes)).toEqual({ ok: false, error: { offset: 16 } });
  });

  it("are refused where a child leaves its parent", () => {
    const bytes = bytesOf(ftyp("isom"), box("moov", u32(64), "mvhd", zeros(8)));
    expect(read(bytes)).toEqual({ ok: false, error: { offset: 24 } });
  });

  it("are skipped where a maker's user data breaks the rules, as players do", () => {
    const bytes = bytesOf(ftyp("isom"), box("moov", box("udta", u32(999), "ABCD", "???")));
    expect(rowOf(bytes).boxes[1]?.children[0]?.rest).toEqual({ start: 32, end: 43 });
  });

  it("are refused when nested deeper than any real file", () => {
    let nested = box("moov");
    for (let depth = 0; depth < 20; depth++) nested = box("moov", nested);
    expect(read(bytesOf(ftyp("isom"), nested)).ok).toBe(false);
  });

  it("are refused when there are more than any real file has", () => {
    const many = new Uint8Array(8 * 100_001);
    const one = box("free");
    for (let at = 0; at < many.length; at += 8) many.set(one, at);
    expect(read(many).ok).toBe(false);
  });

  it("are told with all brands, however many", () => {
    const compatible = Array.from({ length: 9 }, (_, index) => `br0${index}`);
    const bytes = ftyp("heic", ...compatible);
    expect(bytes.length).toBe(52);
    expect(brandsOf(new MemorySource(bytes))).toEqual(["heic", ...compatible]);
    expect(brandsOf(new MemorySource(bytes.slice(0, 20)))).toEqual(["heic", "br00"]);
  });
});

/** Any tree of boxes, with the span each has. */
const tree = fc.letrec<{ box: Uint8Array }>((tie) => ({
  box: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    fc.uint8Array({ maxLength: 12 }).map((body) => box("free", body)),
    fc.array(tie("box"), { maxLength: 4 }).map((children) => box("moov", ...children)),
    fc.array(tie("box"), { maxLength: 4 }).map((children) => longBox("trak", ...children)),
  ),
}));

function wrongIn(boxes: readonly Box[], start: number, end: number): boolean {
  let at = start;
  for (const one of boxes) {
    if (one.start !== at || one.end > end || one.body > one.end) return true;
    if (wrongIn(one.children, one.children[0]?.start ?? one.end, one.end)) return true;
    at = one.end;
  }
  return false;
}

describe("the box walker", () => {
  it("covers any well-formed tree without gap or overlap", () => {
    fc.assert(
      fc.property(fc.array(tree.box, { minLength: 1, maxLength: 5 }), (parts) => {
        const bytes = bytesOf(parts);
        const { boxes, rest } = rowOf(bytes);
        return (
          rest === undefined &&
          boxes.at(-1)?.end === bytes.length &&
          !wrongIn(boxes, 0, bytes.length)
        );
      }),
    );
  });

  it("answers for any bytes, and never leaves them", () => {
    fc.assert(
      fc.property(
        fc.array(tree.box, { maxLength: 3 }),
        fc.uint8Array({ maxLength: 40 }),
        fc.nat(),
        (parts, noise, at) => {
          const bytes = bytesOf(parts, zeros(40));
          bytes.set(noise, at % (bytes.length - noise.length + 1));
          const row = read(bytes);
          return !row.ok
            ? row.error.offset <= bytes.length
            : !wrongIn(row.value.boxes, 0, bytes.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("answers for a file cut anywhere", () => {
    const bytes = bytesOf(
      ftyp("isom"),
      box("moov", longBox("trak", box("mdia"))),
      lastBox("mdat", "x"),
    );
    for (const cut of cuts(bytes)) expect(() => read(cut)).not.toThrow();
  });
});
