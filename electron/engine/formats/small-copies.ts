import type { ByteSource } from "../../base/bytes.ts";
import { type Ifd, readTiff, type TiffTree } from "./exif/ifd.ts";
import { dataSpans } from "./exif/ifd-data.ts";
import type { Block, Inspection } from "./format.ts";
import { payloadSource } from "./payload.ts";
import { RESOURCE, readPhotoshop } from "./photoshop.ts";
import { isThumbnailIfd, THUMBNAIL_OFFSET } from "./reveal/reveal-exif.ts";
import { THUMBNAIL_HEADER } from "./reveal/reveal-packets.ts";

/** A small copy of the picture that the file carries beside it. */
export interface SmallCopy {
  /** Where it stands, in the words of the finding about it. */
  readonly source: string;
  readonly bytes: Uint8Array;
  /** Its size where `bytes` are bare pixels (red, green, blue); null where they are a JPEG file. */
  readonly pixels: { readonly width: number; readonly height: number } | null;
}

/** Bytes of a small copy at most: 64 KB is what Exif has room for, Photoshop's are bigger. */
const MAX_BYTES = 1024 * 1024;
/** Small copies looked at in one file; cameras write one, editors one more. */
const MAX_COPIES = 4;

/**
 * The small copies of a file's picture: Exif's thumbnail, those of JFIF and JFXX, Photoshop's.
 * Larger previews are pictures in their own right and are left out, as are copies that are no JPEG.
 */
export const smallCopies = (
  file: ByteSource,
  { blocks }: Pick<Inspection, "blocks">,
): readonly SmallCopy[] => blocks.flatMap((block) => copiesIn(file, block)).slice(0, MAX_COPIES);

function copiesIn(file: ByteSource, block: Block): readonly SmallCopy[] {
  if (!["exif", "photoshop", "thumbnail"].includes(block.kind)) return [];
  const source = payloadSource(file, block);
  if (!source) return [];
  if (block.kind === "exif") return exifCopies(source);
  if (block.kind === "photoshop") return photoshopCopies(source);
  return block.name === "APP0 JFIF thumbnail"
    ? jfifCopy(file, block, source)
    : jpegCopy("thumbnail", source);
}

/** Exif 2.32, 4.5.8: the second directory's JPEG. */
function exifCopies(source: ByteSource): readonly SmallCopy[] {
  const tree = readTiff(source);
  if (!tree.ok) return [];
  return tree.value.ifds
    .filter((ifd) => isThumbnailIfd(tree.value, ifd))
    .flatMap((ifd) => exifCopy(source, tree.value, ifd));
}

function exifCopy(source: ByteSource, tree: TiffTree, ifd: Ifd): readonly SmallCopy[] {
  const entry = ifd.entries.find(({ tag }) => tag === THUMBNAIL_OFFSET);
  if (!entry) return [];
  const { spans, isComplete } = dataSpans(source, tree, ifd, entry);
  const [span] = spans;
  if (!span || !isComplete || spans.length > 1) return [];
  return jpegCopy(`Exif ${ifd.name}`, source.slice(span.start, span.end));
}

function photoshopCopies(source: ByteSource): readonly SmallCopy[] {
  const bytes = source.bytes(0, Math.min(source.size, 2 * MAX_BYTES));
  return readPhotoshop(bytes)
    .resources.filter(({ id }) => id === RESOURCE.thumbnail || id === RESOURCE.thumbnailOld)
    .flatMap(({ dataAt, dataEnd }) =>
      jpegCopy("Photoshop", source.slice(dataAt + THUMBNAIL_HEADER, dataEnd)),
    );
}

/** JFIF 1.02: width and height in one byte each, then three bytes a pixel. */
function jfifCopy(file: ByteSource, block: Block, source: ByteSource): readonly SmallCopy[] {
  const start = block.payload[0]?.start ?? 0;
  const [width = 0, height = 0] = [file.u8(start - 2), file.u8(start - 1)];
  const bytes = source.bytes(0, 3 * width * height);
  if (bytes.length === 0 || bytes.length < 3 * width * height) return [];
  return [{ source: "thumbnail", bytes, pixels: { width, height } }];
}

function jpegCopy(where: string, source: ByteSource): readonly SmallCopy[] {
  if (source.u16(0) !== 0xffd8 || source.size > MAX_BYTES) return [];
  return [{ source: where, bytes: source.bytes(0, source.size), pixels: null }];
}
