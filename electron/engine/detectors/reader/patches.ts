import type { Point } from "./strip.ts";

/** How likely each pixel belongs to print, row by row: what the finder's network gives. */
export interface TextMap {
  /** Pixels that count, from the top left; a row of the array is `stride` long. */
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  /** In 0–1. */
  readonly likely: Float32Array;
}

/** Pixels that hang together. */
export interface Patch {
  /** The first and the last pixel of each run in a row: sorted by y, then by x. */
  readonly ends: readonly Point[];
  /** Mean likelihood of its pixels. */
  readonly score: number;
}

/** Likely pixels side by side in one row. */
interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly sum: number;
  /** Towards the run that stands for the whole patch; that one stands for itself. */
  leader: Run | null;
}

/** The patches of pixels likelier than `above`; pixels that touch at a corner hang together. */
export function patchesOf(map: TextMap, above: number): readonly Patch[] {
  const runs: Run[] = [];
  let previous: readonly Run[] = [];
  for (let y = 0; y < map.height; y += 1) {
    const row = runsOf(map, y, above);
    join(previous, row);
    runs.push(...row);
    previous = row;
  }
  return gather(runs);
}

function runsOf({ width, likely, stride }: TextMap, y: number, above: number): readonly Run[] {
  const runs: Run[] = [];
  const row = y * stride;
  let sum = 0;
  let length = 0;
  for (let x = 0; x <= width; x += 1) {
    const value = x < width ? (likely[row + x] ?? 0) : 0;
    if (value > above) {
      sum += value;
      length += 1;
    } else if (length > 0) {
      runs.push({ y, from: x - length, to: x - 1, sum, leader: null });
      [sum, length] = [0, 0];
    }
  }
  return runs;
}

/** Unites the runs of one row with those of the row above that they touch; both go from left to right. */
function join(upper: readonly Run[], lower: readonly Run[]) {
  let first = 0;
  for (const run of lower) {
    while ((upper[first]?.to ?? Infinity) < run.from - 1) first += 1;
    for (let at = first; ; at += 1) {
      const other = upper[at];
      if (other === undefined || other.from > run.to + 1) break;
      const [a, b] = [leaderOf(other), leaderOf(run)];
      if (a !== b) b.leader = a;
    }
  }
}

function leaderOf(run: Run): Run {
  let at = run;
  while (at.leader !== null) {
    if (at.leader.leader !== null) at.leader = at.leader.leader;
    at = at.leader;
  }
  return at;
}

function gather(runs: readonly Run[]): readonly Patch[] {
  const patches = new Map<Run, { ends: Point[]; area: number; sum: number }>();
  for (const run of runs) {
    const leader = leaderOf(run);
    const patch = patches.get(leader) ?? { ends: [], area: 0, sum: 0 };
    patches.set(leader, patch);
    patch.ends.push({ x: run.from, y: run.y }, { x: run.to, y: run.y });
    patch.area += run.to - run.from + 1;
    patch.sum += run.sum;
  }
  return [...patches.values()].map(({ ends, area, sum }) => ({ ends, score: sum / area }));
}
