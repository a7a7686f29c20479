import type { Character } from "./decode.ts";
import type { QuarterTurn } from "./quarter-turns.ts";
import type { Quad } from "./strip.ts";

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
