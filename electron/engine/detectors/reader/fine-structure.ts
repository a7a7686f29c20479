import type { Pixels } from "../../../base/picture.ts";

/*
 * Print two or three pixels high leaves nothing in the finder's answer, though it can be read in the
 * full picture. What it does leave is its structure: much of one even tone, the paper, crossed by
 * many short strokes. That costs 12 ms to see in a whole photo, and hardly anything else looks so:
 * of photos without print three fields in a hundred do (median of 20; 13 at most), of papers a
 * quarter at least.
 */

/** Pixels of a field's side, and of the window around it that is looked at. */
export const FIELD_PX = 16;
const WINDOW_PX = 24;

/** Neighbouring tones of 256 that count as one, as paper in uneven light does: three steps of 8. */
const TONE_BITS = 3;
const TONES = 256 >> TONE_BITS;

/** Part of a window that its paper covers; below, it is leaves, gravel, cloth. */
const PAPER = 0.45;

/** Tones from the paper's from which a pixel is ink: faint print on a card differs by 40. */
const INK = 36;

/** Changes between paper and ink along a row of a window: three strokes. A wire or an edge has two at most. */
const CHANGES = 6;

/** Rows, or columns where the print runs down, with so many changes. */
const ROWS = 2;

/** A field, by its column and row among the fields of the picture. */
export interface Field {
  readonly column: number;
  readonly row: number;
}

/** The fields of a picture that could hold small print. */
export function finelyStructured(pixels: Pixels): readonly Field[] {
  const grey = greyOf(pixels);
  const fields: Field[] = [];
  const [columns, rows] = [pixels.width, pixels.height].map((px) => Math.floor(px / FIELD_PX));
  const seen: Window = { grey, stride: pixels.width, left: 0, top: 0 };
  for (let row = 0; row < (rows ?? 0); row += 1) {
    for (let column = 0; column < (columns ?? 0); column += 1) {
      seen.left = windowStart(column, pixels.width);
      seen.top = windowStart(row, pixels.height);
      if (isLikePrint(seen)) fields.push({ column, row });
    }
  }
  return fields;
}

/** Luma of Rec. 601, in whole steps. */
function greyOf({ width, height, rgb }: Pixels): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 3) {
    const [red, green, blue] = [rgb[from] ?? 0, rgb[from + 1] ?? 0, rgb[from + 2] ?? 0];
    grey[at] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return grey;
}

const windowStart = (field: number, side: number): number =>
  Math.max(0, Math.min(side - WINDOW_PX, field * FIELD_PX - (WINDOW_PX - FIELD_PX) / 2));

/** A square of `WINDOW_PX` in a grey picture. */
interface Window {
  readonly grey: Uint8Array;
  readonly stride: number;
  left: number;
  top: number;
}

const AREA = WINDOW_PX * WINDOW_PX;

function isLikePrint(window: Window): boolean {
  const { tone, count } = paperOf(window);
  if (count < PAPER * AREA || count === AREA) return false;
  return crossings(window, tone, 1, window.stride) || crossings(window, tone, window.stride, 1);
}

const counts = new Int32Array(TONES + 2);

/** The commonest tone of a window, with its neighbours. */
function paperOf({ grey, stride, left, top }: Window) {
  counts.fill(0);
  for (let y = top; y < top + WINDOW_PX; y += 1) {
    const end = y * stride + left + WINDOW_PX;
    for (let at = end - WINDOW_PX; at < end; at += 1) {
      const step = ((grey[at] ?? 0) >> TONE_BITS) + 1;
      counts[step] = (counts[step] ?? 0) + 1;
    }
  }
  let [tone, count] = [0, 0];
  for (let step = 1; step <= TONES; step += 1) {
    const own = (counts[step - 1] ?? 0) + (counts[step] ?? 0) + (counts[step + 1] ?? 0);
    if (own > count) [tone, count] = [((step - 1) << TONE_BITS) + (1 << TONE_BITS) / 2, own];
  }
  return { tone, count };
}

/** Do enough rows cross enough strokes? @param along the step from pixel to pixel; @param down from row to row */
function crossings({ grey, stride, left, top }: Window, tone: number, along: number, down: number) {
  let found = 0;
  for (let row = 0, from = top * stride + left; row < WINDOW_PX; row += 1, from += down) {
    let [changes, before] = [0, isInk(grey[from] ?? 0, tone)];
    for (let n = 1, at = from + along; n < WINDOW_PX; n += 1, at += along) {
      const here = isInk(grey[at] ?? 0, tone);
      if (here !== before) changes += 1;
      before = here;
    }
    if (changes >= CHANGES) found += 1;
    if (found === ROWS) return true;
  }
  return false;
}

const isInk = (value: number, tone: number): boolean => Math.abs(value - tone) >= INK;
