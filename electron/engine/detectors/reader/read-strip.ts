import type { Pixels } from "../../../base/picture.ts";
import type { Network } from "../detector.ts";
import { answerOf } from "./answer.ts";
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

/** Pixels: shorter lines are filled up, the network having seen none. */
const NARROWEST_PX = 64;

/** Pixels: longer lines are squeezed, which costs accuracy and bounds the time of one run to 170 ms. */
const WIDEST_PX = 2400;

/** Reads one strip. Several at once would take no less time (measured: 65 µs for each pixel of length either way). */
export async function readStrip(network: Network, plane: Pixels, strip: Strip): Promise<Reading> {
  const px = Math.round((strip.length / strip.thickness) * LINE_PX);
  const width = Math.min(WIDEST_PX, Math.max(PX_PER_STEP, px));
  const stride = Math.max(NARROWEST_PX, Math.ceil(width / PX_PER_STEP) * PX_PER_STEP);
  const data = new Float32Array(3 * LINE_PX * stride);
  straighten(plane, strip, { width, height: LINE_PX, stride }, data);
  const likely = await answerOf(network, data, [1, 3, LINE_PX, stride]);
  return decode(likely, width / PX_PER_STEP, network.classes);
}
