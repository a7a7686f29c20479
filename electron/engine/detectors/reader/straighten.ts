import type { Pixels } from "../../../base/picture.ts";
import { pointOn, type Strip } from "./strip.ts";

/** Sampling one pixel for more than this many of the plane's would skip strokes: so many are averaged. */
const STEP_PX = 1.5;

/**
 * Cuts a strip out of a plane and lays it level, as the reading networks want it: blue, green
 * and red planes in −1…1.
 * @param into 3 · height · stride numbers; what lies right of `width` is left as it is.
 */
export function straighten(
  plane: Pixels,
  strip: Strip,
  { width, height, stride }: { width: number; height: number; stride: number },
  into: Float32Array,
): void {
  const fine = Math.max(1, Math.round(strip.thickness / height / STEP_PX));
  const [size, samples] = [stride * height, fine * fine];
  const [origin, end, foot] = [pointOn(strip, 0, 0), pointOn(strip, 1, 0), pointOn(strip, 0, 1)];
  const [columns, rows] = [width * fine, height * fine];
  const [ux, uy] = [(end.x - origin.x) / columns, (end.y - origin.y) / columns];
  const [vx, vy] = [(foot.x - origin.x) / rows, (foot.y - origin.y) / rows];
  const sum = new Float64Array(3);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      sum.fill(0);
      for (let sample = 0; sample < samples; sample += 1) {
        const u = column * fine + (sample % fine) + 0.5;
        const v = row * fine + Math.trunc(sample / fine) + 0.5;
        addPixel(plane, origin.x + u * ux + v * vx - 0.5, origin.y + u * uy + v * vy - 0.5, sum);
      }
      const at = row * stride + column;
      for (let channel = 0; channel < 3; channel += 1) {
        into[at + channel * size] = (sum[2 - channel] ?? 0) / samples / 127.5 - 1;
      }
    }
  }
}

/** Adds the colour between four pixels; beyond the plane's edge its outermost pixels go on. */
function addPixel({ width, height, rgb }: Pixels, x: number, y: number, sum: Float64Array): void {
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
