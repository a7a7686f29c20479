import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySource } from "../../base/bytes.ts";
import { ico } from "./ico.ts";
import { icoFile, smallPng } from "./testing/bmp-builder.ts";
import {
  cuts,
  extremes,
  flips,
  inspected,
  isUntouched,
  stripped,
  wrongWith,
} from "./testing/harness.ts";

const BITMAP = Buffer.from("\x28\0\0\0 a bitmap's header and pixels", "latin1");
const DIRTY = [smallPng("Author\0Test Person"), BITMAP, smallPng("Comment\0home", "Title\0me")];
const CLEAN = [smallPng(), BITMAP, smallPng()];
const namesOf = (bytes: Uint8Array) => inspected(ico, bytes).blocks.map(({ name }) => name);

describe("an icon", () => {
  it("tells the size of its largest picture", () => {
    expect(inspected(ico, icoFile(CLEAN))).toMatchObject({
      size: { width: 48, height: 48 },
      blocks: [],
    });
    expect(isUntouched(ico, icoFile(CLEAN))).toBe(true);
  });

  it("shows the texts inside its PNG pictures", () => {
    expect(inspected(ico, icoFile(DIRTY)).blocks.map(({ label }) => label)).toEqual([
      "Author",
      "Comment",
      "Title",
    ]);
  });

  it("loses them, and every picture is found where it moved to", () => {
    expect(stripped(ico, icoFile(DIRTY))).toEqual(icoFile(CLEAN));
  });

  it("may name one picture twice", () => {
    const entries = [1, 0, 1];
    expect(stripped(ico, icoFile(DIRTY.slice(0, 2), { entries }))).toEqual(
      icoFile(CLEAN.slice(0, 2), { entries }),
    );
  });

  it("loses unused bytes and what stands behind its pictures", () => {
    const dirty = icoFile(CLEAN, { gap: "hidden", behind: "appended" });
    expect(namesOf(dirty)).toEqual(["unused bytes", "bytes after the end"]);
    expect(stripped(ico, dirty)).toEqual(icoFile(CLEAN));
  });

  it("is told from other files that begin with zeros", () => {
    const mp4 = Buffer.from("\0\0\0\x20ftypisom", "latin1");
    const heads = [icoFile(CLEAN), mp4, new Uint8Array(64)];
    expect(heads.map((head) => ico.recognises(head.subarray(0, 64)))).toEqual([true, false, false]);
  });
});

describe("a damaged icon", () => {
  const FULL = icoFile(DIRTY, { gap: "gap" });

  it("is refused wherever it is cut", () => {
    const accepted = cuts(FULL).filter((cut) => ico.inspect(new MemorySource(cut), "full").ok);
    expect(accepted).toEqual([]);
  });

  it("gives a true answer or a failure for any changed byte and any length", () => {
    const copies = [...flips(FULL), ...extremes(FULL, [...FULL.keys()].slice(0, 60))];
    expect(copies.map((copy) => wrongWith(ico, copy)).filter(Boolean)).toEqual([]);
  });

  it("whose pictures overlap is refused", () => {
    const bytes = icoFile(CLEAN);
    bytes[18 + 16] = (bytes[18 + 16] ?? 0) - 1;
    expect(ico.inspect(new MemorySource(bytes), "full")).toMatchObject({ ok: false });
  });
});

it("holds for any icon: one strip is enough, and the pixels stay", () => {
  const picture = fc.oneof(
    fc.array(fc.constantFrom("Author\0x", "Title\0y"), { maxLength: 3 }).map((t) => smallPng(...t)),
    fc.uint8Array({ minLength: 1, maxLength: 40 }),
  );
  const text = fc.constantFrom("", "gap", "\0\0", "more than that");
  fc.assert(
    fc.property(
      fc.array(picture, { minLength: 1, maxLength: 4 }),
      text,
      text,
      (all, gap, behind) => {
        expect(wrongWith(ico, icoFile(all, { gap, behind }))).toBeUndefined();
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});
