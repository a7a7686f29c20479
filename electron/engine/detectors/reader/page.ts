import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { Character } from "./decode.ts";
import type { QuarterTurn } from "./quarter-turns.ts";
import type { Point, Quad } from "./strip.ts";

/** One line of print. Raw: what it says must not leave the analyst. */
export interface Line {
  readonly text: string;
  /** 0–1: mean over its characters. */
  readonly score: number;
  /** Its corners as its reader sees them, in fractions of the upright picture's width and height. */
  readonly quad: Quad;
  /** In reading order; joined, they are the text. */
  readonly characters: readonly Character[];
}

/** What can be read in a picture. */
export interface Page {
  /** Best seen first; see {@link import("./blocks.ts")} for reading order. */
  readonly lines: readonly Line[];
  /** Degrees clockwise that the picture would have to be turned for most of its print to stand upright. */
  readonly turned: QuarterTurn;
  /** False where the time ran out before all was read: such a photo must not be called clean. */
  readonly isComplete: boolean;
}

/**
 * The upright box around some of a line's characters, in fractions of the picture: to cover a
 * number that stands in a sentence.
 * @param first the index in `characters`; `last` is the index after the last.
 */
export function boxOfCharacters({ quad, characters }: Line, first: number, last: number): UnitBox {
  const [from, to] = [characters[first]?.from ?? 0, characters[last - 1]?.to ?? 1];
  const [a, b, c, d] = quad;
  const corners = [between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)];
  const [xs, ys] = [corners.map(({ x }) => inside(x)), corners.map(({ y }) => inside(y))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

const inside = (fraction: number): number => Math.min(1, Math.max(0, fraction));
