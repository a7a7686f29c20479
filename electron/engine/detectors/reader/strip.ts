/*
 * A strip is where one line of print lies in a plane of pixels: a rectangle, turned as the line is.
 * x runs to the right and y down, both from the plane's top left corner, in pixels of that plane.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Strip {
  readonly centre: Point;
  /** The direction of reading, of length 1. The line's top lies to its left: at (y, −x). */
  readonly along: Point;
  /** Pixels in the direction of reading. */
  readonly length: number;
  /** Pixels across it. */
  readonly thickness: number;
  /** 0–1: how sure the finder is that this is print. */
  readonly score: number;
}

/** Top left, top right, bottom right and bottom left corner, as somebody reading the line sees them. */
export type Quad = readonly [Point, Point, Point, Point];

/** Where `u` of the way along the line and `v` of the way down across it lie in the plane. */
export function pointOn({ centre, along, length, thickness }: Strip, u: number, v: number): Point {
  const [forward, down] = [(u - 0.5) * length, (v - 0.5) * thickness];
  return {
    x: centre.x + along.x * forward - along.y * down,
    y: centre.y + along.y * forward + along.x * down,
  };
}

export const quadOf = (strip: Strip): Quad => [
  pointOn(strip, 0, 0),
  pointOn(strip, 1, 0),
  pointOn(strip, 1, 1),
  pointOn(strip, 0, 1),
];

/** The same print in a plane of another scale. */
export const scaled = (strip: Strip, factor: number): Strip => ({
  ...strip,
  centre: { x: strip.centre.x * factor, y: strip.centre.y * factor },
  length: strip.length * factor,
  thickness: strip.thickness * factor,
});

/** The same place, read from its other end. */
export const flipped = (strip: Strip): Strip => ({
  ...strip,
  along: { x: -strip.along.x, y: -strip.along.y },
});

/** Print that runs up or down the page rather than across it. */
export const isSideways = ({ along }: Strip): boolean => Math.abs(along.y) > Math.abs(along.x);
