import type { Pixels } from "../../../base/picture.ts";
import type { Point, Strip } from "./strip.ts";

/** Degrees clockwise by which a picture is turned so that its print stands upright. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** A picture turned clockwise. */
export function turnedPixels(picture: Pixels, turn: QuarterTurn): Pixels {
  if (turn === 0) return picture;
  const { width, height, rgb } = picture;
  const [newWidth, newHeight] = turn === 180 ? [width, height] : [height, width];
  const [first, right, down] = walk(width, height, turn);
  const out = new Uint8Array(rgb.length);
  for (let y = 0, to = 0; y < newHeight; y += 1) {
    let from = (first + y * down) * 3;
    for (let x = 0; x < newWidth; x += 1, to += 3, from += right * 3) {
      out[to] = rgb[from] ?? 0;
      out[to + 1] = rgb[from + 1] ?? 0;
      out[to + 2] = rgb[from + 2] ?? 0;
    }
  }
  return { width: newWidth, height: newHeight, rgb: out };
}

/** Which old pixel the new top left one was, and how far one step to the right and one down lead. */
function walk(width: number, height: number, turn: QuarterTurn): readonly [number, number, number] {
  if (turn === 90) return [(height - 1) * width, -width, 1];
  if (turn === 180) return [height * width - 1, -1, -width];
  return [width - 1, width, -1];
}

/**
 * A strip found in the turned picture, as it lies in the picture before the turn.
 * @param before the size of that picture.
 */
export function turnedBack(
  strip: Strip,
  turn: QuarterTurn,
  before: { readonly width: number; readonly height: number },
): Strip {
  const { x, y } = strip.centre;
  const { width, height } = before;
  if (turn === 90) return { ...strip, centre: { x: y, y: height - x }, along: left(strip.along) };
  if (turn === 180) {
    const along = left(left(strip.along));
    return { ...strip, centre: { x: width - x, y: height - y }, along };
  }
  if (turn === 270) {
    return { ...strip, centre: { x: width - y, y: x }, along: left(left(left(strip.along))) };
  }
  return strip;
}

/** A quarter turn anticlockwise. */
const left = ({ x, y }: Point): Point => ({ x: y, y: -x });
