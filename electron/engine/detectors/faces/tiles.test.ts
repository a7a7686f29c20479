import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suppress, turnedBack } from "./boxes.ts";
import { Levels } from "./pixels.ts";
import { fromTile, tilesOf } from "./tiles.ts";

const blank = (width: number, height: number) =>
  new Levels({ width, height, rgb: new Uint8Array(width * height * 3) });

describe("tiles", () => {
  it("cover every pixel of any picture, none longer than 800 px when drawn", () => {
    const side = fc.integer({ min: 1, max: 1536 });
    fc.assert(
      fc.property(side, side, fc.double({ min: 0, max: 1, noNaN: true }), (width, height, at) => {
        const tiles = tilesOf(blank(width, height));
        const [x, y] = [at * width, at * height];
        const holds = ({ region: r }: (typeof tiles)[number]) =>
          x >= r.left - 1 &&
          x <= r.left + r.width + 1 &&
          y >= r.top - 1 &&
          y <= r.top + r.height + 1;
        expect(tiles.some(holds)).toBe(true);
        expect(Math.max(...tiles.flatMap((tile) => [tile.width, tile.height]))).toBeLessThanOrEqual(
          800,
        );
      }),
    );
  });

  it("are four overlapping ones for a photo of 1536 × 1152", () => {
    expect(tilesOf(blank(1536, 1152)).map(({ region }) => region)).toEqual([
      { left: 0, top: 0, width: 800, height: 608 },
      { left: 736, top: 0, width: 800, height: 608 },
      { left: 0, top: 544, width: 800, height: 608 },
      { left: 736, top: 544, width: 800, height: 608 },
    ]);
  });

  it("leave out the half of a face that ends at an inner edge, and place the others in the photo", () => {
    const photo = blank(1536, 1152);
    const [first] = tilesOf(photo);
    if (first === undefined) throw new Error("no tile");
    const score = 0.9;
    const found = [
      { box: [0, 0, 0.5, 0.5], score },
      { box: [0.9, 0.1, 0.1, 0.1], score },
    ] as const;
    expect(fromTile(first, photo, found)).toEqual([{ box: [0, 0, 400 / 1536, 304 / 1152], score }]);
  });
});

describe("boxes", () => {
  it("keep the surest of those that show one face", () => {
    const [sure, same, other] = [
      { box: [0.1, 0.1, 0.2, 0.2], score: 0.9 },
      { box: [0.12, 0.1, 0.2, 0.2], score: 0.5 },
      { box: [0.6, 0.1, 0.2, 0.2], score: 0.4 },
    ] as const;
    expect(suppress([same, other, sure])).toEqual([sure, other]);
  });

  it.each([
    [1, [0.5, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25]],
    [2, [0.5, 0.25, 0.25, 0.5], [0.25, 0.25, 0.25, 0.5]],
    [3, [0.5, 0.25, 0.25, 0.5], [0.25, 0.5, 0.5, 0.25]],
  ] as const)("turned by %i quarters lie where they were before", (turns, box, expected) => {
    expect(turnedBack(box, turns)).toEqual(expected);
  });
});
