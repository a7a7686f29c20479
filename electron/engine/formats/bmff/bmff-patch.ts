import type { ByteSource } from "../../../base/bytes.ts";
import type { Piece, Span } from "../format.ts";
import type { Box } from "./bmff.ts";

/** New bytes for `[start, end)`, of just that length; zeros where `bytes` is missing. */
export interface Patch extends Span {
  readonly bytes?: Uint8Array;
}

const CHUNK_BYTES = 256 * 1024;
/** Shared by all zero patches, so that a large one costs no memory. Never written to. */
const ZEROS = new Uint8Array(CHUNK_BYTES);
const FREE = new Uint8Array([0x66, 0x72, 0x65, 0x65]);

/** A box that readers skip, of the same size, all zeros (ISO/IEC 14496-12 8.1.2). */
export const freed = (box: Box): Patch[] => [
  { start: box.start + 4, end: box.start + 8, bytes: FREE },
  { start: box.content, end: box.end },
];

/** Another four-character type at `at`. */
export const retyped = (at: number, type: string): Patch => ({
  start: at,
  end: at + 4,
  bytes: Uint8Array.from(Buffer.from(type, "latin1")),
});

/** `content` laid over the bytes of `spans`, in the order of the spans; shorter content leaves the rest. */
export function laidOver(spans: readonly Span[], content: Uint8Array): Patch[] {
  let from = 0;
  const patches: Patch[] = [];
  for (const { start, end } of spans) {
    const bytes = content.subarray(from, from + end - start);
    if (bytes.length > 0) patches.push({ start, end: start + bytes.length, bytes });
    from += bytes.length;
  }
  return patches;
}

/**
 * The file with the patches made and cut at `end`; one span of the whole file where nothing
 * changes. `undefined` when two patches want different things of the same bytes.
 */
export function patched(
  file: ByteSource,
  patches: readonly Patch[],
  end: number,
): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let [kept, at] = [0, 0];
  const changes = patches.filter((patch) => patch.start < end && changesBytes(file, patch));
  for (const patch of changes.toSorted((a, b) => a.start - b.start)) {
    if (patch.start < at || patch.end > end) return undefined;
    if (patch.start > kept) pieces.push({ start: kept, end: patch.start });
    pieces.push(...fill(patch));
    kept = at = patch.end;
  }
  if (end > kept) pieces.push({ start: kept, end });
  return pieces;
}

function* fill({ start, end, bytes }: Patch): Generator<Piece> {
  if (bytes) yield { bytes };
  else {
    for (let at = start; at < end; at += CHUNK_BYTES) {
      yield { bytes: ZEROS.subarray(0, Math.min(CHUNK_BYTES, end - at)) };
    }
  }
}

function changesBytes(file: ByteSource, { start, end, bytes }: Patch): boolean {
  if (!bytes) return !isZero(file, { start, end });
  return Buffer.compare(file.bytes(start, end), bytes) !== 0;
}

/** True when all bytes are zero, as they are where something was blanked. Stops at the first that is not. */
export function isZero(file: ByteSource, { start, end }: Span): boolean {
  for (let at = start; at < end; ) {
    // Most content differs from zero in its first bytes: read little before reading much.
    const length = Math.min(end - at, at === start ? 64 : CHUNK_BYTES);
    const bytes = file.bytes(at, at + length);
    if (Buffer.compare(bytes, ZEROS.subarray(0, bytes.length)) !== 0) return false;
    if (bytes.length < length) return true;
    at += length;
  }
  return true;
}

/** The bytes `[from, to)` of content that lies in `spans`, as spans. */
export function sliceOf(
  spans: readonly Span[],
  from: number,
  to = Number.POSITIVE_INFINITY,
): Span[] {
  const part: Span[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    const [a, b] = [Math.max(start, start + from - at), Math.min(end, start + to - at)];
    if (b > a) part.push({ start: a, end: b });
    at += end - start;
  }
  return part;
}

/** Bytes in all. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The first `limit` bytes of content that lies in `spans`. */
export const headOf = (file: ByteSource, spans: readonly Span[], limit: number): Buffer =>
  Buffer.concat(sliceOf(spans, 0, limit).map(({ start, end }) => file.bytes(start, end)));

/** True when a byte of `others` is in `spans`, which are sorted and apart from each other. */
export function overlaps(spans: readonly Span[], others: readonly Span[]): boolean {
  return others.some(({ start, end }) => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? 0) > start) high = middle;
      else low = middle + 1;
    }
    return end > start && (spans[low]?.start ?? Number.POSITIVE_INFINITY) < end;
  });
}
