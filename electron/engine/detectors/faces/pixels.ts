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
  const { width } = size;
  const rgb = new Uint8Array(width * size.height * 3);
  const columns = steps(
    { start: region.left, length: region.width, count: width },
    { from: within?.left ?? 0, length: within?.width ?? from.width, limit: from.width },
  );
  const rows = steps(
    { start: region.top, length: region.height, count: size.height },
    { from: within?.top ?? 0, length: within?.height ?? from.height, limit: from.height },
  );
  for (let y = rows.first; y < rows.end; y++) {
    const upper = (rows.low[y] ?? 0) * from.width;
    const lower = (rows.high[y] ?? 0) * from.width;
    const down = rows.part[y] ?? 0;
    for (let x = columns.first; x < columns.end; x++) {
      const [left, right] = [columns.low[x] ?? 0, columns.high[x] ?? 0];
      const across = columns.part[x] ?? 0;
      const at = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) {
        const a = from.rgb[(upper + left) * 3 + c] ?? 0;
        const b = from.rgb[(upper + right) * 3 + c] ?? 0;
        const d = from.rgb[(lower + left) * 3 + c] ?? 0;
        const e = from.rgb[(lower + right) * 3 + c] ?? 0;
        const above = a + (b - a) * across;
        rgb[at + c] = above + (d + (e - d) * across - above) * down + 0.5;
      }
    }
  }
  return { ...size, rgb };
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Between which two pixels of a line each new one lies, and how far on; black before `first` and from `end` on. */
interface Steps {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly part: Float32Array;
  readonly first: number;
  readonly end: number;
}

function steps(
  { start, length, count }: { start: number; length: number; count: number },
  seen: { from: number; length: number; limit: number },
): Steps {
  const [from, to] = [Math.max(0, seen.from), Math.min(seen.limit, seen.from + seen.length)];
  const [low, high] = [new Int32Array(count), new Int32Array(count)];
  const part = new Float32Array(count);
  let [first, end] = [count, count];
  for (let n = 0; n < count; n++) {
    const at = start + ((n + 0.5) * length) / count;
    if (at < from) continue;
    if (at >= to) {
      end = n;
      break;
    }
    first = Math.min(first, n);
    const centre = Math.min(Math.max(at - 0.5, 0), seen.limit - 1);
    low[n] = Math.floor(centre);
    high[n] = Math.min(Math.floor(centre) + 1, seen.limit - 1);
    part[n] = centre - Math.floor(centre);
  }
  return { low, high, part, first, end };
}

/** A picture at half its size, each pixel the mean of four; an odd last row or column is left out. */
function halved(from: Pixels): Pixels {
  const [width, height] = [from.width >> 1, from.height >> 1];
  const rgb = new Uint8Array(width * height * 3);
  const wide = from.width * 3;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 2 * y * wide + 6 * x;
      for (let c = at; c < at + 3; c++) {
        const upper = (from.rgb[c] ?? 0) + (from.rgb[c + 3] ?? 0);
        const lower = (from.rgb[c + wide] ?? 0) + (from.rgb[c + wide + 3] ?? 0);
        rgb[(y * width + x) * 3 + c - at] = (upper + lower + 2) >> 2;
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
      const tx = turns === 1 ? h - 1 - y : turns === 2 ? w - 1 - x : y;
      const ty = turns === 1 ? x : turns === 2 ? h - 1 - y : w - 1 - x;
      const to = (ty * width + tx) * 3;
      const at = (y * w + x) * 3;
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
