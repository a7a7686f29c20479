import { hull, type PlacedLine, type Rect } from "../print/sheet.ts";
import type { DocumentType, Shape } from "./document-type.ts";

/** Width by height. */
const RATIOS: Readonly<Record<Exclude<Shape, "paper">, number>> = {
  card: 85.6 / 53.98,
  booklet: 125 / 88,
};

/** The part of a card that its print and portrait cover, in fractions of its width and height. */
const USUAL: Rect = { left: 0.06, top: 0.07, right: 0.94, bottom: 0.93 };
/** Where a layout is known to leave room. */
const COVERED: Readonly<Record<string, Rect>> = {
  "cn-resident-id-front": { left: 0.07, top: 0.11, right: 0.93, bottom: 0.92 },
  "cn-resident-id-back": { left: 0.3, top: 0.14, right: 0.91, bottom: 0.9 },
  passport: { left: 0.03, top: 0.05, right: 0.97, bottom: 0.95 },
};

/** Sizes of print that a card is wide at most, and what it may reach beyond its own words. */
const WIDEST_CARD = 48;
const REACH = 4;
/** A portrait stands beside the print, at most so many widths of the print away… */
const PORTRAIT_REACH = 0.7;
/** …and its face is at most this share of the print's height, or of half its width where few lines are read. */
const PORTRAIT_SIZE = 0.8;

/** All lines that lie on the same document as the ones that gave it away. */
export function ownLines(
  type: DocumentType,
  seeds: ReadonlySet<number>,
  taken: ReadonlySet<number>,
  lines: readonly PlacedLine[],
): readonly PlacedLine[] {
  const own = [...seeds].flatMap((at) => lines[at] ?? []);
  const others = lines.filter((_, at) => !seeds.has(at) && !taken.has(at));
  if (type.shape === "paper") return taken.size === 0 ? [...own, ...others] : near(own, others, 12);
  return near(own, others, REACH);
}

/** Lines that touch the hull, grown step by step and never wider than a card. */
function near(
  own: readonly PlacedLine[],
  others: readonly PlacedLine[],
  reach: number,
): readonly PlacedLine[] {
  const size = median(own.map((line) => line.size));
  let [all, left] = [[...own], [...others]];
  for (;;) {
    const around = grown(hull(all.map(({ rect }) => rect)), reach * size);
    const more = left.filter(({ rect }) => {
      const whole = hull([...all.map((line) => line.rect), rect]);
      return touch(around, rect) && whole.right - whole.left <= WIDEST_CARD * size;
    });
    if (more.length === 0) return all;
    all = [...all, ...more];
    left = left.filter((line) => !more.includes(line));
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const grown = ({ left, top, right, bottom }: Rect, by: number): Rect => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

const touch = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The hull of print and portrait. */
export function printed(
  type: DocumentType,
  own: readonly PlacedLine[],
  portraits: readonly Rect[],
): Rect {
  const print = hull(own.map(({ rect }) => rect));
  if (type.shape === "paper") return print;
  const reach = grown(print, PORTRAIT_REACH * (print.right - print.left));
  const beside = portraits.filter((face) => touch(reach, face) && isPortrait(face, print));
  // A face is the middle of a portrait: hair, neck and shoulders reach beyond.
  return hull([print, ...beside.map((face) => grown(face, 0.35 * (face.right - face.left)))]);
}

/** Whoever holds a card up is larger than its portrait, or above or below its print. */
function isPortrait(face: Rect, print: Rect): boolean {
  const [width, height] = [print.right - print.left, print.bottom - print.top];
  const middle = (face.top + face.bottom) / 2;
  const isLevel = middle > print.top - height / 4 && middle < print.bottom + height / 4;
  return isLevel && face.bottom - face.top < PORTRAIT_SIZE * Math.max(height, width / 2);
}

/** The whole card, from what is printed on it and the shape all such cards have. */
export function layoutRect(type: DocumentType, print: Rect): Rect {
  const [width, height] = [print.right - print.left, print.bottom - print.top];
  if (type.shape === "paper") return grown(print, 0.04 * Math.max(width, height));
  const covered = COVERED[type.id] ?? USUAL;
  const wide = width / (covered.right - covered.left);
  const high = height / (covered.bottom - covered.top);
  const ratio = high > 1.2 * wide ? 1 / RATIOS[type.shape] : RATIOS[type.shape];
  const [w, h] = wide / high > ratio ? [wide, wide / ratio] : [high * ratio, high];
  const x = (print.left + print.right) / 2 - ((covered.left + covered.right) / 2) * w;
  const y = (print.top + print.bottom) / 2 - ((covered.top + covered.bottom) / 2) * h;
  return { left: x, top: y, right: x + w, bottom: y + h };
}
