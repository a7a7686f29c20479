import type { PixelSize, UnitBox } from "../../model/geometry.ts";
import { type Folded, fold } from "../numbers/fold.ts";
import type { Point, TextLine } from "./text-line.ts";

/** A rectangle in the frame of a sheet: pixels, x along its print, y down its page. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line in its place on a sheet. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly folded: Folded;
  readonly rect: Rect;
  /** Pixels from the top of its letters to their bottom. */
  readonly size: number;
}

/** Lines that run the same way. A picture of two cards that lie crosswise has two sheets. */
export interface Sheet {
  /** In reading order: from the top, and in a row from the left. */
  readonly lines: readonly PlacedLine[];
  /** Turns a rectangle of the frame into a box of the picture. */
  readonly toBox: (rect: Rect) => UnitBox;
  /** A place of the frame in fractions of the picture; outside it below 0 or above 1. */
  readonly toPicture: (place: Point) => Point;
  /** The whole of the picture in the frame. */
  readonly edges: Rect;
  /** The frame's rectangle of a box of the picture. */
  readonly fromBox: (box: UnitBox) => Rect;
}

/** Lines that differ by less run the same way: half of what tells a card from one beside it. */
const SAME_WAY = Math.PI / 9;
/** A line less long for its height says little about which way it runs. */
const TELLING = 2;

/** The sheets of a picture, that with most print first. @param size upright pixels */
export function sheetsOf(lines: readonly TextLine[], size: PixelSize): readonly Sheet[] {
  const told = lines
    .map((line) => ({ line, ...measured(line, size) }))
    .filter(({ length, thickness }) => length > 0 && thickness > 0);
  const groups: { angle: number; weight: number; lines: TextLine[] }[] = [];
  const byWeight = told.toSorted((a, b) => b.length - a.length);
  for (const { line, angle, length, thickness } of byWeight) {
    const isTelling = length > TELLING * thickness;
    const fits = groups.find((group) => !isTelling || turned(group.angle, angle) < SAME_WAY);
    if (fits) {
      fits.lines.push(line);
      fits.weight += length;
    } else groups.push({ angle, weight: length, lines: [line] });
  }
  return groups
    .sort((a, b) => b.weight - a.weight)
    .map((group) => sheetAt(group.lines, group.angle, size));
}

const turned = (a: number, b: number): number => {
  const difference = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(difference, 2 * Math.PI - difference);
};

function measured({ quad: [a, b, , d] }: TextLine, { width, height }: PixelSize) {
  const [dx, dy] = [(b.x - a.x) * width, (b.y - a.y) * height];
  const thickness = Math.hypot((d.x - a.x) * width, (d.y - a.y) * height);
  return { angle: Math.atan2(dy, dx), length: Math.hypot(dx, dy), thickness };
}

/** A median of angles, near a first guess. */
function angleOf(lines: readonly TextLine[], guess: number, size: PixelSize): number {
  const off = lines
    .map((line) => measured(line, size))
    .filter(({ length, thickness }) => length > TELLING * thickness)
    .map(({ angle }) => Math.atan2(Math.sin(angle - guess), Math.cos(angle - guess)))
    .sort((a, b) => a - b);
  return guess + (off[Math.floor(off.length / 2)] ?? 0);
}

function sheetAt(lines: readonly TextLine[], guess: number, size: PixelSize): Sheet {
  const angle = angleOf(lines, guess, size);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const { width, height } = size;
  const into = ({ x, y }: Point) => ({
    x: x * width * cos + y * height * sin,
    y: y * height * cos - x * width * sin,
  });
  const out = ({ x, y }: Point) => ({
    x: (x * cos - y * sin) / width,
    y: (x * sin + y * cos) / height,
  });
  const unit = (value: number) => Math.min(1, Math.max(0, value));
  const placed = lines.map((line): PlacedLine => {
    const rect = around(line.quad.map(into));
    return { line, folded: fold(line.text), rect, size: measured(line, size).thickness };
  });
  return {
    lines: inReadingOrder(placed),
    toPicture: out,
    edges: around(
      [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
        { x: 1, y: 1 },
        { x: 0, y: 1 },
      ].map(into),
    ),
    toBox: (rect) => {
      const box = around(corners(rect).map(out));
      const [left, top] = [unit(box.left), unit(box.top)];
      return [left, top, unit(box.right) - left, unit(box.bottom) - top];
    },
    fromBox: ([x, y, w, h]) =>
      around(corners({ left: x, top: y, right: x + w, bottom: y + h }).map(into)),
  };
}

const corners = ({ left, top, right, bottom }: Rect): readonly Point[] => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

export function around(points: readonly Point[]): Rect {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
}

/** The smallest rectangle around several. */
export const hull = (rects: readonly Rect[]): Rect => around(rects.flatMap(corners));

export const middle = ({ left, top, right, bottom }: Rect): Point => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

/** Do two lines stand in one row? */
export const isInRow = (a: PlacedLine, b: PlacedLine): boolean =>
  Math.abs(middle(a.rect).y - middle(b.rect).y) < 0.5 * Math.min(a.size, b.size);

function inReadingOrder(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const rows: PlacedLine[][] = [];
  for (const line of lines.toSorted((a, b) => middle(a.rect).y - middle(b.rect).y)) {
    const row = rows.at(-1)?.at(-1);
    if (row && isInRow(row, line)) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.rect.left - b.rect.left));
}

/** Where characters `from` to `to` of the folded text stand, with a tenth of their height around. */
export function rectOf({ line, folded, rect, size }: PlacedLine, from: number, to: number): Rect {
  const [first, last] = [folded.from[from] ?? 0, folded.from[to] ?? line.text.length];
  const length = rect.right - rect.left;
  const place = placeOf(line);
  const margin = 0.1 * size;
  return {
    left: rect.left + place(first).from * length - margin,
    top: rect.top - margin,
    right: rect.left + place(Math.max(first, last - 1)).to * length + margin,
    bottom: rect.bottom + margin,
  };
}

/** The character at an index of the text; evenly spread where the reader did not say. */
function placeOf({ text, characters }: TextLine) {
  const known = characters.flatMap((character) =>
    Array.from({ length: character.text.length }, () => character),
  );
  const share = 1 / Math.max(1, text.length);
  return (index: number) => known[index] ?? { from: index * share, to: (index + 1) * share };
}
