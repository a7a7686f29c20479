import type { Point } from "./strip.ts";

/** A rectangle in any direction: its middle, the unit vector of one side, and both sides' lengths. */
export interface Rectangle {
  readonly centre: Point;
  readonly side: Point;
  /** In the direction of `side`. */
  readonly length: number;
  readonly thickness: number;
}

/**
 * The rectangle of least area around some points, one of whose sides always lies on a side of
 * their convex hull.
 * @param points sorted by y, then by x; at least one.
 */
export function smallestRectangle(points: readonly Point[]): Rectangle {
  const hull = convexHull(points);
  let best = rectangleAlong(hull, { x: 1, y: 0 });
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length] ?? from;
    const distance = Math.hypot(to.x - from.x, to.y - from.y);
    if (distance === 0) continue;
    const side = { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance };
    const candidate = rectangleAlong(hull, side);
    if (candidate.length * candidate.thickness < best.length * best.thickness) best = candidate;
  }
  return best;
}

function rectangleAlong(points: readonly Point[], side: Point): Rectangle {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const [u, v] = [x * side.x + y * side.y, y * side.x - x * side.y];
    if (u < left) left = u;
    if (u > right) right = u;
    if (v < top) top = v;
    if (v > bottom) bottom = v;
  }
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  const centre = { x: u * side.x - v * side.y, y: u * side.y + v * side.x };
  return { centre, side, length: right - left, thickness: bottom - top };
}

/** Andrew's monotone chain, along y because the points come row by row. */
function convexHull(points: readonly Point[]): readonly Point[] {
  if (points.length < 3) return points;
  const there = chain(points);
  const back = chain(points.toReversed());
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

function chain(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    for (;;) {
      const [before, last] = [kept.at(-2), kept.at(-1)];
      if (before === undefined || last === undefined || turnsOut(before, last, point)) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

const turnsOut = (a: Point, b: Point, c: Point): boolean =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
