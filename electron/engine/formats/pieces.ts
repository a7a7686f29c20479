import type { ByteSource } from "../../base/bytes.ts";
import { mergeSpans } from "./exif/ifd-spans.ts";
import type { Piece, Span } from "./format.ts";

/** The bytes of `[start, end)` give way to `bytes`: none drops them, and an empty span inserts. */
export interface Change extends Span {
  readonly bytes: Uint8Array;
}

const NOTHING = new Uint8Array(0);

/** Changes that drop all bytes of the spans, each once. */
export const dropped = (spans: readonly Span[]): Change[] =>
  mergeSpans(spans).map((span) => ({ ...span, bytes: NOTHING }));

/** Changes that write `payload` over the bytes of `spans`, in the order of the spans. */
export function overwritten(spans: readonly Span[], payload: Uint8Array): Change[] {
  let from = 0;
  return spans.map(({ start, end }) => {
    const bytes = payload.subarray(from, from + end - start);
    if (bytes.length < end - start) throw new Error("a replaced payload must keep its length");
    from += bytes.length;
    return { start, end, bytes };
  });
}

/**
 * The file with the changes made, as ranges to copy and bytes between them. One span of the whole
 * file when it would come out as it is. Changes may come in any order but may not overlap.
 */
export function piecesOf(file: ByteSource, changes: readonly Change[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, bytes } of inOrder(changes)) {
    if (start < at || end < start || end > file.size) throw new Error("changes overlap");
    copy(pieces, at, start);
    if (bytes.length > 0) pieces.push({ bytes });
    at = end;
  }
  copy(pieces, at, file.size);
  return isUnchanged(file, pieces) ? [{ start: 0, end: file.size }] : pieces;
}

/** Where a byte that no change touches stands afterwards; what is inserted before it counts. */
export function movedTo(changes: readonly Change[], at: number): number {
  let moved = at;
  for (const { start, end, bytes } of changes) {
    if (end <= at) moved += bytes.length - (end - start);
  }
  return moved;
}

/** Where the bytes of one of the changes begin afterwards. */
export function writtenAt(changes: readonly Change[], change: Change): number {
  let moved = change.start;
  for (const before of inOrder(changes)) {
    if (before === change) break;
    moved += before.bytes.length - (before.end - before.start);
  }
  return moved;
}

/** How many bytes longer (or, negative, shorter) the changes make a file. */
export const growth = (changes: readonly Change[]): number =>
  changes.reduce((sum, { start, end, bytes }) => sum + bytes.length - (end - start), 0);

const inOrder = (changes: readonly Change[]): Change[] =>
  changes.toSorted((a, b) => a.start - b.start || a.end - b.end);

function copy(pieces: Piece[], start: number, end: number) {
  if (end <= start) return;
  const last = pieces.at(-1);
  if (last && "end" in last && last.end === start) {
    pieces[pieces.length - 1] = { start: last.start, end };
  } else pieces.push({ start, end });
}

function isUnchanged(file: ByteSource, pieces: readonly Piece[]): boolean {
  let at = 0;
  for (const piece of pieces) {
    const isSame =
      "bytes" in piece
        ? Buffer.compare(file.bytes(at, at + piece.bytes.length), piece.bytes) === 0
        : piece.start === at;
    if (!isSame) return false;
    at += "bytes" in piece ? piece.bytes.length : piece.end - piece.start;
  }
  return at === file.size;
}
