import type { Pixels } from "../../../base/picture.ts";
import type { Network } from "../detector.ts";
import { decode, type Reading } from "./decode.ts";
import { straighten } from "./straighten.ts";
import type { Strip } from "./strip.ts";

/*
 * What does a line say? PP-OCRv4's recognition network (SVTR-LCNet) takes lines 48 pixels high
 * and gives for every 8 pixels how likely each character of its alphabet is.
 */

/** Pixels: the height of the lines that the network was trained on. */
const LINE_PX = 48;

/** Pixels of a line's length for one step of the answer. */
const PX_PER_STEP = 8;

/** Widths go up in such steps of pixels, so that lines of like width can be read together. */
const WIDTH_STEP_PX = 32;

/** Pixels: shorter lines are filled up, the network having seen none. */
const NARROWEST_PX = 64;

/** Pixels: longer lines (a receipt's worth of text in one line) are squeezed, which costs accuracy but bounds the time. */
const WIDEST_PX = 2400;

/** How many pixels wide a strip is to the network, before it is filled up. */
export const readWidth = ({ length, thickness }: Strip): number =>
  Math.min(
    WIDEST_PX,
    Math.max(PX_PER_STEP, Math.round((length / thickness) * LINE_PX * Number(process.env.SQ ?? 1))),
  );

/** Strips of the same number are read together. */
export const filledWidth = (strip: Strip): number =>
  Math.max(NARROWEST_PX, Math.ceil(readWidth(strip) / WIDTH_STEP_PX) * WIDTH_STEP_PX);

/** Reads strips of one filled width at once. */
export async function readStrips(
  network: Network,
  alphabet: readonly string[],
  plane: Pixels,
  strips: readonly Strip[],
): Promise<readonly Reading[]> {
  const stride = Math.max(...strips.map(filledWidth));
  const size = 3 * LINE_PX * stride;
  const data = new Float32Array(strips.length * size);
  for (const [index, strip] of strips.entries()) {
    const shape = { width: readWidth(strip), height: LINE_PX, stride };
    straighten(plane, strip, shape, data.subarray(index * size, (index + 1) * size));
  }
  const { likely } = await network.run({ x: { data, dims: [strips.length, 3, LINE_PX, stride] } });
  if (!(likely?.data instanceof Float32Array)) throw new TypeError("the reader gave no text");
  const answer = likely.data;
  const each = answer.length / strips.length;
  return strips.map((strip, index) =>
    decode(
      answer.subarray(index * each, (index + 1) * each),
      readWidth(strip) / PX_PER_STEP,
      alphabet,
    ),
  );
}
