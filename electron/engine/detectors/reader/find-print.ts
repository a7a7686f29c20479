import type { Pixels } from "../../../base/picture.ts";
import type { Network } from "../detector.ts";
import { answerOf } from "./answer.ts";
import { joinStrips } from "./join-strips.ts";
import { patchesOf, type TextMap } from "./patches.ts";
import { smallestRectangle } from "./smallest-rectangle.ts";
import type { Point, Strip } from "./strip.ts";

/*
 * Where is print? PP-OCRv4's detection network (differentiable binarisation, arXiv 1911.08947)
 * gives for each pixel how likely it lies in the core of a line; each patch of likely pixels is
 * a line that was shrunk on all sides, and is grown back.
 */

/** Pixels: the network halves its input five times. */
const STEP_PX = 32;

/** Means and deviations of blue, green and red in 0–1 that the network was trained on, in its order. */
const MEANS = [0.485, 0.456, 0.406] as const;
const DEVIATIONS = [0.229, 0.224, 0.225] as const;

/** Likelihood from which a pixel counts, as PaddleOCR's DB post-processing has it. */
const PIXEL_LIKELY = 0.3;

/** Mean likelihood from which a patch counts; PaddleOCR takes 0.6 and misses faint print with it. */
const PATCH_LIKELY = 0.5;

/** How far a patch grows: this times its area over its outline (PaddleOCR's unclip ratio). */
const GROWTH = 1.5;

/** Pixels across the core of a line, below which nothing can be read. */
const THINNEST_PX = 2;

/** A patch this many times as high as wide is a line that runs down; below, a short line across. */
const TALL = 1.5;

/** The lines of print in a picture, in its pixels. */
export async function findPrint(network: Network, picture: Pixels): Promise<readonly Strip[]> {
  const map = await likelihood(network, picture);
  const strips = patchesOf(map, PIXEL_LIKELY)
    .filter(({ score }) => score >= PATCH_LIKELY)
    .map(({ ends, score }) => stripAround(ends, score));
  return joinStrips(strips.filter((strip) => strip !== null));
}

async function likelihood(network: Network, { width, height, rgb }: Pixels): Promise<TextMap> {
  const [stride, rows] = [roundUp(width), roundUp(height)];
  const data = new Float32Array(3 * stride * rows);
  for (const [plane, tone] of TONES.entries()) {
    const channel = 2 - plane;
    for (let y = 0; y < height; y += 1) {
      let from = y * width * 3 + channel;
      const to = (plane * rows + y) * stride;
      for (let x = 0; x < width; x += 1, from += 3) data[to + x] = tone[rgb[from] ?? 0] ?? 0;
    }
  }
  const likely = await answerOf(network, data, [1, 3, rows, stride]);
  return { width, height, stride, likely };
}

const roundUp = (px: number): number => Math.ceil(px / STEP_PX) * STEP_PX;

/** What each of the 256 values of blue, green and red is to the network. */
const TONES = MEANS.map((mean, plane) =>
  Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / (DEVIATIONS[plane] ?? 1)),
);

/** Null where the patch is too thin to be print. */
function stripAround(ends: readonly Point[], score: number): Strip | null {
  const around = smallestRectangle(ends);
  // From the middles of the outermost pixels to their outer sides.
  const [a, b] = [around.length + 1, around.thickness + 1];
  if (Math.min(a, b) < THINNEST_PX) return null;
  const growth = (GROWTH * a * b) / (2 * (a + b));
  const [length, thickness] = [a + 2 * growth, b + 2 * growth];
  return { ...readingWay(around.side, length, thickness), centre: around.centre, score };
}

/** Which side of the rectangle the line runs along: to the right, or down where it is tall. */
function readingWay({ x, y }: Point, length: number, thickness: number) {
  const isLevel = Math.abs(x) >= Math.abs(y);
  const [wide, high] = isLevel ? [length, thickness] : [thickness, length];
  const across = isLevel ? { x, y } : { x: -y, y: x };
  const level = across.x < 0 ? { x: -across.x, y: -across.y } : across;
  if (high < wide * TALL) return { along: level, length: wide, thickness: high };
  return { along: { x: -level.y, y: level.x }, length: high, thickness: wide };
}
