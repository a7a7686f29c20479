import type { ByteSource } from "../../../base/bytes.ts";
import type { Ifd } from "../exif/ifd-tree.ts";
import type { Block, Span } from "../format.ts";
import { describe, type JpegPicture } from "../jpeg/jpeg-blocks.ts";
import { readStream } from "../jpeg/jpeg-segments.ts";
import type { TiffFile } from "./tiff-file.ts";
import type { Page } from "./tiff-pages.ts";
import { JPEG_OFFSET } from "./tiff-tags.ts";

/** Panasonic's JpgFromRaw: the camera's own JPEG, with an Exif block of its own. */
const RW2_JPEG = 0x002e;
/** Previews looked into; cameras write at most four. */
const MAX_PREVIEWS = 32;

type EmbeddedIn = Pick<TiffFile, "file" | "format" | "tree" | "pages">;

/**
 * Metadata inside the JPEG pictures that a file carries beside its own data. What a page draws
 * itself with is not looked into, but for the preview that is the first page of a raw file.
 * @param which "out of sight" leaves out those that JPEGInterchangeFormat leads to.
 */
export function embeddedBlocks(
  tiff: EmbeddedIn,
  which: "all" | "out of sight" = "all",
): readonly Block[] {
  return jpegSpans(tiff, which).flatMap((span) => {
    const jpeg = readEmbedded(tiff.file, span);
    return jpeg ? blocksBeside(jpeg, span) : [];
  });
}

/** JPEG pictures beside that cannot be read to their end. */
export const brokenJpegs = (tiff: EmbeddedIn): readonly Span[] =>
  jpegSpans(tiff, "all").filter((span) => !readEmbedded(tiff.file, span));

export const hasJpegTag = (ifd: Ifd): boolean => ifd.entries.some(({ tag }) => tag === JPEG_OFFSET);

/** A JPEG picture inside another file, its offsets counted from the start of `span`. */
export function readEmbedded(file: ByteSource, span: Span): JpegPicture | undefined {
  const source = file.slice(span.start, span.end);
  const stream = readStream(source, 0, () => source.size);
  return stream.ok ? describe(source, stream.value) : undefined;
}

/** Its blocks, with offsets of the whole file; without those that are needed to draw it. */
export const blocksBeside = (jpeg: JpegPicture, { start }: Span): readonly Block[] =>
  jpeg.blocks
    .filter(({ kind }) => kind !== "icc" && kind !== "jfif")
    .map((block) => ({
      ...block,
      name: `preview ${block.name}`,
      spans: block.spans.map((span) => shift(span, start)),
      payload: block.payload.map((span) => shift(span, start)),
    }));

export const shift = ({ start, end }: Span, by: number): Span => ({
  start: start + by,
  end: end + by,
});

function jpegSpans(
  { file, format, tree, pages }: EmbeddedIn,
  which: "all" | "out of sight",
): readonly Span[] {
  const isBeside = ({ ifd, isPreview }: Page) =>
    hasJpegTag(ifd) ? which === "all" : isPreview || (format === "cr2" && ifd.name === "IFD0");
  const fromRaw = format === "rw2" ? (tree.ifds[0]?.entries ?? []) : [];
  const spans = [
    ...pages
      .filter(isBeside)
      .flatMap(({ ifd, data }) =>
        data.filter(({ start }) => hasJpegTag(ifd) || isJpeg(file, start)),
      ),
    ...fromRaw
      .filter(({ tag }) => tag === RW2_JPEG)
      .map(({ valueAt, valueLength }) => ({ start: valueAt, end: valueAt + valueLength })),
  ];
  return spans.slice(0, MAX_PREVIEWS);
}

const isJpeg = (file: ByteSource, at: number) => file.u16(at) === 0xffd8;
