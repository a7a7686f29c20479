import type { ByteSource } from "../../../base/bytes.ts";
import { mergeSpans } from "../exif/ifd-spans.ts";
import type { Block, BlockKind, Span } from "../format.ts";
import { type AppKind, appKind } from "./jpeg-app.ts";
import { isFrame, isMetadata, type JpegStream, type Segment, STRAY } from "./jpeg-segments.ts";

/** Bytes of a JFIF segment's content without a thumbnail (JFIF 1.02, "JPEG File Interchange Format"). */
export const JFIF_BYTES = 14;

/** Stray bytes that decoders skip, though not right behind SOI. */
export const BETWEEN_SEGMENTS = "bytes between segments";

/** One picture's segments, sorted into what draws it and what stands beside. */
export interface JpegPicture {
  readonly stream: JpegStream;
  readonly blocks: readonly Block[];
  readonly pixels: readonly Span[];
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** A metadata segment and what it says it is. */
interface Labelled {
  readonly segment: Segment;
  readonly app: AppKind;
}

/** Sorts a picture's segments; those that came in parts become one block. */
export function describe(file: ByteSource, stream: JpegStream): JpegPicture {
  const labelled: Labelled[] = [];
  const pixels: Span[] = [];
  const blocks: Block[] = [];
  for (const segment of stream.segments) {
    const app = isMetadata(segment.marker) ? appKind(file, segment) : undefined;
    if (segment.marker === STRAY) blocks.push(stray(segment));
    else if (!app || app === "pixels") pixels.push({ start: segment.start, end: segment.end });
    else labelled.push({ segment, app });
  }
  for (const parts of joined(labelled)) blocks.push(...blocksOf(parts));
  blocks.sort((a, b) => startOf(a) - startOf(b));
  return { stream, blocks, pixels: mergeSpans(pixels), size: sizeOf(file, stream) };
}

const startOf = (block: Block) => block.spans[0]?.start ?? 0;

const stray = ({ start, end }: Segment): Block => ({
  kind: "padding",
  name: BETWEEN_SEGMENTS,
  spans: [{ start, end }],
  payload: [{ start, end }],
});

/** The segments of each block, in file order. */
function joined(all: readonly Labelled[]): readonly Labelled[][] {
  const groups = new Map<string, Labelled[]>();
  let series = 0;
  let before: Labelled | undefined;
  for (const [index, one] of all.entries()) {
    const { name, continues, group } = one.app;
    const isNext = continues && before?.app.name === name;
    if (!isNext) series = index;
    const key = group === undefined ? `${name} ${series}` : `${name} ${group}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
    before = one;
  }
  return [...groups.values()];
}

function blocksOf(parts: readonly Labelled[]): Block[] {
  const [first] = parts;
  if (!first) return [];
  const { kind, name } = first.app;
  if (kind === "jfif") return jfifBlocks(first.segment);
  const inOrder = parts.toSorted((a, b) => a.app.order - b.app.order);
  const block: Block = {
    kind: isComplete(kind, inOrder) ? kind : "unknown",
    name,
    spans: parts.map(({ segment: { start, end } }) => ({ start, end })),
    payload: inOrder.map(({ segment, app }) => ({
      start: Math.min(app.contentAt, segment.end),
      end: segment.end,
    })),
  };
  return [block];
}

/** ICC.1 B.4: chunks count from 1 and each names how many there are; decoders ignore any other set. */
function isComplete(kind: BlockKind, parts: readonly Labelled[]): boolean {
  if (kind !== "icc") return true;
  return parts.every(({ app }, index) => app.order === index + 1 && app.total === parts.length);
}

function jfifBlocks({ start, body, end }: Segment): Block[] {
  const headEnd = body + JFIF_BYTES;
  const jfif: Block = {
    kind: "jfif",
    name: "APP0 JFIF",
    spans: [{ start, end: headEnd }],
    payload: [{ start: body, end: headEnd }],
  };
  const thumbnail = { start: headEnd, end };
  if (end === headEnd) return [jfif];
  const rest = { kind: "thumbnail", name: "APP0 JFIF thumbnail" } as const;
  return [jfif, { ...rest, spans: [thumbnail], payload: [thumbnail] }];
}

/** T.81 B.2.2: precision u8, lines u16 (0: a DNL segment says), samples per line u16. */
function sizeOf(file: ByteSource, { segments }: JpegStream): JpegPicture["size"] {
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (!frame || frame.end < frame.body + 5) return null;
  const height = file.u16(frame.body + 1) ?? 0;
  const width = file.u16(frame.body + 3) ?? 0;
  return width > 0 && height > 0 ? { width, height } : null;
}
