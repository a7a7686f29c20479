import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import { WINDOW_BYTES } from "./jpeg-entropy.ts";
import { type JpegStream, readStream, type TrustEnd } from "./jpeg-segments.ts";

/** What stands behind a picture's end, cut into the things it is made of. */
export type TailPart =
  | (Span & { readonly is: "picture"; readonly stream: JpegStream })
  | (Span & { readonly is: "video" | "samsung" | "archive" | "zeros" | "other" });

/** Things told apart behind one picture; the rest is one "other". Each search may cost one pass. */
const MAX_PARTS = 64;
/** Top-level boxes of an appended video; a fragmented one of an hour has some thousands. */
const MAX_BOXES = 100_000;

/** Reads what follows `from`. `ends` tells where the file's index ends a picture that begins somewhere. */
export function readTail(
  file: ByteSource,
  from: number,
  endOf: (start: number) => TrustEnd | undefined,
): readonly TailPart[] {
  const parts: TailPart[] = [];
  for (let at = from; at < file.size; at = parts.at(-1)?.end ?? file.size) {
    parts.push(
      parts.length < MAX_PARTS
        ? partAt(file, at, endOf)
        : { is: "other", start: at, end: file.size },
    );
  }
  return parts;
}

function partAt(
  file: ByteSource,
  start: number,
  endOf: (start: number) => TrustEnd | undefined,
): TailPart {
  const zerosEnd = endOfZeros(file, start, file.size);
  if (zerosEnd > start + ZEROS_WORTH_NAMING || zerosEnd === file.size) {
    return { is: "zeros", start, end: zerosEnd };
  }
  const head = file.latin1(start, start + 8);
  if (head.startsWith("\xff\xd8\xff")) {
    const stream = readStream(file, start, endOf(start));
    if (stream.ok) return { is: "picture", start, end: stream.value.end, stream: stream.value };
  }
  if (head.slice(4) === "ftyp") return { is: "video", start, end: endOfBoxes(file, start) };
  if (head.startsWith("SEFH")) return { is: "samsung", start, end: file.size };
  if (head.startsWith("PK\x03\x04")) return { is: "archive", start, end: file.size };
  return { is: "other", start, end: nextKnown(file, start + 1) };
}

const ZEROS = new Uint8Array(WINDOW_BYTES);

/** A shorter run of zeros belongs to what follows it. */
const ZEROS_WORTH_NAMING = 16;

/** ISO/IEC 14496-12 4.2: u32 size, type, and a u64 size when the first is 1; 0 reaches to the end. */
function endOfBoxes(file: ByteSource, start: number): number {
  let at = start;
  for (let boxes = 0; boxes < MAX_BOXES && at < file.size; boxes++) {
    const short = file.u32(at);
    const size = short === 1 ? file.u64(at + 8) : short;
    if (!/^[\w\xa9 -]{4}$/.test(file.latin1(at + 4, at + 8))) return at;
    if (size === 0) return file.size;
    if (size === undefined || size < 8) return at > start ? at : file.size;
    if (at + size > file.size) return file.size;
    at += size;
  }
  return at;
}

/** The first byte of `[start, end)` that is not zero, or `end`. */
export function endOfZeros(file: ByteSource, start: number, end: number): number {
  if (file.u8(start) !== 0) return start;
  for (let base = start; base < end; base += WINDOW_BYTES) {
    const window = file.peek(base, Math.min(end, base + WINDOW_BYTES));
    // Comparing is ten times as fast as looking at each byte.
    if (Buffer.compare(window, ZEROS.subarray(0, window.length)) === 0) continue;
    const hit = window.findIndex((byte) => byte !== 0);
    if (hit >= 0) return base + hit;
  }
  return end;
}

/** Where the next picture, video or directory of Samsung's begins, else the file's end. */
function nextKnown(file: ByteSource, from: number): number {
  const overlap = 8;
  for (let base = from; base < file.size; base += WINDOW_BYTES - overlap) {
    const { buffer, byteOffset, byteLength } = file.peek(base, base + WINDOW_BYTES);
    const window = Buffer.from(buffer, byteOffset, byteLength);
    const starts = [
      window.indexOf("\xff\xd8\xff", 0, "latin1"),
      window.indexOf("ftyp", 4, "latin1") - 4,
      window.indexOf("SEFH", 0, "latin1"),
    ].filter((at) => at >= 0);
    if (starts.length > 0) return base + Math.min(...starts);
  }
  return file.size;
}
