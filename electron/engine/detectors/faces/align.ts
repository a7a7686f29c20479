import type { Pixels } from "../../../base/picture.ts";
import type { Levels } from "./pixels.ts";

export type Point = readonly [x: number, y: number];

/** Moves, turns and scales: (x, y) → (ax − by + left, bx + ay + top). */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly left: number;
  readonly top: number;
}

/** The one that brings points nearest to others, least squares (Umeyama 1991, in the plane, unmirrored). */
export function nearestSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const [[fx, fy], [tx, ty]] = [middle(from), middle(to)];
  let [dot, cross, spread] = [0, 0, 0];
  for (const [n, [px, py]] of from.entries()) {
    const [qx = 0, qy = 0] = to[n] ?? [];
    const [x, y, u, v] = [px - fx, py - fy, qx - tx, qy - ty];
    dot += x * u + y * v;
    cross += x * v - y * u;
    spread += x * x + y * y;
  }
  const [a, b] = [dot / spread, cross / spread];
  return { a, b, left: tx - a * fx + b * fy, top: ty - b * fx - a * fy };
}

export const moved = ({ a, b, left, top }: Similarity, [x, y]: Point): Point => [
  a * x - b * y + left,
  b * x + a * y + top,
];

export const middle = (points: readonly Point[]): Point => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];

/**
 * Draws a square of the picture, bilinear; black outside.
 * @param there from the square's units to the whole picture's pixels
 * @param side of the square in its own units
 * @param px pixels of each side that are drawn
 */
export function straightened(levels: Levels, there: Similarity, side: number, px = side): Pixels {
  const unit = side / px;
  const shrink = Math.hypot(there.a, there.b) * unit;
  const from = levels.level(Math.max(0, Math.floor(Math.log2(Math.max(shrink, 1)))));
  const [kx, ky] = [from.width / levels.whole.width, from.height / levels.whole.height];
  const rgb = new Uint8Array(px * px * 3);
  for (let v = 0; v < px; v++) {
    for (let u = 0; u < px; u++) {
      const [x, y] = moved(there, [(u + 0.5) * unit, (v + 0.5) * unit]);
      blend(from, [x * kx - 0.5, y * ky - 0.5], rgb, (v * px + u) * 3);
    }
  }
  return { width: px, height: px, rgb };
}

/** One pixel between the four nearest of a picture. */
function blend({ width, height, rgb }: Pixels, [x, y]: Point, into: Uint8Array, at: number) {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column + 1 >= width || row + 1 >= height) return;
  const [across, down] = [x - column, y - row];
  const [upper, lower] = [(row * width + column) * 3, ((row + 1) * width + column) * 3];
  for (let c = 0; c < 3; c++) {
    const [p = 0, q = 0] = [rgb[upper + c], rgb[upper + c + 3]];
    const [r = 0, s = 0] = [rgb[lower + c], rgb[lower + c + 3]];
    const above = p + (q - p) * across;
    into[at + c] = above + (r + (s - r) * across - above) * down + 0.5;
  }
}
