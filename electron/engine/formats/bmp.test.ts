import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../base/bytes.ts";
import { bmp } from "./bmp.ts";
import { bmpFile } from "./testing/bmp-builder.ts";
import {
  cuts,
  extremes,
  flips,
  inspected,
  isUntouched,
  stripped,
  wrongWith,
} from "./testing/harness.ts";

const PROFILE = { header: 124, profile: "colours" } as const;
const blocksOf = (bytes: Uint8Array) =>
  inspected(bmp, bytes).blocks.map(({ kind, name }) => [kind, name]);

describe("a bitmap", () => {
  it("holds nothing but its picture", () => {
    expect(inspected(bmp, bmpFile())).toEqual({
      format: "bmp",
      size: { width: 2, height: 2 },
      orientation: 1,
      blocks: [],
      pixels: [{ start: 10, end: bmpFile().length }],
    });
    expect(isUntouched(bmp, bmpFile())).toBe(true);
  });

  it("is told from a text that begins with BM", () => {
    const heads = [bmpFile(), Buffer.from("BM is a short name, and this is a longer text")];
    expect(heads.map((head) => bmp.recognises(head.subarray(0, 64)))).toEqual([true, false]);
  });

  it("keeps its colour profile", () => {
    expect(blocksOf(bmpFile(PROFILE))).toEqual([["icc", "ICC profile"]]);
    expect(isUntouched(bmp, bmpFile(PROFILE))).toBe(true);
  });

  it("loses what stands behind its end, and says its new length", () => {
    const dirty = bmpFile({ ...PROFILE, behind: "appended" });
    expect(blocksOf(dirty)[1]).toEqual(["trailer", "bytes after the end"]);
    expect(stripped(bmp, dirty)).toEqual(bmpFile(PROFILE));
  });

  it("has its unused bytes and reserved fields blanked, and nothing moves", () => {
    const dirty = bmpFile({ gap: "hidden", reserved: 0xabcdef });
    expect(blocksOf(dirty)).toEqual([
      ["unknown", "reserved fields"],
      ["padding", "unused bytes"],
    ]);
    expect(stripped(bmp, dirty)).toEqual(bmpFile({ gap: "\0".repeat(6) }));
  });

  it("loses the path of a linked profile", () => {
    const path = "C:\\Users\\Test Person\\p.icc";
    const link = { header: 124, isLink: true } as const;
    expect(blocksOf(bmpFile({ ...link, profile: path }))).toEqual([["text", "linked profile"]]);
    expect(stripped(bmp, bmpFile({ ...link, profile: path }))).toEqual(
      bmpFile({ ...link, profile: "\0".repeat(path.length) }),
    );
  });

  it("is left alone where zeros round its length up", () => {
    expect(isUntouched(bmp, bmpFile({ gap: "\0\0", behind: "\0\0" }))).toBe(true);
  });

  it("that wraps a JPEG is read but not rewritten", () => {
    const read = bmp.strip(new MemorySource(bmpFile({ compression: 4 })), {
      drops: new Set(),
      whole: true,
      keepDate: false,
    });
    expect(read).toEqual({
      ok: false,
      error: { code: "format-read-only", subject: "BMP around JPEG or PNG" },
    });
  });
});

describe("a damaged bitmap", () => {
  const FULL = bmpFile({ ...PROFILE, gap: "gap", reserved: 7 });

  it("is refused wherever it is cut", () => {
    const accepted = cuts(FULL).filter((cut) => bmp.inspect(new MemorySource(cut), "full").ok);
    expect(accepted).toEqual([]);
  });

  it("gives a true answer or a failure for any changed byte and any length", () => {
    const copies = [...flips(FULL), ...extremes(FULL, [...FULL.keys()].slice(0, -4))];
    expect(copies.map((copy) => wrongWith(bmp, copy)).filter(Boolean)).toEqual([]);
  });
});

it("holds for any bitmap: one strip is enough, and the pixels stay", () => {
  const text = fc.string({ maxLength: 20 }).map((value) => value.replace(/[^\0-\xff]/g, "?"));
  const options = fc.record({
    header: fc.constantFrom(40 as const, 124 as const),
    reserved: fc.nat(),
    gap: text,
    behind: text,
    compression: fc.constantFrom(0, 1, 3),
  });
  fc.assert(
    fc.property(options, (one) => {
      expect(wrongWith(bmp, bmpFile(one))).toBeUndefined();
    }),
    { seed: 5, numRuns: 300 },
  );
});
