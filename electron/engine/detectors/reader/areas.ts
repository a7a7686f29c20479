import type { PixelSize, UnitBox } from "../../../../shared/model/geometry.ts";
import { quadOf, type Strip } from "./strip.ts";

/*
 * The coarse look sees where print is, not always what belongs to it: small print melts into its
 * neighbours or is lost. So each area of print is looked at again, at a scale where its small
 * lines are as high as the finder likes them.
 */

/** A part of the picture that holds print. */
export interface Area {
  readonly box: UnitBox;
  /** Its longer side, in pixels of the coarse look. */
  readonly longer: number;
  /** The coarse look's strips in it, in pixels of that look from the area's own top left corner. */
  readonly strips: readonly Strip[];
  /** Coarse pixels: how thick its thinner lines are. */
  readonly thickness: number;
}

/** Lines this many of their own thicknesses apart belong together: a card's rows, a letter's margin. */
const REACH = 3;

/** Pixels of the coarse look that an area reaches at least: of a card in the distance it may see one word. */
const LEAST_REACH_PX = 40;

/** Which of its strips, sorted by thickness, tells how small an area's print is: a quarter may be specks. */
const SMALL_PRINT = 0.25;

/** Times as long as thick, and a strip is a line. */
const LINE_RATIO = 2;

/** Where no strip is a line, print too small for the coarse look ran together: about so many lines. */
const LINES_IN_BLOT = 3;

/** Pixels from the top left. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The areas of print of a look, most strips first. */
export function areasOf(strips: readonly Strip[], look: PixelSize): readonly Area[] {
  const groups = united(strips.map((strip) => ({ frame: frameOf(strip, look), members: [strip] })));
  return groups
    .map((group) => areaOf(group, look))
    .sort((a, b) => b.strips.length - a.strips.length);
}

/** The longer side of a picture of the same shape that has so many pixels. */
export const longerSide = ({ width, height }: PixelSize, area: number): number =>
  Math.ceil(Math.sqrt((area * Math.max(width, height)) / Math.min(width, height)));

function areaOf({ frame, members }: Group<Strip>, { width, height }: PixelSize): Area {
  const { left, top, right, bottom } = frame;
  const own = members.map((strip) => ({
    ...strip,
    centre: { x: strip.centre.x - left, y: strip.centre.y - top },
  }));
  return {
    box: [left / width, top / height, (right - left) / width, (bottom - top) / height],
    longer: Math.max(right - left, bottom - top),
    strips: own,
    thickness: smallPrint(own),
  };
}

/** What lies together, and the frame around it. */
export interface Group<T> {
  readonly frame: Frame;
  readonly members: readonly T[];
}

/** Unites groups whose frames meet, until none do: some hundred at most, so the plain way is quick enough. */
export function united<T>(groups: readonly Group<T>[]): readonly Group<T>[] {
  const apart: Group<T>[] = [];
  for (const group of groups) {
    let [frame, members] = [group.frame, [...group.members]];
    for (let at = 0; at < apart.length; at += 1) {
      const other = apart[at];
      if (other === undefined || !meet(frame, other.frame)) continue;
      [frame, members] = [around(frame, other.frame), [...other.members, ...members]];
      apart.splice(at, 1);
      at = -1;
    }
    apart.push({ frame, members });
  }
  return apart;
}

function frameOf(strip: Strip, look: PixelSize): Frame {
  const corners = quadOf(strip);
  const reach = Math.max(LEAST_REACH_PX, REACH * strip.thickness);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return {
    left: Math.max(0, Math.min(...xs) - reach),
    top: Math.max(0, Math.min(...ys) - reach),
    right: Math.min(look.width, Math.max(...xs) + reach),
    bottom: Math.min(look.height, Math.max(...ys) + reach),
  };
}

const meet = (a: Frame, b: Frame): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

const around = (a: Frame, b: Frame): Frame => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

function smallPrint(strips: readonly Strip[]): number {
  const sorted = strips.map(({ thickness }) => thickness).sort((a, b) => a - b);
  const thin = sorted[Math.trunc(sorted.length * SMALL_PRINT)] ?? 1;
  const hasLine = strips.some(({ length, thickness }) => length >= LINE_RATIO * thickness);
  return hasLine ? thin : thin / LINES_IN_BLOT;
}
