import type { Pixels } from "../../../base/picture.ts";

/** Pixels from the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places along a line across the bars at which it is compared with the next line. */
const SAMPLES = 96;
/** Correlation (Pearson's) from which two lines cross the same bars. */
const SAME_BARS = 0.7;

/**
 * The corners of all that a line across bars leads through. ZXing reads bars along a few lines and
 * tells where those are; what covers only them leaves the rest to be scanned.
 * @param corners top left, top right, bottom right, bottom left, as the code is read.
 */
export function wholeBars(pixels: Pixels, corners: readonly Point[]): readonly Point[] {
  const [a, b, c, d] = corners;
  if (!a || !b || !c || !d) return corners;
  const [from, to] = [middle(a, d), middle(b, c)];
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return corners;
  const down = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const line = samples(pixels, from, to);
  const reach = (step: 1 | -1): number => {
    for (let far = 1; far < pixels.width + pixels.height; far += 1) {
      const moved = (point: Point) => shifted(point, down, far * step);
      if (correlation(line, samples(pixels, moved(from), moved(to))) < SAME_BARS) return far - 1;
    }
    return 0;
  };
  const [above, below] = [-reach(-1), reach(1)];
  return [
    ...corners,
    ...[above, below].flatMap((by) => [from, to].map((p) => shifted(p, down, by))),
  ];
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

const shifted = ({ x, y }: Point, direction: Point, by: number): Point => ({
  x: x + direction.x * by,
  y: y + direction.y * by,
});

/** How bright it is along a line; nothing outside the picture. */
function samples({ width, height, rgb }: Pixels, from: Point, to: Point): Float64Array {
  return Float64Array.from({ length: SAMPLES }, (_, n) => {
    const share = (n + 0.5) / SAMPLES;
    const x = Math.round(from.x + (to.x - from.x) * share);
    const y = Math.round(from.y + (to.y - from.y) * share);
    if (x < 0 || y < 0 || x >= width || y >= height) return 0;
    return rgb[(y * width + x) * 3 + 1] ?? 0;
  });
}

/** Pearson's, −1 to 1; 0 when either is of one brightness. */
function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (all: Float64Array) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ofA, ofB] = [0, 0, 0];
  for (let n = 0; n < a.length; n += 1) {
    const [offA, offB] = [(a[n] ?? 0) - meanA, (b[n] ?? 0) - meanB];
    both += offA * offB;
    ofA += offA * offA;
    ofB += offB * offB;
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}
