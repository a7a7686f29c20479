import { isUtf8 } from "node:buffer";
import type { ByteSource } from "../../../base/bytes.ts";
import { isBinary } from "../look.ts";
import { type IfdEntry, numbersOf, type TiffTree, textOf } from "./ifd.ts";

const USER_COMMENT = 0x9286;
const WITH_CHARSET: ReadonlySet<number> = new Set([USER_COMMENT, 0x001b, 0x001c]);
const TEXT_TYPES: ReadonlySet<number> = new Set([2, 129]);
const MAX_BYTES = 64 * 1024;
/** Numbers listed of one value at most. */
const MAX_NUMBERS = 16;

/** A tag's value as text, where it is text or a few numbers; null for bytes that say nothing to people. */
export function tagText(source: ByteSource, tree: TiffTree, entry: IfdEntry): string | null {
  const { tag, type, valueAt, valueLength } = entry;
  const isGps = entry.ifd.endsWith("GPS");
  if (tag === USER_COMMENT || (isGps && WITH_CHARSET.has(tag) && type !== 2)) {
    return commentText(
      source.bytes(valueAt, valueAt + Math.min(valueLength, MAX_BYTES)),
      tree.littleEndian,
    );
  }
  if (tag >= 0x9c9b && tag <= 0x9c9f) {
    const bytes = source.bytes(valueAt, valueAt + Math.min(valueLength & ~1, MAX_BYTES));
    return untilNul(Buffer.from(bytes).toString("utf16le"));
  }
  if (TEXT_TYPES.has(type)) return textOf(source, tree, entry);
  if (type === 1 || type === 6 || type === 7) return readableBytes(source, entry);
  const numbers = numbersOf(source, tree, entry);
  if (numbers.length === 0) return null;
  const shown = numbers
    .slice(0, MAX_NUMBERS)
    .map((number) => String(Number(number.toPrecision(12))));
  return shown.join(" ") + (numbers.length > MAX_NUMBERS ? " …" : "");
}

/** UNDEFINED and BYTE values are text often enough; null where they are not. */
function readableBytes(
  source: ByteSource,
  { valueAt, valueLength, count }: IfdEntry,
): string | null {
  const bytes = source.bytes(valueAt, valueAt + Math.min(valueLength, MAX_BYTES));
  const isVersion = count === 4 && bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  if (count <= 4 && !isVersion) return [...bytes].join(" ");
  const text = untilNul(Buffer.from(bytes).toString(isUtf8(bytes) ? "utf8" : "latin1"));
  return text.length > 2 && !isBinary(text) ? text : null;
}

/** Exif 2.32, 4.6.5, UserComment: eight bytes name the character code. JIS is shown as it can be read. */
function commentText(bytes: Uint8Array, littleEndian: boolean): string {
  const code = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const hasCode = /^(ASCII\0|UNICODE|JIS\0|\0{8}| {8})/i.test(code);
  const body = Buffer.from(hasCode ? bytes.subarray(8) : bytes);
  if (!/^UNICODE/i.test(code)) return untilNul(body.toString(isUtf8(body) ? "utf8" : "latin1"));
  return untilNul(utf16(body, littleEndian));
}

/** Writers disagree whether UNICODE follows the file's byte order: Latin text shows by its zeros. */
function utf16(body: Buffer, littleEndian: boolean): string {
  const even = Buffer.from(body.subarray(0, body.length & ~1));
  const hasMark = even[0] === 0xff ? even[1] === 0xfe : even[0] === 0xfe && even[1] === 0xff;
  const zeros = (from: number) => {
    let count = 0;
    for (let at = from; at < even.length; at += 2) if (even[at] === 0) count++;
    return count;
  };
  const [high, low] = [zeros(0), zeros(1)];
  const isLittle = hasMark ? even[0] === 0xff : high === low ? littleEndian : low > high;
  if (!isLittle) even.swap16();
  return even.toString("utf16le").replace(/^\ufeff/, "");
}

const untilNul = (text: string): string => text.replace(/\0.*$/s, "");
