import type { UnitBox } from "../../../shared/model/geometry.ts";

/** A share of the picture's side below which a drag is a slip of the hand. */
const MIN_SIDE = 0.01;
/** A new area made without a mouse: the middle third. */
export const MIDDLE: UnitBox = [1 / 3, 1 / 3, 1 / 3, 1 / 3];
/** How far an arrow key moves an area, as a share of the picture's side. */
const STEP = 0.02;

const inside = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));

/** A place on the picture: fractions from the upper left corner. */
export type Point = readonly [x: number, y: number];

/** The area between two corners, whichever way it was drawn; null when it is too small to be meant. */
export function areaBetween([ax, ay]: Point, [bx, by]: Point): UnitBox | null {
  const [left, right] = [inside(Math.min(ax, bx), 0, 1), inside(Math.max(ax, bx), 0, 1)];
  const [top, bottom] = [inside(Math.min(ay, by), 0, 1), inside(Math.max(ay, by), 0, 1)];
  const [width, height] = [right - left, bottom - top];
  return width < MIN_SIDE || height < MIN_SIDE ? null : [left, top, width, height];
}

/** Where the arrow keys lead: they move an area, with Shift they change its size. Null for other keys. */
export function nudged(box: UnitBox, key: string, isSizing: boolean): UnitBox | null {
  const by = ARROWS[key];
  if (by === undefined) return null;
  const step: Point = [by[0] * STEP, by[1] * STEP];
  return isSizing ? sizedBy(box, step) : movedBy(box, step);
}

/** An area carried to another place, never over the picture's edge. */
export const movedBy = ([x, y, width, height]: UnitBox, [dx, dy]: Point): UnitBox => [
  inside(x + dx, 0, 1 - width),
  inside(y + dy, 0, 1 - height),
  width,
  height,
];

/** An area whose lower right corner was carried elsewhere. */
export const sizedBy = ([x, y, width, height]: UnitBox, [dx, dy]: Point): UnitBox => [
  x,
  y,
  inside(width + dx, MIN_SIDE, 1 - x),
  inside(height + dy, MIN_SIDE, 1 - y),
];

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
