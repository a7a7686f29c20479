import { describe, expect, it } from "vitest";
import type { Pixels } from "../../../base/picture.ts";
import { drawn, Levels, turned } from "./pixels.ts";

/** A picture of one grey value per letter: "a" 0, "b" 10, "c" 20… */
function picture(...rows: readonly string[]): Pixels {
  const greys = [...rows.join("")].map((letter) => (letter.charCodeAt(0) - 97) * 10);
  const rgb = Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey]));
  return { width: rows[0]?.length ?? 0, height: rows.length, rgb };
}

const greysOf = ({ rgb }: Pixels) => [...rgb].filter((_, n) => n % 3 === 0);

describe("turning", () => {
  it.each([
    [1, picture("da", "eb", "fc")],
    [2, picture("fed", "cba")],
    [3, picture("cf", "be", "ad")],
  ] as const)("turns a picture by %i quarters clockwise", (turns, expected) => {
    expect(turned(picture("abc", "def"), turns)).toEqual(expected);
  });
});

describe("drawing a part", () => {
  const whole = { left: 0, top: 0, width: 4, height: 2 };

  it("gives the same pixels at the same size", () => {
    const from = picture("abcd", "efgh");
    expect(drawn(from, whole, from)).toEqual(from);
  });

  it("goes evenly from pixel to pixel when it enlarges", () => {
    const from = picture("ae");
    const twice = drawn(from, { left: 0, top: 0, width: 2, height: 1 }, { width: 4, height: 1 });
    expect(greysOf(twice)).toEqual([0, 10, 30, 40]);
  });

  it("is black beyond the picture and beyond what may be seen", () => {
    const from = picture("bcde");
    const wide = { left: -1, top: 0, width: 6, height: 1 };
    const seen = { left: 1, top: 0, width: 2, height: 1 };
    const size = { width: 6, height: 1 };
    expect(greysOf(drawn(from, wide, size))).toEqual([0, 10, 20, 30, 40, 0]);
    expect(greysOf(drawn(from, wide, size, seen))).toEqual([0, 0, 20, 30, 0, 0]);
  });

  it("takes the mean of what it shrinks", () => {
    const levels = new Levels(picture("aabb", "ccdd", "eeff", "gghh"));
    const region = { left: 0, top: 0, width: 4, height: 4 };
    expect(greysOf(levels.draw(region, { width: 1, height: 1 }))).toEqual([35]);
  });

  it("has a half of a half of a single pixel: the pixel", () => {
    expect(new Levels(picture("b")).level(5)).toEqual(picture("b"));
  });
});
