import type { Pixels } from "../../../base/picture.ts";

/** Adds the colour between four pixels; beyond the picture's edge its outermost pixels go on. */
export function addPixel(
  { width, height, rgb }: Pixels,
  x: number,
  y: number,
  sum: Float64Array,
): void {
  const [cx, cy] = [Math.min(Math.max(x, 0), width - 1), Math.min(Math.max(y, 0), height - 1)];
  const [x0, y0] = [Math.trunc(cx), Math.trunc(cy)];
  const [right, down] = [cx - x0, cy - y0];
  const upper = (y0 * width + x0) * 3;
  const lower = upper + (y0 + 1 < height ? width * 3 : 0);
  const next = x0 + 1 < width ? 3 : 0;
  for (let channel = 0; channel < 3; channel += 1) {
    const [a, b] = [rgb[upper + channel] ?? 0, rgb[upper + next + channel] ?? 0];
    const [c, d] = [rgb[lower + channel] ?? 0, rgb[lower + next + channel] ?? 0];
    const [above, below] = [a + (b - a) * right, c + (d - c) * right];
    sum[channel] = (sum[channel] ?? 0) + above + (below - above) * down;
  }
}
