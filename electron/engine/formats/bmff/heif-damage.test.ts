import { describe, expect, it } from "vitest";
import { box } from "../testing/bmff-builder.ts";
import { buildHeif, exifContent, picture } from "../testing/bmff-heif.ts";
import { ascii, xmpText } from "../testing/content-builder.ts";
import { exifWithPlace } from "../testing/content-cases.ts";
import { cuts, extremes, flips, wrongWith } from "../testing/harness.ts";
import { heif } from "./heif.ts";

const BYTES = buildHeif({
  items: [
    picture(),
    { id: 2, type: "Exif", content: exifContent(exifWithPlace()), extents: 2 },
    {
      id: 3,
      type: "mime",
      contentType: "application/rdf+xml",
      content: ascii(xmpText('photoshop:City="Greenwich"')),
      place: "idat",
    },
    { ...picture(), id: 4, content: ascii("small") },
  ],
  references: [
    ["cdsc", 2, 1],
    ["cdsc", 3, 1],
    ["thmb", 4, 1],
  ],
  after: box("free", "left"),
});

/** The answer, or the typed refusal, is right for every one of these files. */
const expectAnswers = (files: readonly Uint8Array[]) => {
  for (const file of files) expect(wrongWith(heif, file)).toBeUndefined();
};

describe("a damaged HEIF file", () => {
  it("is answered for when cut anywhere", () => {
    expectAnswers(cuts(BYTES));
  });

  it("is answered for when bytes are changed", () => {
    expectAnswers(flips(BYTES));
  });

  it("is answered for when numbers are nothing or far too much", () => {
    const isHeader = (at: number) => at < 400 || at > BYTES.length - 250;
    const offsets = Array.from(BYTES, (_, at) => at).filter((at) => at % 2 === 1 && isHeader(at));
    expectAnswers(extremes(BYTES, offsets));
  });

  it("is answered for when 64-bit numbers are", () => {
    expectAnswers(
      extremes(
        BYTES,
        Array.from({ length: 90 }, (_, index) => index * 8),
        8,
      ),
    );
  });
});
