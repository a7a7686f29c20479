import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editPhotoshop, RESOURCE, readPhotoshop } from "./photoshop.ts";
import { ascii, buildPhotoshop } from "./testing/content-builder.ts";

const ids = (bytes: Uint8Array) => readPhotoshop(bytes).resources.map(({ id }) => id);

describe("Photoshop's image resources", () => {
  const bytes = buildPhotoshop([
    [RESOURCE.iptc, ascii("abc"), "odd"],
    [RESOURCE.iptcDigest, ascii("digest")],
    [1005, ascii("resolution"), "ev"],
  ]);

  it("are listed with names and data of odd and even lengths", () => {
    const block = readPhotoshop(bytes);
    expect(block.isWhole).toBe(true);
    expect(
      block.resources.map(({ id, name, dataAt, dataEnd }) => [
        id,
        name,
        Buffer.from(bytes.subarray(dataAt, dataEnd)).toString(),
      ]),
    ).toEqual([
      [RESOURCE.iptc, "odd", "abc"],
      [RESOURCE.iptcDigest, "", "digest"],
      [1005, "ev", "resolution"],
    ]);
  });

  it("are listed behind the header that JPEG puts before them", () => {
    const headed = Uint8Array.from([...ascii("Photoshop 3.0\0"), ...bytes]);
    expect(ids(headed)).toEqual([RESOURCE.iptc, RESOURCE.iptcDigest, 1005]);
  });

  it("leave room of zeros where one goes, so that the next is found at its old place", () => {
    const block = readPhotoshop(bytes);
    const clean = editPhotoshop(bytes, block, ({ id }) =>
      id === RESOURCE.iptc ? "drop" : undefined,
    );
    const zeros = buildPhotoshop([
      [RESOURCE.filler, new Uint8Array(3), "\0\0\0"],
      [RESOURCE.iptcDigest, ascii("digest")],
      [1005, ascii("resolution"), "ev"],
    ]);
    expect(clean).toEqual(zeros);
  });

  it("are the same bytes when nothing changes", () => {
    expect(editPhotoshop(bytes, readPhotoshop(bytes), () => undefined)).toBe(bytes);
  });

  it("are read inside their bytes, whatever they are", () => {
    const anything = fc
      .tuple(fc.boolean(), fc.uint8Array({ maxLength: 120 }))
      .map(([headed, rest]) => Uint8Array.from(headed ? [...ascii("8BIM"), ...rest] : rest));
    fc.assert(
      fc.property(anything, (all) => {
        const block = readPhotoshop(all);
        const isInside = block.resources.every(
          ({ end, dataEnd }) => end <= all.length && dataEnd <= end,
        );
        return isInside && editPhotoshop(all, block, () => "drop").length === all.length;
      }),
      { numRuns: 500 },
    );
  });
});
