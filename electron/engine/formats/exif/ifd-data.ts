import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import type { Ifd, IfdEntry, TiffTree } from "./ifd-tree.ts";
import { integersAt } from "./ifd-values.ts";

/**
 * Strips or tiles read of one directory: 16 million, a picture of a terapixel in 256² tiles.
 * A file that has more is read as if the rest were not there.
 */
const MAX_PARTS = 1 << 24;

/** Samples of a pixel: no more are read to find how long an uncompressed strip is. */
const MAX_SAMPLES = 64;

/** Tags that hold offsets of a directory's own picture data, each with the tag of their lengths. */
const DATA_TAGS: ReadonlyMap<number, number> = new Map([
  [0x0111, 0x0117], // StripOffsets, StripByteCounts
  [0x0144, 0x0145], // TileOffsets, TileByteCounts
  [0x0201, 0x0202], // JPEGInterchangeFormat and its length
]);

/** Does the tag hold offsets of picture data? */
export const isDataOffset = (tag: number): boolean => DATA_TAGS.has(tag);

/**
 * The picture data an offsets entry leads to, as far as it lies in the file; in stored order.
 * `isComplete` is false when lengths are missing or data lies outside: its extent is not known.
 */
export function dataSpans(
  source: ByteSource,
  tree: Pick<TiffTree, "littleEndian">,
  ifd: Ifd,
  offsets: IfdEntry,
): { readonly spans: readonly Span[]; readonly isComplete: boolean } {
  const lengths = ifd.entries.find(({ tag }) => tag === DATA_TAGS.get(offsets.tag));
  const starts = integersAt(source, tree.littleEndian, offsets, MAX_PARTS);
  const sizes = lengths
    ? integersAt(source, tree.littleEndian, lengths, starts.length)
    : unpackedStrip(source, tree, ifd, starts.length);
  let isComplete = starts.length === offsets.count && sizes.length === starts.length;
  const spans: Span[] = [];
  for (const [index, start] of starts.entries()) {
    const end = start + (sizes[index] ?? 0);
    if (start < 0 || end > source.size) isComplete = false;
    const last = spans.at(-1);
    if (last && last.end === start) spans[spans.length - 1] = { start: last.start, end };
    else if (end > start) spans.push({ start, end });
  }
  return { spans: spans.map((span) => inFile(span, source.size)), isComplete };
}

/** TIFF 5.0 and older wrote one strip without its length: known where it is not compressed. */
function unpackedStrip(
  source: ByteSource,
  tree: Pick<TiffTree, "littleEndian">,
  ifd: Ifd,
  strips: number,
): readonly number[] {
  const values = (tag: number) => {
    const entry = ifd.entries.find((one) => one.tag === tag);
    return entry ? integersAt(source, tree.littleEndian, entry, MAX_SAMPLES) : [];
  };
  const [width, height, [compression = 1]] = [values(0x0100)[0], values(0x0101)[0], values(0x0103)];
  if (strips !== 1 || compression !== 1 || !width || !height) return [];
  const bits = values(0x0102).reduce((sum, one) => sum + one, 0) || 1;
  return [Math.ceil((width * bits) / 8) * height];
}

const inFile = ({ start, end }: Span, size: number): Span => ({
  start: Math.min(Math.max(0, start), size),
  end: Math.min(Math.max(0, end), size),
});
