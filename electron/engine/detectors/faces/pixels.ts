import type { Pixels } from "../../../base/picture.ts";

/** A rectangle in pixels; it may reach beyond the picture, and need not lie on whole pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Quarter turns clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/**
 * Part of a picture drawn at another size, bilinear between the four nearest pixels. Outside of the
 * picture, and outside of `within`, it is black. Shrinking by more than 2 wants {@link Levels}.
 */
export function drawn(from: Pixels, region: Region, size: Sized, within?: Region): Pixels {
  const rgb = new Uint8Array(size.width * size.height * 3);
  const columns = steps(region.left, region.width, size.width, from.width, within, "left");
  const rows = steps(region.top, region.height, size.height, from.height, within, "top");
  const wide = from.width * 3;
  for (const [y, row] of rows.entries()) {
    if (row === null) continue;
    const [upper, lower] = [row.low * wide, row.high * wide];
    for (const [x, column] of columns.entries()) {
      if (column === null) continue;
      const at = (y * size.width + x) * 3;
      const [left, right] = [column.low * 3, column.high * 3];
      for (let c = 0; c < 3; c++) {
        const [a = 0, b = 0] = [from.rgb[upper + left + c], from.rgb[upper + right + c]];
        const [d = 0, e = 0] = [from.rgb[lower + left + c], from.rgb[lower + right + c]];
        const above = a + (b - a) * column.part;
        const below = d + (e - d) * column.part;
        rgb[at + c] = above + (below - above) * row.part + 0.5;
      }
    }
  }
  return { ...size, rgb };
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Between which two pixels of a line each new pixel lies, and how far on; null for black. */
interface Step {
  readonly low: number;
  readonly high: number;
  readonly part: number;
}

function steps(
  start: number,
  length: number,
  count: number,
  limit: number,
  within: Region | undefined,
  side: "left" | "top",
): readonly (Step | null)[] {
  const from = Math.max(0, within?.[side] ?? 0);
  const inside = within?.[side === "left" ? "width" : "height"] ?? limit;
  const to = Math.min(limit, (within?.[side] ?? 0) + inside);
  return Array.from({ length: count }, (_, n) => {
    const at = start + ((n + 0.5) * length) / count;
    if (at < from || at >= to) return null;
    const centre = Math.min(Math.max(at - 0.5, 0), limit - 1);
    const low = Math.floor(centre);
    return { low, high: Math.min(low + 1, limit - 1), part: centre - low };
  });
}

/** A picture at half its size, each pixel the mean of four; an odd last row or column is left out. */
function halved(from: Pixels): Pixels {
  const [width, height] = [from.width >> 1, from.height >> 1];
  const rgb = new Uint8Array(width * height * 3);
  const wide = from.width * 3;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 2 * y * wide + 6 * x;
      for (let c = 0; c < 3; c++) {
        const [a = 0, b = 0] = [from.rgb[at + c], from.rgb[at + 3 + c]];
        const [d = 0, e = 0] = [from.rgb[at + wide + c], from.rgb[at + wide + 3 + c]];
        rgb[(y * width + x) * 3 + c] = (a + b + d + e + 2) >> 2;
      }
    }
  }
  return { width, height, rgb };
}

/** A picture turned by quarters, clockwise. */
export function turned(from: Pixels, turns: Turns): Pixels {
  if (turns === 0) return from;
  const { width: w, height: h } = from;
  const [width, height] = turns === 2 ? [w, h] : [h, w];
  const rgb = new Uint8Array(w * h * 3);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [tx, ty] =
        turns === 1 ? [h - 1 - y, x] : turns === 2 ? [w - 1 - x, h - 1 - y] : [y, w - 1 - x];
      const [to, at] = [(ty * width + tx) * 3, (y * w + x) * 3];
      rgb[to] = from.rgb[at] ?? 0;
      rgb[to + 1] = from.rgb[at + 1] ?? 0;
      rgb[to + 2] = from.rgb[at + 2] ?? 0;
    }
  }
  return { width, height, rgb };
}

/** A picture in halves of halves, made when first asked for, so that no part is ever shrunk by more than 2 at once. */
export class Levels {
  readonly whole: Pixels;
  readonly #levels: Pixels[];

  constructor(whole: Pixels) {
    this.whole = whole;
    this.#levels = [whole];
  }

  /** The picture at a half (1), a quarter (2)… of its size, as far as there are pixels to halve. */
  level(n: number): Pixels {
    for (;;) {
      const last = this.#levels.at(-1) ?? this.whole;
      const known = this.#levels[n];
      if (known !== undefined) return known;
      if (last.width < 2 || last.height < 2) return last;
      this.#levels.push(halved(last));
    }
  }

  /** Part of the whole, in the whole's pixels, drawn as {@link drawn} does. */
  draw(region: Region, size: Sized, within?: Region): Pixels {
    const shrink = Math.max(region.width / size.width, region.height / size.height);
    const from = this.level(Math.max(0, Math.floor(Math.log2(Math.max(shrink, 1)))));
    const [kx, ky] = [from.width / this.whole.width, from.height / this.whole.height];
    const scaled = (r: Region): Region => ({
      left: r.left * kx,
      top: r.top * ky,
      width: r.width * kx,
      height: r.height * ky,
    });
    return drawn(from, scaled(region), size, within && scaled(within));
  }
}
