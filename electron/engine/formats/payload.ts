import { brotliDecompressSync, inflateRawSync, inflateSync } from "node:zlib";
import { type ByteSource, MemorySource } from "../../base/bytes.ts";
import type { Block } from "./format.ts";

/** Bytes of a block's content read into memory at most, inflated: far above any packet a writer makes. */
export const PAYLOAD_LIMIT = 16 * 1024 * 1024;

/** A block's content: its spans joined, inflated where packed. At most `limit` bytes, else `undefined`. */
export function readPayload(
  file: ByteSource,
  block: Pick<Block, "payload" | "packing">,
  limit = PAYLOAD_LIMIT,
): Uint8Array | undefined {
  const length = block.payload.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0);
  if (length > limit) return undefined;
  const joined = joinedSpans(file, block, length);
  if (block.packing === "base64") return fromBase64(joined);
  if (block.packing === "brotli") return unbrotli(joined, limit);
  if (block.packing === "brotli-exif") return tiffBehindOffset(unbrotli(joined, limit));
  return block.packing === "deflate" ? inflate(joined, limit) : joined;
}

/**
 * A block's content to be read in place: no copy where it lies in one piece. Content in several
 * pieces is cut at the limit. `undefined` when it is packed and cannot be unpacked within the limit.
 */
export function payloadSource(file: ByteSource, block: Block): ByteSource | undefined {
  const [only, ...more] = block.payload;
  if (block.packing === undefined && more.length === 0) {
    return file.slice(only?.start ?? 0, only?.end ?? 0);
  }
  if (block.packing === undefined) return new MemorySource(joinedSpans(file, block, PAYLOAD_LIMIT));
  const bytes = readPayload(file, block);
  return bytes && new MemorySource(bytes);
}

function joinedSpans(file: ByteSource, block: Pick<Block, "payload">, room: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let left = room;
  for (const { start, end } of block.payload) {
    if (left <= 0) break;
    const part = file.bytes(start, Math.min(end, start + left));
    parts.push(part);
    left -= part.length;
  }
  const [first] = parts;
  return parts.length === 1 && first ? first : new Uint8Array(Buffer.concat(parts));
}

/** Base64 text (RFC 4648 §4) as XML and URLs carry it, with line ends and signs as references. */
function fromBase64(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const bare = text
    .replace(/&#x?[\da-f]{1,6};/gi, "")
    .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return new Uint8Array(Buffer.from(bare, "base64"));
}

/** zlib (RFC 1950), or bare deflate (RFC 1951) as some writers leave it. A bomb ends at the limit. */
function inflate(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  for (const unpack of [inflateSync, inflateRawSync]) {
    try {
      return new Uint8Array(unpack(bytes, { maxOutputLength: limit }));
    } catch {
      // Not this packing, damaged, or more than the limit; the caller reports it as unreadable.
    }
  }
  return undefined;
}

/** Brotli (RFC 7932). A bomb ends at the limit. */
function unbrotli(bytes: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    return new Uint8Array(brotliDecompressSync(bytes, { maxOutputLength: limit }));
  } catch {
    // Damaged, or more than the limit; the caller reports it as unreadable.
    return undefined;
  }
}

/** JPEG XL's Exif box begins with the number of bytes before the TIFF header (ISO/IEC 18181-2 9.4). */
function tiffBehindOffset(bytes: Uint8Array | undefined): Uint8Array | undefined {
  if (!bytes || bytes.length < 4) return bytes;
  return bytes.subarray(4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0));
}

/** True when all bytes are the same one: padding that was never written to, or was blanked. */
export function isUniform(source: ByteSource): boolean {
  const first = source.u8(0);
  if (first === undefined) return true;
  for (let at = 0; at < source.size; at += WINDOW) {
    const bytes = source.bytes(at, at + WINDOW);
    if (bytes.length === 0 || bytes.some((byte) => byte !== first)) return bytes.length === 0;
  }
  return true;
}
const WINDOW = 64 * 1024;
