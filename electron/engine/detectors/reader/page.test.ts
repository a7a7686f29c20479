import { expect, it } from "vitest";
import { blocksOf } from "./blocks.ts";
import { decode } from "./decode.ts";
import { boxOfCharacters, type Line } from "./page.ts";
import { type QuarterTurn, turnedBack, turnedPixels } from "./quarter-turns.ts";

const SIZE = { width: 1000, height: 500 };

/** A line of a page of 1000 × 500 pixels that was turned before somebody photographed it. */
function line(text: string, x: number, y: number, width: number, turned: QuarterTurn = 0): Line {
  const at = (px: number, py: number) => {
    const [u, v] = [px / 1000, py / 500];
    if (turned === 90) return { x: v, y: 1 - u };
    if (turned === 180) return { x: 1 - u, y: 1 - v };
    return turned === 270 ? { x: 1 - v, y: u } : { x: u, y: v };
  };
  const quad = [at(x, y), at(x + width, y), at(x + width, y + 20), at(x, y + 20)] as const;
  return { text, score: 1, quad, characters: [] };
}

it.each([0, 90, 180, 270] as const)(
  "puts lines in reading order on a page turned by %i°",
  (turned) => {
    const size = turned % 180 === 0 ? SIZE : { width: 500, height: 1000 };
    const lines = [
      line("1 Example Street", 400, 108, 160, turned),
      line("Springfield", 400, 132, 120, turned),
      line("Sample", 110, 102, 80, turned),
      line("Name:", 50, 100, 50, turned),
      line("Born:", 50, 125, 50, turned),
      line("Footer", 50, 400, 100, turned),
    ];
    const read = blocksOf({ lines, turned, isComplete: true }, size);
    expect(read.map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toEqual([
      [["Name:", "Sample"], ["Born:"]],
      [["1 Example Street"], ["Springfield"]],
      [["Footer"]],
    ]);
  },
);

it("reads the likeliest character of each step, and where on the line it stands", () => {
  const classes = ["", "1", "2"];
  // none, 1, 1, none, 1, 2, and two steps beyond the line's end
  const steps = [0, 1, 1, 0, 1, 2, 2, 0];
  const likely = Float32Array.from(
    steps.flatMap((best) => [0, 1, 2].map((n) => (n === best ? 0.8 : 0.1))),
  );
  const { characters, score } = decode(likely, 6, classes);
  expect(score).toBeCloseTo(0.8);
  expect(
    characters.map(({ text, from, to }) => [text, (from * 6).toFixed(2), (to * 6).toFixed(2)]),
  ).toEqual([
    ["1", "0.75", "3.25"],
    ["1", "3.25", "5.00"],
    ["2", "5.00", "6.00"],
  ]);
});

it("boxes a number that stands within a line, also one that runs down the page", () => {
  const characters = ["N", "o", "4", "2"].map((text, n) => ({
    text,
    score: 1,
    from: n / 4,
    to: (n + 1) / 4,
  }));
  const level = { ...line("No42", 100, 100, 400), characters };
  expect(boxOfCharacters(level, 2, 4).map((n) => n.toFixed(3))).toEqual([
    "0.300",
    "0.200",
    "0.200",
    "0.040",
  ]);
  const down = { ...line("No42", 100, 100, 400, 270), characters };
  expect(boxOfCharacters(down, 2, 4).map((n) => n.toFixed(3))).toEqual([
    "0.760",
    "0.300",
    "0.040",
    "0.200",
  ]);
});

it.each([0, 90, 180, 270] as const)(
  "finds the pixel again that a turn by %i° has moved",
  (turn) => {
    const [width, height] = [5, 3];
    const rgb = Uint8Array.from({ length: width * height * 3 }, (_, n) => Math.trunc(n / 3));
    const turned = turnedPixels({ width, height, rgb }, turn);
    for (let y = 0; y < turned.height; y += 1) {
      for (let x = 0; x < turned.width; x += 1) {
        const strip = {
          centre: { x: x + 0.5, y: y + 0.5 },
          along: { x: 1, y: 0 },
          length: 1,
          thickness: 1,
          score: 1,
        };
        const { centre } = turnedBack(strip, turn, { width, height });
        const before = (centre.y - 0.5) * width + centre.x - 0.5;
        expect(turned.rgb[(y * turned.width + x) * 3]).toBe(before);
      }
    }
  },
);
