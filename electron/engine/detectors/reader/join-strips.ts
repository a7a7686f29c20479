import { type Point, pointOn, type Strip } from "./strip.ts";

/*
 * The finder breaks a line where its print is thin or wide apart: the fillers of a passport's
 * machine-readable zone, the groups of a card number. Pieces that continue each other are one line.
 */

/** Of the thinner piece's thickness: a wider gap is a column's, not a word's. */
const GAP = 0.6;

/** Of the same: pieces may lie so much higher or lower than each other. */
const STEP = 0.12;

/** Print of one size, whose strips differ by its tall and its hanging letters. */
const SIZE_RATIO = 1.2;

/** Cosine of the angle between pieces of one line: 5°. */
const SAME_WAY = 0.996;

/** Strips with those that continue each other made one, in no order. */
export function joinStrips(strips: readonly Strip[]): readonly Strip[] {
  const apart: Strip[] = [];
  for (const strip of strips) {
    let whole = strip;
    for (let at = 0; at < apart.length; at += 1) {
      const other = apart[at];
      if (other === undefined || !continues(whole, other)) continue;
      whole = united(whole, other);
      apart.splice(at, 1);
      at = -1;
    }
    apart.push(whole);
  }
  return apart;
}

function continues(a: Strip, b: Strip): boolean {
  const [thin, thick] = [Math.min(a.thickness, b.thickness), Math.max(a.thickness, b.thickness)];
  if (thick > thin * SIZE_RATIO) return false;
  if (a.along.x * b.along.x + a.along.y * b.along.y < SAME_WAY) return false;
  const { forward, down } = from(a, b.centre);
  const gap = Math.abs(forward) - (a.length + b.length) / 2;
  return Math.abs(down) < STEP * thin && gap < GAP * thin;
}

/** How far a point lies from a strip's middle, along it and across it. */
function from({ centre, along }: Strip, { x, y }: Point) {
  const [dx, dy] = [x - centre.x, y - centre.y];
  return { forward: dx * along.x + dy * along.y, down: dy * along.x - dx * along.y };
}

/** From the outer end of one to the outer end of the other. */
function united(a: Strip, b: Strip): Strip {
  const [first, last] = from(a, b.centre).forward > 0 ? [a, b] : [b, a];
  const [start, end] = [pointOn(first, 0, 0.5), pointOn(last, 1, 0.5)];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  return {
    centre: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
    along: { x: (end.x - start.x) / length, y: (end.y - start.y) / length },
    length,
    thickness: Math.max(a.thickness, b.thickness),
    score: (a.score * a.length + b.score * b.length) / (a.length + b.length),
  };
}
