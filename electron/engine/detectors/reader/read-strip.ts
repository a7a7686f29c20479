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

/**
 * Part of their length to which the lines of a machine-readable zone are squeezed. OCR-B stands as far
 * apart as its letters are high (ICAO 9303-3: ten to the inch), far wider than the print that the
 * network learnt: it skips M, N and O. Of 45 drawn lines 31 are right as they are, 36 at 0.75 and at
 * 0.55, 39 at 0.65.
 */
const ZONE_SQUEEZE = 0.65;
const ZONE_LIKE = /<<|[A-Z\d<]{25}/;

/** Reads one strip; a line of a machine-readable zone once more, narrower, and the surer reading counts. */
export async function readStrip(network: Network, plane: Pixels, strip: Strip): Promise<Reading> {
  const px = Math.round((strip.length / strip.thickness) * LINE_PX);
  const reading = await readAt(network, plane, strip, px);
  if (!ZONE_LIKE.test(reading.characters.map(({ text }) => text).join(""))) return reading;
  const narrow = await readAt(network, plane, strip, Math.round(px * ZONE_SQUEEZE));
  return narrow.score > reading.score ? narrow : reading;
}

/** Several at once would take no less time (measured: 65 µs for each pixel of length either way). */
async function readAt(network: Network, plane: Pixels, strip: Strip, px: number): Promise<Reading> {
  const width = Math.min(WIDEST_PX, Math.max(PX_PER_STEP, px));
  const stride = Math.max(NARROWEST_PX, Math.ceil(width / PX_PER_STEP) * PX_PER_STEP);
  const data = new Float32Array(3 * LINE_PX * stride);
  straighten(plane, strip, { width, height: LINE_PX, stride }, data);
  const likely = await answerOf(network, data, [1, 3, LINE_PX, stride]);
  return decode(likely, width / PX_PER_STEP, network.classes);
}
