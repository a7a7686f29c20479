import type { FormatId } from "../../../../shared/model/photo.ts";
import { ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { readTiff } from "../exif/ifd-read.ts";
import { mergeSpans, subtractSpans } from "../exif/ifd-spans.ts";
import { type IfdEntry, layoutOf, type TiffTree } from "../exif/ifd-tree.ts";
import { type Block, type Damaged, damaged, type Inspection, type Span } from "../format.ts";
import { embeddedBlocks, hasJpegTag } from "./tiff-embedded.ts";
import { orientationOf, type Page, pagesOf } from "./tiff-pages.ts";
import { isPictureTag, PACKETS } from "./tiff-tags.ts";

/** A file whose directories are read. */
export interface TiffFile {
  readonly file: ByteSource;
  readonly format: FormatId;
  readonly tree: TiffTree;
  readonly pages: readonly Page[];
  /** Sensor data that no tag of TIFF leads to. */
  readonly beside: readonly Span[];
}

/** @returns `format-damaged` when the header or the first directory cannot be read. */
export function openTiff(file: ByteSource, format: FormatId): Result<TiffFile, Damaged> {
  const tree = readTiff(file);
  if (!tree.ok) return damaged(format, tree.error);
  return ok({ file, format, tree: tree.value, pages: pagesOf(file, tree.value), beside: [] });
}

/**
 * What every file of the family shows. The metadata is the directories themselves, so the "exif"
 * block is the whole file: who reads it finds XMP, IPTC, Photoshop and JPEG thumbnails there.
 * What it does not lead to is listed behind it, in file order.
 */
export function inspectTiff(tiff: TiffFile, further: readonly Block[]): Inspection {
  const { file, format, tree, pages } = tiff;
  const inner = [
    ...profileBlocks(tiff),
    ...previewBlocks(pages),
    ...embeddedBlocks(tiff, "out of sight"),
    ...lostBlocks(tiff),
    ...further,
  ].toSorted((a, b) => startOf(a) - startOf(b));
  return {
    format,
    size: sizeOf(pages),
    orientation: orientationOf(file, tree),
    blocks: [blockOf("exif", "TIFF IFDs", [{ start: 0, end: file.size }]), ...inner],
    pixels: pixelsOf(tiff),
  };
}

/** XMP, IPTC, Photoshop and ICC, each with the tag that holds it. */
export function packetBlocks({ tree }: TiffFile): readonly { entry: IfdEntry; block: Block }[] {
  return tree.ifds.flatMap(({ name, entries }) =>
    entries.flatMap((entry) => {
      const packet = PACKETS.get(entry.tag);
      const span = { start: entry.valueAt, end: entry.valueAt + entry.valueLength };
      if (!packet || entry.valueLength === 0) return [];
      return [{ entry, block: blockOf(packet.kind, `${name} ${packet.name}`, [span]) }];
    }),
  );
}

function profileBlocks(tiff: TiffFile): Block[] {
  const shown = new Set(
    tiff.pages.filter(({ isPreview }) => !isPreview).map(({ ifd }) => ifd.name),
  );
  return packetBlocks(tiff).flatMap(({ entry, block }) =>
    block.kind === "icc" && shown.has(entry.ifd) ? [block] : [],
  );
}

const previewBlocks = (pages: readonly Page[]): Block[] =>
  pages
    .filter(({ ifd, isPreview, data }) => isPreview && data.length > 0 && !hasJpegTag(ifd))
    .map(({ ifd, data }) => blockOf("thumbnail", `${ifd.name} preview`, data));

/** Directories that should be there and cannot be read: nobody knows what they hold. */
function lostBlocks({ file, tree }: TiffFile): Block[] {
  return lostDirectories(tree).map((at) =>
    blockOf("unknown", "directory out of reach", [
      { start: at, end: Math.min(file.size, at + layoutOf(tree).pointerBytes) },
    ]),
  );
}

/** The problems that are more than a value outside of the file. */
export function lostDirectories(tree: TiffTree): readonly number[] {
  const values = new Set<number>();
  for (const { entries } of tree.ifds) {
    for (const { tag, at } of entries) if (!isPointerTag(tag)) values.add(at);
  }
  return tree.problems.filter((at) => !values.has(at));
}
const isPointerTag = (tag: number) => [0x014a, 0x8769, 0x8825, 0xa005].includes(tag);

/** Data of the pages that are no previews, and the tags that say how to draw it. */
export function pixelsOf(tiff: TiffFile): readonly Span[] {
  const { entryBytes } = layoutOf(tiff.tree);
  const spans = tiff.pages
    .filter(({ isPreview }) => !isPreview)
    .flatMap(({ ifd, data }) => [
      ...data,
      ...ifd.entries.filter(isPictureTag).flatMap(({ at, valueAt, valueLength }) => [
        { start: at, end: at + entryBytes },
        { start: valueAt, end: valueAt + valueLength },
      ]),
    ]);
  const metadata = embeddedBlocks(tiff).flatMap((block) => block.spans);
  return mergeSpans([...subtractSpans(mergeSpans(spans), metadata), ...tiff.beside]);
}

/** The largest page: raw files list smaller pictures first. */
function sizeOf(pages: readonly Page[]): Inspection["size"] {
  const shown = pages.filter(({ isPreview }) => !isPreview);
  const area = ({ size }: Page) => (size ? size.width * size.height : 0);
  return (
    shown.reduce<Page | undefined>((a, b) => (a && area(a) >= area(b) ? a : b), undefined)?.size ??
    null
  );
}

const startOf = (block: Block) => block.spans[0]?.start ?? 0;
const blockOf = (kind: Block["kind"], name: string, spans: readonly Span[]): Block => ({
  kind,
  name,
  spans,
  payload: spans,
});
