import { expect, it } from "vitest";
import { joinStrips } from "./join-strips.ts";
import { patchesOf, type TextMap } from "./patches.ts";
import { smallestRectangle } from "./smallest-rectangle.ts";
import type { Strip } from "./strip.ts";

/** A likelihood map as a picture: a digit is tenths, a dot is nothing. */
function mapOf(...rows: readonly string[]): TextMap {
  const width = rows[0]?.length ?? 0;
  const stride = width + 3; // what lies right of the picture must not count
  const likely = new Float32Array(stride * rows.length).fill(1);
  for (const [y, row] of rows.entries()) {
    for (const [x, sign] of [...row].entries()) likely[y * stride + x] = Number(sign) / 10 || 0;
  }
  return { width, height: rows.length, stride, likely };
}

it("sees pixels that touch, also at a corner, as one patch, however late they meet", () => {
  const map = mapOf("9.....9", "9..2..9", ".9...9.", "..999..", ".......", "5555...");
  expect(patchesOf(map, 0.3)).toEqual([
    {
      ends: [
        [0, 0],
        [0, 0],
        [6, 0],
        [6, 0],
        [0, 1],
        [0, 1],
        [6, 1],
        [6, 1],
        [1, 2],
        [1, 2],
        [5, 2],
        [5, 2],
        [2, 3],
        [4, 3],
      ].map(([x, y]) => ({ x, y })),
      score: expect.closeTo(0.9),
    },
    {
      ends: [
        { x: 0, y: 5 },
        { x: 3, y: 5 },
      ],
      score: expect.closeTo(0.5),
    },
  ]);
});

it("lays the smallest rectangle around a slanting line", () => {
  // A slope of 1 : 2; the last two points lie inside.
  const points = [
    { x: 0, y: 0 },
    { x: 4, y: 2 },
    { x: -1, y: 2 },
    { x: 3, y: 3 },
    { x: 8, y: 4 },
    { x: 7, y: 6 },
  ];
  const { centre, side, length, thickness } = smallestRectangle(points);
  expect(centre).toEqual({ x: expect.closeTo(3.5), y: expect.closeTo(3) });
  expect(Math.abs(side.x * side.y)).toBeCloseTo(0.4);
  expect([length, thickness].sort()).toEqual([
    expect.closeTo(Math.sqrt(5)),
    expect.closeTo(Math.sqrt(80)),
  ]);
});

const piece = (x: number, y: number, length: number, thickness = 20): Strip => ({
  centre: { x, y },
  along: { x: 1, y: 0 },
  length,
  thickness,
  score: 0.9,
});

it("makes one line of pieces that continue each other, and of no others", () => {
  const joined = joinStrips([
    piece(50, 10, 100),
    piece(158, 11, 100), // 8 pixels further on
    piece(280, 10, 100), // 22 pixels further on: a column of its own
    piece(50, 40, 100), // the next row
    piece(385, 10, 100, 40), // a title
  ]);
  expect(joined.map(({ centre, length }) => [Math.round(centre.x), Math.round(length)])).toEqual([
    [104, 208],
    [280, 100],
    [50, 100],
    [385, 100],
  ]);
});
