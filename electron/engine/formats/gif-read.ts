import { ok, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { mergeSpans } from "./exif/ifd-spans.ts";
import { type Block, type BlockKind, type Damaged, damaged, type Span } from "./format.ts";
import { endOfZeros } from "./jpeg/jpeg-tail.ts";

/** Where everything in a GIF stands. */
export interface GifFile {
  readonly blocks: readonly Block[];
  readonly pixels: readonly Span[];
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** A chain of sub-blocks: each a length byte and its data, closed by a length of 0 (GIF89a §15–16). */
interface Chain extends Span {
  /** The data of each sub-block, without its length byte. */
  readonly data: readonly Span[];
}

const HEADER = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const END = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
const GRAPHIC_CONTROL = 0xf9;
const PLAIN_TEXT = 0x01;
const APPLICATION_ID_BYTES = 11;
/** Bytes that make a reader of sub-blocks arrive at the end wherever in the XMP it comes from. */
const MAGIC_TRAILER = Uint8Array.from([1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0]);

/** Sub-blocks of one extension whose place is remembered: 25 MB of text. */
const MAX_SUB_BLOCKS = 100_000;

/** Applications whose data tells how often an animation plays. */
const LOOPING: ReadonlySet<string> = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

const APPLICATIONS: readonly (readonly [prefix: string, kind: BlockKind])[] = [
  ["XMP DataXMP", "xmp"],
  ["ICCRGBG1012", "icc"],
  ["C2PA_GIF", "c2pa"],
  ["MGK8BIM0000", "photoshop"],
  ["MGKIPTC0000", "iptc"],
];

/** What is gathered while the file is walked. */
interface Walk {
  readonly file: ByteSource;
  readonly blocks: Block[];
  readonly pixels: Span[];
}

/** Reads all blocks to the trailer byte. A file that ends before it is damaged. */
export function readGif(file: ByteSource): Result<GifFile, Damaged> {
  const walk: Walk = { file, blocks: [], pixels: [] };
  let at = HEADER + colourTableBytes(file.u8(10));
  if (at >= file.size) return damaged("gif", Math.min(HEADER, file.size));
  // Six bytes of signature are not needed to draw; version 87a and 89a decode alike.
  walk.pixels.push({ start: 0, end: at });
  let hasImage = false;
  while (file.u8(at) !== END) {
    const next = takeBlock(walk, at);
    if (next === undefined) return damaged("gif", at);
    hasImage ||= file.u8(at) === IMAGE;
    at = next;
  }
  if (!hasImage) return damaged("gif", at);
  walk.pixels.push({ start: at, end: at + 1 });
  report(walk, { kind: "trailer", name: "bytes after the end" }, [
    { start: at + 1, end: file.size },
  ]);
  const [width, height] = [file.u16(6, true), file.u16(8, true)];
  const size = width && height ? { width, height } : null;
  return ok({ blocks: walk.blocks, pixels: mergeSpans(walk.pixels), size });
}

/** Sorts what begins at `at`. @returns where the next begins, `undefined` where it cannot be read. */
function takeBlock(walk: Walk, at: number): number | undefined {
  switch (walk.file.u8(at)) {
    case IMAGE:
      return takeImage(walk, at);
    case EXTENSION:
      return takeExtension(walk, at);
    case 0:
      return takeZeros(walk, at);
    default:
      return undefined;
  }
}

/** GIF89a §20–22: descriptor of ten bytes, local colours, code size, coded sub-blocks. */
function takeImage({ file, pixels }: Walk, at: number): number | undefined {
  const chainAt = at + 10 + colourTableBytes(file.u8(at + 9)) + 1;
  const end = chainEnd(file, chainAt);
  if (end !== undefined) pixels.push({ start: at, end });
  return end;
}

/** A zero between blocks is an empty chain that some writers leave and decoders step over. */
function takeZeros(walk: Walk, start: number): number {
  const end = endOfZeros(walk.file, start, walk.file.size);
  report(walk, { kind: "padding", name: "zeros between blocks" }, [{ start, end }]);
  return end;
}

function takeExtension(walk: Walk, at: number): number | undefined {
  const label = walk.file.u8(at + 1);
  const chain = readChain(walk.file, at + 2);
  if (!chain || label === undefined) return undefined;
  const span = { start: at, end: chain.end };
  if (label === GRAPHIC_CONTROL) keepFirst(walk, at, chain, 1, "graphic control");
  else if (label === PLAIN_TEXT) walk.pixels.push(span);
  else if (label === APPLICATION) takeApplication(walk, at, chain);
  else {
    const isComment = label === COMMENT;
    const name = isComment
      ? "comment extension"
      : `extension 0x${label.toString(16).padStart(2, "0")}`;
    report(walk, { kind: isComment ? "comment" : "unknown", name }, [span], chain.data);
  }
  return chain.end;
}

/** GIF89a §26: eleven bytes say whose it is. */
function takeApplication(walk: Walk, at: number, chain: Chain): void {
  const { file } = walk;
  const [first, ...rest] = chain.data;
  const isNamed = first && first.end - first.start === APPLICATION_ID_BYTES;
  const id = isNamed ? file.latin1(first.start, first.end) : "";
  if (LOOPING.has(id)) {
    keepFirst(walk, at, chain, 1 + loops(file, rest), id);
    return;
  }
  const known = APPLICATIONS.find(([prefix]) => id.startsWith(prefix));
  const name = `application extension ${printable(id)}`.trimEnd();
  const payload = known?.[1] === "xmp" && first ? xmpSpans(file, first.end, chain, rest) : rest;
  const span = { start: at, end: chain.end };
  report(walk, { kind: known?.[1] ?? "unknown", name }, [span], isNamed ? payload : chain.data);
}

/** Sub-blocks that say how to loop: 1 and a count, then perhaps 2 and a buffer size. */
function loops(file: ByteSource, data: readonly Span[]): number {
  const [loop, buffer] = data;
  if (!loop || file.u8(loop.start) !== 1 || loop.end - loop.start !== 3) return 0;
  const isBuffer = buffer && file.u8(buffer.start) === 2 && buffer.end - buffer.start === 5;
  return isBuffer ? 2 : 1;
}

/** The first `count` sub-blocks draw the picture; further ones are read by nobody. */
function keepFirst(walk: Walk, at: number, chain: Chain, count: number, name: string): void {
  const kept = chain.data[count - 1]?.end ?? chain.start;
  const closing = chain.end - 1;
  walk.pixels.push({ start: at, end: kept }, { start: closing, end: chain.end });
  report(walk, { kind: "unknown", name: `${name}, further data` }, [{ start: kept, end: closing }]);
}

/**
 * XMP stands there in one piece without lengths, and 258 bytes behind it lead any reader of
 * sub-blocks to the end (XMP Specification Part 3, 1.1.2). Some writers cut it into sub-blocks.
 */
function xmpSpans(
  file: ByteSource,
  start: number,
  chain: Chain,
  rest: readonly Span[],
): readonly Span[] {
  const end = chain.end - MAGIC_TRAILER.length;
  const isBare = end >= start && Buffer.compare(file.bytes(end, chain.end), MAGIC_TRAILER) === 0;
  return isBare ? [{ start, end }] : rest;
}

function report(
  { blocks }: Walk,
  about: Pick<Block, "kind" | "name">,
  spans: readonly Span[],
  payload: readonly Span[] = spans,
): void {
  if (spans.some(({ start, end }) => start < end)) blocks.push({ ...about, spans, payload });
}

function readChain(file: ByteSource, start: number): Chain | undefined {
  const data: Span[] = [];
  for (let at = start; ; ) {
    const length = file.u8(at);
    if (length === undefined || at + 1 + length > file.size) return undefined;
    if (length === 0) return { start, end: at + 1, data };
    if (data.length < MAX_SUB_BLOCKS) data.push({ start: at + 1, end: at + 1 + length });
    at += 1 + length;
  }
}

/** As {@link readChain}, for coded pixels, of whose sub-blocks only the end matters. */
function chainEnd(file: ByteSource, start: number): number | undefined {
  for (let at = start; ; ) {
    const length = file.u8(at);
    if (length === undefined || at + 1 + length > file.size) return undefined;
    at += 1 + length;
    if (length === 0) return at;
  }
}

/** GIF89a §18, §20: bit 7 says that colours follow, bits 0–2 how many. */
const colourTableBytes = (packed: number | undefined): number =>
  packed !== undefined && (packed & 0x80) !== 0 ? 3 * 2 ** ((packed & 7) + 1) : 0;

const printable = (id: string): string => id.replace(/[^\x20-\x7e]/g, "·");
