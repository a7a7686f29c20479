import type { ByteSource } from "../../../base/bytes.ts";
import { planDrops } from "../exif/ifd-edit.ts";
import { subtractSpans } from "../exif/ifd-spans.ts";
import type { Block, Span } from "../format.ts";
import type { TiffFile } from "./tiff-file.ts";
import type { Page } from "./tiff-pages.ts";

/** Shorter gaps are there to align what follows, and too small to hold anything. */
const MIN_REMAINS_BYTES = 4;
/** Bytes read at a time in search of one that is not zero. */
const CHUNK_BYTES = 64 * 1024;
const OLD_JPEG = 6;

/**
 * Bytes that no directory uses and that are not all zero: directories that a program replaced but
 * left in the file, appended files. Nothing is known about gaps where the extent of a page's data
 * is not (old-style JPEG keeps tables outside of all tags).
 */
export function remainsOf(
  { file }: Pick<TiffFile, "file">,
  pages: readonly Page[],
  inUse: readonly Span[],
): readonly Span[] {
  const isKnown = pages.every(
    ({ isComplete, compression }) => isComplete && compression !== OLD_JPEG,
  );
  if (!isKnown) return [];
  return subtractSpans([{ start: 0, end: file.size }], inUse).filter(
    (gap) => gap.end - gap.start >= MIN_REMAINS_BYTES && !isZero(file, gap),
  );
}

/** The remains of a file as it is. */
export function remainsBlocks(tiff: TiffFile): readonly Block[] {
  const { tables, values } = planDrops(tiff.file, tiff.tree, () => false);
  return remainsOf(tiff, tiff.pages, [...tables, ...values]).map((gap) => ({
    kind: gap.end === tiff.file.size ? "trailer" : "padding",
    name: gap.end === tiff.file.size ? "bytes after the last page" : "bytes between pages",
    spans: [gap],
    payload: [gap],
  }));
}

function isZero(file: ByteSource, { start, end }: Span): boolean {
  for (let at = start; at < end; at += CHUNK_BYTES) {
    const chunk = file.bytes(at, Math.min(end, at + CHUNK_BYTES));
    if (chunk.some((byte) => byte !== 0)) return false;
  }
  return true;
}
