import type { Rect } from "../print/sheet.ts";
import type { Point } from "../print/text-line.ts";

/** Red, green and blue of a place in the frame of a sheet, 0–255; null outside the picture. */
export type ColourAt = (at: Point) => readonly [number, number, number] | null;

/** Places looked at along one side. */
const SAMPLES = 48;
/** Steps from the middle of a document to twice its half. */
const STEPS = 160;
/** Sum of the differences of the three channels up to which two places are of one paper. */
const SAME_PAPER = 66;
/** Part of a side that must still be paper; a finger, a stamp or a frame may cover the rest. */
const STILL_PAPER = 0.45;

type Side = keyof Rect;
const SIDES: readonly Side[] = ["left", "top", "right", "bottom"];

/**
 * Moves each side of what is printed outwards until the paper ends. The paper's colour is that of
 * most places just around the print; a side that never ends goes to the edge of the picture.
 */
export function paperEdges(print: Rect, edges: Rect, colourAt: ColourAt): Rect {
  const paper = paperColour(print, colourAt);
  if (!paper) return print;
  let rect = print;
  for (const side of SIDES)
    rect = { ...rect, [side]: lastPaper(rect, side, edges, paper, colourAt) };
  return rect;
}

function lastPaper(
  rect: Rect,
  side: Side,
  edges: Rect,
  paper: readonly number[],
  colourAt: ColourAt,
): number {
  const [from, to] = [rect[side], edges[side]];
  let misses = 0;
  for (let step = 1; step <= STEPS; step++) {
    const at = from + ((to - from) * step) / STEPS;
    const places = alongSide({ ...rect, [side]: at }, side).map(colourAt);
    const inside = places.filter((colour) => colour !== null);
    if (inside.length < SAMPLES / 4) return from + ((to - from) * (step - 1)) / STEPS;
    const same = inside.filter((colour) => differ(colour, paper) < SAME_PAPER).length;
    misses = same < STILL_PAPER * inside.length ? misses + 1 : 0;
    // A printed rule is thinner than two steps; a table top is not.
    if (misses >= 3) return from + ((to - from) * (step - 3)) / STEPS;
  }
  return to;
}

function alongSide({ left, top, right, bottom }: Rect, side: Side): readonly Point[] {
  return Array.from({ length: SAMPLES }, (_, at) => {
    const part = (at + 0.5) / SAMPLES;
    if (side === "left") return { x: left, y: top + part * (bottom - top) };
    if (side === "right") return { x: right, y: top + part * (bottom - top) };
    return { x: left + part * (right - left), y: side === "top" ? top : bottom };
  });
}

function paperColour(print: Rect, colourAt: ColourAt): readonly number[] | null {
  const margin = 0.015 * Math.max(print.right - print.left, print.bottom - print.top);
  const ring: Rect = {
    left: print.left - margin,
    top: print.top - margin,
    right: print.right + margin,
    bottom: print.bottom + margin,
  };
  const colours = SIDES.flatMap((side) =>
    alongSide(ring, side).flatMap((at) => [colourAt(at) ?? []]),
  );
  const known = colours.filter((colour) => colour.length === 3);
  if (known.length === 0) return null;
  return [0, 1, 2].map((channel) => {
    const sorted = known.map((colour) => colour[channel] ?? 0).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  });
}

const differ = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, channel) => sum + Math.abs(value - (b[channel] ?? 0)), 0);

/** A side that was seen counts where it is not far from where the layout says it must be. */
export function reconciled(layout: Rect, seen: Rect): Rect {
  const [width, height] = [layout.right - layout.left, layout.bottom - layout.top];
  const choose = (side: Side, span: number) =>
    Math.abs(layout[side] - seen[side]) < NEAR_LAYOUT * span ? seen[side] : layout[side];
  return {
    left: choose("left", width),
    top: choose("top", height),
    right: choose("right", width),
    bottom: choose("bottom", height),
  };
}

const NEAR_LAYOUT = 0.2;
