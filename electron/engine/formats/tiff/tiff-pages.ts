import { type Orientation, orientation } from "../../../../shared/model/geometry.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { dataSpans, isDataOffset } from "../exif/ifd-data.ts";
import { type Ifd, isChained, type TiffTree } from "../exif/ifd-tree.ts";
import { integersAt } from "../exif/ifd-values.ts";
import type { Span } from "../format.ts";
import {
  COMPRESSION,
  IMAGE_LENGTH,
  IMAGE_WIDTH,
  JPEG_OFFSET,
  NEW_SUBFILE_TYPE,
  ORIENTATION,
  PHOTOMETRIC,
} from "./tiff-tags.ts";

/** A directory that describes a picture. */
export interface Page {
  readonly ifd: Ifd;
  /** A smaller copy of another page. The first page never is one: a file must show something. */
  readonly isPreview: boolean;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly compression: number | undefined;
  readonly photometric: number | undefined;
  /** Strips, tiles and JPEG streams, as far as they lie in the file. */
  readonly data: readonly Span[];
  /** False when some of its data is missing or of unknown length. */
  readonly isComplete: boolean;
}

/** The pages of a file, SubIFDs included, in the order of its directories. */
export const pagesOf = (source: ByteSource, tree: TiffTree): readonly Page[] =>
  tree.ifds.filter(isChained).map((ifd) => pageOf(source, tree, ifd));

function pageOf(source: ByteSource, tree: TiffTree, ifd: Ifd): Page {
  const first = (tag: number) => firstNumber(source, tree, ifd, tag);
  const [width, height] = [first(IMAGE_WIDTH), first(IMAGE_LENGTH)];
  const parts = ifd.entries
    .filter(({ tag }) => isDataOffset(tag))
    .map((entry) => dataSpans(source, tree, ifd, entry));
  return {
    ifd,
    isPreview: ifd.name !== "IFD0" && isReduced(first(NEW_SUBFILE_TYPE), first, width),
    size: width && height ? { width, height } : null,
    compression: first(COMPRESSION),
    photometric: first(PHOTOMETRIC),
    data: parts.flatMap(({ spans }) => spans),
    isComplete: parts.every(({ isComplete }) => isComplete),
  };
}

/** TIFF 6.0 §8: bit 0 of NewSubfileType, or SubfileType 2; Exif's thumbnail page states no width. */
function isReduced(
  subfile: number | undefined,
  first: (tag: number) => number | undefined,
  width: number | undefined,
): boolean {
  if (subfile !== undefined) return subfile % 2 === 1;
  return first(0x00ff) === 2 || (width === undefined && first(JPEG_OFFSET) !== undefined);
}

/** A tag's first value; `undefined` when the directory has no such tag, or none of a known type. */
export function firstNumber(
  source: ByteSource,
  tree: Pick<TiffTree, "littleEndian">,
  ifd: Ifd | undefined,
  tag: number,
): number | undefined {
  const entry = ifd?.entries.find((one) => one.tag === tag);
  return entry && integersAt(source, tree.littleEndian, entry, 1)[0];
}

/** The first page's Orientation; 1 when it states none or a wrong one. */
export function orientationOf(source: ByteSource, tree: TiffTree): Orientation {
  const stated = orientation.safeParse(firstNumber(source, tree, tree.ifds[0], ORIENTATION));
  return stated.success ? (stated.data as Orientation) : 1;
}
