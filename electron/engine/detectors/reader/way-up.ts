import type { Pixels } from "../../../base/picture.ts";
import type { Network } from "../detector.ts";
import { answerOf } from "./answer.ts";
import type { Reading } from "./decode.ts";
import type { QuarterTurn } from "./quarter-turns.ts";
import { straighten } from "./straighten.ts";
import { flipped, isSideways, type Strip } from "./strip.ts";

/*
 * Which way up is the print? Lines that run down the page say that it lies on its side; a small
 * network says of a line whether it stands on its head; where that is in doubt, or says
 * anything but "upright", some lines are read both ways and the better reading decides.
 */

/** Pixels: what PP-OCR's direction classifier takes. */
const SHAPE = { width: 192, height: 48, stride: 192 } as const;

/** Lines asked: one millisecond each, and the classifier errs on one in ten. */
const ASKED = 8;

/** Lines read both ways where the classifier is not sure. */
const READ = 4;

/** Mean of "upright" less "on its head", in −1…1, above which a level page is believed upright. */
const SURE = 0.7;

/** Shorter than this many thicknesses, a strip says nothing about the page's direction. */
const TELLING = 2;

/** Longer ones tell no more, take longer to read, and may be several lines that touch. */
const LONGEST = 14;

/** Characters: what is no print often reads as one or two. */
const WORD = 3;

/** Score of the best reading below which no direction is believed. */
const LEGIBLE = 0.7;

/** Reads one strip of a plane. */
export type ReadStrip = (strip: Strip) => Promise<Reading>;

/** @returns null where nothing can be read either way. */
export async function wayUp(
  classifier: Network,
  plane: Pixels,
  strips: readonly Strip[],
  read: ReadStrip,
): Promise<QuarterTurn | null> {
  const telling = strips.filter((each) => slender(each) >= TELLING);
  const [lying, level] = [telling.filter(isSideways), telling.filter((each) => !isSideways(each))];
  const isLying = inkOf(lying) > inkOf(level);
  const asked = (isLying ? lying : level).toSorted((a, b) => order(b) - order(a)).slice(0, ASKED);
  if (asked.length === 0) return null;
  if (!isLying && (await uprightness(classifier, plane, asked)) > SURE) return 0;
  const best = asked.slice(0, READ);
  const [there, back] = [await worth(read, best), await worth(read, best.map(flipped))];
  if (Math.max(there.score, back.score) < LEGIBLE) return null;
  const isBack = back.value > there.value;
  if (isLying) return isBack ? 90 : 270;
  return isBack ? 180 : 0;
}

const slender = ({ length, thickness }: Strip): number => length / thickness;
/** Largest first, but what is too long last. */
const order = (strip: Strip): number => (slender(strip) > LONGEST ? -slender(strip) : area(strip));
const area = ({ length, thickness }: Strip): number => length * thickness;
const inkOf = (strips: readonly Strip[]): number =>
  strips.reduce((sum, each) => sum + area(each), 0);

/** Mean over the strips, in −1…1: 1 is upright, −1 is on its head. */
export async function uprightness(
  classifier: Network,
  plane: Pixels,
  strips: readonly Strip[],
): Promise<number> {
  const size = 3 * SHAPE.stride * SHAPE.height;
  const data = new Float32Array(strips.length * size);
  for (const [index, strip] of strips.entries()) {
    const own = Math.min(SHAPE.width, Math.round((strip.length / strip.thickness) * SHAPE.height));
    const into = data.subarray(index * size, (index + 1) * size);
    straighten(plane, strip, { ...SHAPE, width: own }, into);
  }
  const dims = [strips.length, 3, SHAPE.height, SHAPE.stride];
  const answer = await answerOf(classifier, data, dims);
  const sum = strips.reduce(
    (all, _, at) => all + (answer[at * 2] ?? 0) - (answer[at * 2 + 1] ?? 0),
    0,
  );
  return sum / strips.length;
}

/** How much sense some strips make: their characters by score, and the best score of a whole word. */
async function worth(read: ReadStrip, strips: readonly Strip[]) {
  let [value, score] = [0, 0];
  for (const strip of strips) {
    const reading = await read(strip);
    value += reading.score * reading.characters.length;
    if (reading.characters.length >= WORD) score = Math.max(score, reading.score);
  }
  return { value, score };
}
