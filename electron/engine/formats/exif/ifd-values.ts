import { isUtf8 } from "node:buffer";
import type { ByteSource } from "../../../base/bytes.ts";
import type { IfdEntry, TiffTree } from "./ifd-tree.ts";

/** Values returned of one entry at most: enough for any tag but the strips of huge pictures. */
const MAX_VALUES = 65_536;
/** Bytes of one text at most; JPEG allows 64 KB for a whole Exif block. */
const MAX_TEXT_BYTES = 64 * 1024;

// TIFF 6.0 §2; 13 IFD is Adobe's TIFF Tech Note 1, 16–18 are BigTIFF's, 129 UTF-8 is Exif 3.0's.
const TYPE_BYTES: ReadonlyMap<number, number> = new Map([
  ...[1, 2, 6, 7, 129].map((type) => [type, 1] as const),
  ...[3, 8].map((type) => [type, 2] as const),
  ...[4, 9, 11, 13].map((type) => [type, 4] as const),
  ...[5, 10, 12, 16, 17, 18].map((type) => [type, 8] as const),
]);

/** Bytes of one value of a field type; 0 when the type is unknown. */
export const sizeOfType = (type: number): number => TYPE_BYTES.get(type) ?? 0;

/**
 * An entry's values as numbers, rationals as quotients (so NaN or ±Infinity when divided by 0).
 * At most 65,536; fewer than `count` when the file ends before; none when the type is unknown.
 */
export const numbersOf = (
  source: ByteSource,
  tree: Pick<TiffTree, "littleEndian">,
  entry: IfdEntry,
): readonly number[] => integersAt(source, tree.littleEndian, entry, MAX_VALUES);

/** As {@link numbersOf}, at most `limit` values. */
export function integersAt(
  source: ByteSource,
  littleEndian: boolean,
  { type, valueAt, valueLength }: Pick<IfdEntry, "type" | "valueAt" | "valueLength">,
  limit: number,
): number[] {
  const size = sizeOfType(type);
  if (size === 0) return [];
  const values = Math.min(Math.floor(valueLength / size), limit);
  const bytes = source.bytes(valueAt, valueAt + values * size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers: number[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) {
    numbers.push(numberAt(view, at, type, littleEndian));
  }
  return numbers;
}

function numberAt(view: DataView, at: number, type: number, le: boolean): number {
  switch (type) {
    case 3:
      return view.getUint16(at, le);
    case 4:
    case 13:
      return view.getUint32(at, le);
    case 5:
      return view.getUint32(at, le) / view.getUint32(at + 4, le);
    case 6:
      return view.getInt8(at);
    case 8:
      return view.getInt16(at, le);
    case 9:
      return view.getInt32(at, le);
    case 10:
      return view.getInt32(at, le) / view.getInt32(at + 4, le);
    case 11:
      return view.getFloat32(at, le);
    case 12:
      return view.getFloat64(at, le);
    case 16:
    case 18:
      return Number(view.getBigUint64(at, le));
    case 17:
      return Number(view.getBigInt64(at, le));
    default:
      return view.getUint8(at);
  }
}

/** An entry's text up to its first NUL: UTF-8 where it is valid, else Latin-1. At most 64 KB. */
export function textOf(
  source: ByteSource,
  _tree: Pick<TiffTree, "littleEndian">,
  { valueAt, valueLength }: Pick<IfdEntry, "valueAt" | "valueLength">,
): string {
  const bytes = source.bytes(valueAt, valueAt + Math.min(valueLength, MAX_TEXT_BYTES));
  const nul = bytes.indexOf(0);
  const text = nul < 0 ? bytes : bytes.subarray(0, nul);
  const isCut = nul < 0 && valueLength > MAX_TEXT_BYTES;
  const whole = isCut ? text.subarray(0, lastWholeCharacter(text)) : text;
  return Buffer.from(whole).toString(isUtf8(whole) ? "utf8" : "latin1");
}

/** Where the last UTF-8 character begins: a text that was cut must not look invalid for it. */
function lastWholeCharacter(text: Uint8Array): number {
  let at = text.length - 1;
  while (at > text.length - 4 && ((text[at] ?? 0) & 0xc0) === 0x80) at--;
  return Math.max(0, at);
}
