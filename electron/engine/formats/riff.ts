import type { ByteSource } from "../../base/bytes.ts";
import type { Span } from "./format.ts";

/** One RIFF chunk: FourCC, u32 length (little-endian), content, a pad byte after an odd length. */
export interface RiffChunk extends Span {
  readonly id: string;
  /** Its content, without header and pad byte. */
  readonly body: Span;
}

export interface RiffChunks {
  readonly chunks: readonly RiffChunk[];
  /** Where the last whole chunk ends; fewer than eight bytes may be left behind it. */
  readonly end: number;
}

/** Header bytes of a chunk. */
export const CHUNK_HEADER = 8;
/** Chunks read of one file; an animation of an hour at 30 frames a second has 108,000. */
const MAX_CHUNKS = 1_000_000;

/**
 * Reads the chunks of `[from, to)` (RFC 9649 §2.3; Multimedia Programming Interface 1.0).
 * The last chunk's pad byte may be missing, as some writers leave it.
 * @returns the offset of the first chunk that leaves the range.
 */
export function readChunks(file: ByteSource, from: number, to: number): RiffChunks | number {
  const chunks: RiffChunk[] = [];
  let at = from;
  while (to - at >= CHUNK_HEADER) {
    const length = file.u32(at + 4, true);
    if (length === undefined || at + CHUNK_HEADER + length > to) return at;
    if (chunks.length >= MAX_CHUNKS) return at;
    const body = { start: at + CHUNK_HEADER, end: at + CHUNK_HEADER + length };
    const end = Math.min(to, body.end + (length % 2));
    chunks.push({ id: file.latin1(at, at + 4), start: at, end, body });
    at = end;
  }
  return { chunks, end: at };
}
