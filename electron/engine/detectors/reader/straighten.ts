import type { Pixels } from "../../../base/picture.ts";
import { addPixel } from "./sample.ts";
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
