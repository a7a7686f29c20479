import { crc32 } from "node:zlib";
import { ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { type Damaged, type Depth, damaged, type Span } from "../format.ts";

/*
 * PNG (Third Edition) 5: a signature, then chunks up to IEND.
 *   length u32 │ type 4 letters │ data │ CRC-32 u32 of type and data
 * A capital first letter says that no decoder can do without the chunk ("critical").
 */
export const SIGNATURE = "\x89PNG\r\n\x1a\n";
/** Bytes of a chunk beside its data. */
export const CHUNK_BYTES = 12;

export interface Chunk extends Span {
  readonly type: string;
  readonly data: Span;
}

/** One PNG picture from its signature on. */
export interface PngStream {
  readonly chunks: readonly Chunk[];
  readonly end: number;
  /** `cut`: the file ends within the picture data or behind it, before IEND. */
  readonly ending: "iend" | "cut";
}

/** Chunks of one picture at most; one of a gigapixel in pieces of 8 KB has about that many. */
const MAX_CHUNKS = 500_000;
const MAX_LENGTH = 0x7fffffff;
const WINDOW_BYTES = 256 * 1024;

export const isCritical = (type: string): boolean => /^[A-Z]/.test(type);

/**
 * Walks a picture's chunks from its signature at `start`. Checks of critical chunks are verified;
 * those of pixel data only in full depth, as that reads all of them.
 * @returns `format-damaged` with the offset of the chunk that breaks the rules.
 */
export function readChunks(
  file: ByteSource,
  start: number,
  depth: Depth,
): Result<PngStream, Damaged> {
  if (file.latin1(start, start + 8) !== SIGNATURE) return damaged("png", start);
  const chunks: Chunk[] = [];
  let hasPixels = false;
  for (let at = start + 8; chunks.length < MAX_CHUNKS; ) {
    const chunk = chunkAt(file, at);
    if (chunk === "cut" && hasPixels) return ok(cutAt(file, chunks, at));
    if (chunk === "cut" || chunk === "none") return damaged("png", at);
    if (!isInPlace(chunk, chunks)) return damaged("png", at);
    const isPixels = chunk.type === "IDAT";
    if (isCritical(chunk.type) && !(isPixels && depth === "quick") && !hasTrueCrc(file, chunk)) {
      return damaged("png", at);
    }
    chunks.push(chunk);
    at = chunk.end;
    hasPixels ||= isPixels;
    if (chunk.type === "IEND") {
      return hasPixels ? ok({ chunks, end: at, ending: "iend" }) : damaged("png", chunk.start);
    }
    if (hasPixels && at >= file.size) return ok({ chunks, end: at, ending: "cut" });
  }
  return damaged("png", chunks.at(-1)?.end ?? start);
}

/** The chunk at `at`; "cut" when the file ends before it does. */
function chunkAt(file: ByteSource, at: number): Chunk | "cut" | "none" {
  if (at + CHUNK_BYTES > file.size) return "cut";
  const length = file.u32(at) ?? 0;
  const type = file.latin1(at + 4, at + 8);
  if (length > MAX_LENGTH || !/^[A-Za-z]{4}$/.test(type)) return "none";
  const data = { start: at + 8, end: at + 8 + length };
  const end = data.end + 4;
  return end <= file.size ? { type, start: at, data, end } : "cut";
}

function cutAt(file: ByteSource, chunks: readonly Chunk[], at: number): PngStream {
  const rest = { type: "IDAT", start: at, data: { start: at, end: file.size }, end: file.size };
  return { chunks: at < file.size ? [...chunks, rest] : chunks, end: file.size, ending: "cut" };
}

/** IHDR, 13 bytes, stands first and once; Apple's CgBI may stand before it. */
function isInPlace({ type, data }: Chunk, before: readonly Chunk[]): boolean {
  const isHead = before.every((chunk) => chunk.type === "CgBI");
  if (type === "IHDR") return isHead && data.end - data.start === 13;
  return !isHead || (type === "CgBI" && before.length === 0);
}

/** Does the chunk's check agree with its bytes? Reads them in windows. */
export function hasTrueCrc(file: ByteSource, { data, end }: Chunk): boolean {
  let crc = 0;
  for (let at = data.start - 4; at < data.end; at += WINDOW_BYTES) {
    crc = crc32(file.peek(at, Math.min(data.end, at + WINDOW_BYTES)), crc);
  }
  return file.u32(end - 4) === crc;
}

/** A chunk of these bytes. */
export function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(CHUNK_BYTES + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(Buffer.from(type, "latin1"), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
