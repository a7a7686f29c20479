import type { PixelSize } from "../../../../shared/model/geometry.ts";
import type { Line, Page } from "./page.ts";

/*
 * In which order a person reads the lines of a page: lines side by side are a row, rows close
 * together a block; blocks go from top to bottom, and from left to right where they stand beside
 * each other.
 */

/** Lines that belong together: an address over three lines, a label and what stands beside it. */
export interface Block {
  /** From top to bottom; the lines of a row from left to right. */
  readonly rows: readonly (readonly Line[])[];
}

/** Rows this many thicknesses apart are two blocks: a strip's own margin is a fifth of it on each side. */
const ROW_GAP = 0.8;

/** Lines of one row this many thicknesses apart are two columns. */
const COLUMN_GAP = 3;

/** Lines whose thicknesses differ by more than this are a title and its text, not one block. */
const SIZE_RATIO = 1.8;

/** Of the thinner line's thickness: lines whose middles are nearer than this stand side by side. */
const LEVEL = 0.5;

/** A line in pixels of the page as its reader holds it. */
interface Held {
  readonly line: Line;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly thickness: number;
}

/** @param size of the upright picture that the page was read in. */
export function blocksOf({ lines, turned }: Page, size: PixelSize): readonly Block[] {
  const held = lines.map((line) => hold(line, turned, size)).sort((a, b) => a.middle - b.middle);
  return inReadingOrder(grouped(held).map(rowsOf)).map((rows) => ({
    rows: rows.map((row) => row.map(({ line }) => line)),
  }));
}

function hold(line: Line, turned: Page["turned"], { width, height }: PixelSize): Held {
  const corners = line.quad.map(({ x, y }) => {
    const [px, py] = [x * width, y * height];
    if (turned === 90) return { x: height - py, y: px };
    if (turned === 180) return { x: width - px, y: height - py };
    return turned === 270 ? { x: py, y: width - px } : { x: px, y: py };
  });
  const xs = corners.map(({ x }) => x);
  const [head, , , foot] = corners;
  const thickness = head && foot ? Math.hypot(head.x - foot.x, head.y - foot.y) : 0;
  const middle = corners.reduce((sum, { y }) => sum + y, 0) / corners.length;
  return { line, left: Math.min(...xs), right: Math.max(...xs), middle, thickness };
}

/** Whatever is linked by a chain of neighbours is one group. */
function grouped(held: readonly Held[]): readonly (readonly Held[])[] {
  const groups: Held[][] = [];
  for (const each of held) {
    const near = groups.filter((group) => group.some((other) => areNeighbours(other, each)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), each]);
  }
  return groups;
}

function areNeighbours(a: Held, b: Held): boolean {
  const [thin, thick] = [Math.min(a.thickness, b.thickness), Math.max(a.thickness, b.thickness)];
  if (thick > thin * SIZE_RATIO) return false;
  const apart = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  if (areLevel(a, b)) return apart < COLUMN_GAP * thin;
  const gap = Math.abs(a.middle - b.middle) - (a.thickness + b.thickness) / 2;
  return apart < 0 && gap < ROW_GAP * thin;
}

const areLevel = (a: Held, b: Held): boolean =>
  Math.abs(a.middle - b.middle) < LEVEL * Math.min(a.thickness, b.thickness);

function rowsOf(group: readonly Held[]): readonly (readonly Held[])[] {
  const rows: Held[][] = [];
  for (const each of group.toSorted((a, b) => a.middle - b.middle)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && areLevel(last, each)) row.push(each);
    else rows.push([each]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

type Rows = readonly (readonly Held[])[];

/** Those that begin before the topmost one ends are read with it, from left to right. */
function inReadingOrder(blocks: readonly Rows[]): readonly Rows[] {
  const spans = blocks.map(spanOf).sort((a, b) => a.top - b.top);
  const order: Rows[] = [];
  while (spans.length > 0) {
    const bottom = spans[0]?.bottom ?? 0;
    const beside = spans.splice(0, Math.max(1, spans.filter(({ top }) => top < bottom).length));
    order.push(...beside.sort((a, b) => a.left - b.left).map(({ rows }) => rows));
  }
  return order;
}

function spanOf(rows: Rows) {
  const all = rows.flat();
  return {
    rows,
    left: Math.min(...all.map(({ left }) => left)),
    top: Math.min(...all.map(({ middle, thickness }) => middle - thickness / 2)),
    bottom: Math.max(...all.map(({ middle, thickness }) => middle + thickness / 2)),
  };
}
