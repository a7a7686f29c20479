import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { MAX_HELD_PIXELS } from "../../base/limits.ts";
import type { Pixels } from "../../base/picture.ts";

/*
 * Windows bitmaps, which sharp does not draw: those whose pixels are stored plainly, as scanners and
 * screenshots write them. Packed ones (RLE, or a JPEG inside) nobody has written for decades.
 * @see "Bitmap Storage", Windows GDI; wingdi.h.
 */

const FILE_HEADER = 14;
const CORE_HEADER = 12;
const RGB = 0;
const BITFIELDS = 3;
const ALPHA_BITFIELDS = 6;

interface Layout {
  readonly width: number;
  readonly height: number;
  /** Rows stand from the top; most files have the lowest first. */
  readonly isTopDown: boolean;
  readonly bits: number;
  /** Where the first row stands. */
  readonly at: number;
  /** Bytes of a row, which is padded to four. */
  readonly stride: number;
}

/** Gives a pixel's colour, 0xRRGGBB, from its stored number. */
type Colour = (stored: number) => number;

/** @returns `format-not-drawable`, `too-many-pixels`, `format-damaged`. */
export function decodeBmp(bytes: Uint8Array): Result<Pixels, AppErrorCode> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < FILE_HEADER + CORE_HEADER) return err("format-damaged");
  const header = view.getUint32(FILE_HEADER, true);
  if (FILE_HEADER + header > bytes.length) return err("format-damaged");
  const layout = layoutOf(view, header);
  const colour = colourOf(view, header, layout.bits);
  if (!colour) return err("format-not-drawable");
  const { width, height, at, stride } = layout;
  if (width <= 0 || height <= 0) return err("format-damaged");
  if (width * height > MAX_HELD_PIXELS) return err("too-many-pixels");
  if (at + stride * height > bytes.length) return err("format-damaged");
  return ok(drawn(view, layout, colour));
}

function layoutOf(view: DataView, header: number): Layout {
  const isCore = header === CORE_HEADER;
  const at = view.getUint32(10, true);
  const width = isCore ? view.getUint16(18, true) : view.getInt32(18, true);
  const tall = isCore ? view.getUint16(20, true) : view.getInt32(22, true);
  const bits = view.getUint16(isCore ? 24 : 28, true);
  const stride = Math.ceil((width * bits) / 32) * 4;
  return { width, height: Math.abs(tall), isTopDown: tall < 0, bits, at, stride };
}

/** How stored numbers become colours; undefined where pixels are packed or a table is cut off. */
function colourOf(view: DataView, header: number, bits: number): Colour | undefined {
  const compression = header === CORE_HEADER ? RGB : view.getUint32(30, true);
  if (compression === RGB) {
    if (bits === 1 || bits === 4 || bits === 8) return byTable(view, header, bits);
    if (bits === 16) return byMasks([0x7c00, 0x3e0, 0x1f]);
    if (bits === 24 || bits === 32) return (stored) => stored & 0xffffff;
  }
  const hasMasks = compression === BITFIELDS || compression === ALPHA_BITFIELDS;
  if (!hasMasks || (bits !== 16 && bits !== 32)) return undefined;
  const masksAt = FILE_HEADER + 40; // inside the longer headers, behind the shortest
  if (masksAt + 12 > view.byteLength) return undefined;
  return byMasks([0, 4, 8].map((offset) => view.getUint32(masksAt + offset, true)));
}

function byTable(view: DataView, header: number, bits: number): Colour | undefined {
  const entry = header === CORE_HEADER ? 3 : 4;
  const stated = header === CORE_HEADER ? 0 : view.getUint32(46, true);
  const count = Math.min(stated || 2 ** bits, 2 ** bits);
  const start = FILE_HEADER + header;
  if (start + count * entry > view.byteLength) return undefined;
  const table = Array.from({ length: count }, (_, n) => {
    const [blue, green, red] = [0, 1, 2].map((part) => view.getUint8(start + n * entry + part));
    return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
  });
  return (stored) => table[stored] ?? 0;
}

/** Each mask's bits, stretched to eight. */
function byMasks(masks: readonly number[]): Colour {
  const parts = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask);
    return { mask, shift, most: mask >>> shift || 1 };
  });
  return (stored) =>
    parts.reduce(
      (colour, { mask, shift, most }) =>
        (colour << 8) | Math.round((((stored & mask) >>> shift) * 255) / most),
      0,
    );
}

function drawn(view: DataView, layout: Layout, colour: Colour): Pixels {
  const { width, height, isTopDown, bits, at, stride } = layout;
  const rgb = new Uint8Array(width * height * 3);
  let to = 0;
  for (let y = 0; y < height; y++) {
    const row = at + (isTopDown ? y : height - 1 - y) * stride;
    for (let x = 0; x < width; x++) {
      const shown = colour(storedAt(view, row, x, bits));
      rgb[to++] = shown >> 16;
      rgb[to++] = shown >> 8;
      rgb[to++] = shown;
    }
  }
  return { width, height, rgb };
}

/** The number of one pixel; a row's first pixel stands in the highest bits of its first byte. */
function storedAt(view: DataView, row: number, x: number, bits: number): number {
  if (bits === 24)
    return view.getUint16(row + x * 3, true) | (view.getUint8(row + x * 3 + 2) << 16);
  if (bits === 32) return view.getUint32(row + x * 4, true);
  if (bits === 16) return view.getUint16(row + x * 2, true);
  const perByte = 8 / bits;
  const byte = view.getUint8(row + Math.floor(x / perByte));
  return (byte >> (8 - bits * ((x % perByte) + 1))) & (2 ** bits - 1);
}
