import type { Orientation } from "../../../shared/model/geometry.ts";
import { ok, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { mergeSpans } from "./exif/ifd-spans.ts";
import { type Block, type BlockKind, type Damaged, damaged, type Span } from "./format.ts";
import { CHUNK_HEADER, type RiffChunk, readChunks } from "./riff.ts";
import { orientationOfTiff } from "./tiff/tiff-orientation.ts";

/** A metadata block, and the frame that contains it, whose length counts it too. */
export interface WebpFind {
  readonly block: Block;
  readonly frame?: RiffChunk;
}

/** Where everything in a WebP stands. */
export interface WebpFile {
  readonly finds: readonly WebpFind[];
  /** The extended header, which says by its bits what else there is; a simple file has none. */
  readonly vp8x: RiffChunk | undefined;
  /** Where the RIFF form ends; what follows is no part of it. */
  readonly end: number;
  readonly pixels: readonly Span[];
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly orientation: Orientation;
}

export const RIFF_HEADER = 12;
const VP8X_BYTES = 10;
/** An ANMF chunk's own fields before the chunks of the frame. */
const ANMF_BYTES = 16;
const ANIMATION = 0x02;

const KINDS: Readonly<Record<string, BlockKind>> = {
  EXIF: "exif",
  "XMP ": "xmp",
  "XMP\0": "xmp",
  ICCP: "icc",
  C2PA: "c2pa",
};
const BITSTREAMS: ReadonlySet<string> = new Set(["VP8 ", "VP8L"]);
const FRAME_PARTS: ReadonlySet<string> = new Set(["ALPH", "VP8 ", "VP8L"]);

/** What is gathered while the chunks are walked. */
interface Walk {
  readonly file: ByteSource;
  readonly isAnimated: boolean;
  readonly finds: WebpFind[];
  readonly pixels: Span[];
  /** Ids of chunks of which a decoder reads the first only, once it was seen. */
  readonly seen: Set<string>;
  /** The first coded picture outside a frame. */
  still: RiffChunk | undefined;
  frames: number;
}

/** Reads all chunks. @see RFC 9649 §2.7 for which may stand where. */
export function readWebp(file: ByteSource): Result<WebpFile, Damaged> {
  const length = file.u32(4, true);
  const end = CHUNK_HEADER + (length ?? 0);
  if (length === undefined || end < RIFF_HEADER || end > file.size) return damaged("webp", 4);
  const read = readChunks(file, RIFF_HEADER, end);
  if (typeof read === "number") return damaged("webp", read);
  const [first] = read.chunks;
  const vp8x = first?.id === "VP8X" ? first : undefined;
  if (vp8x && vp8x.body.end - vp8x.body.start !== VP8X_BYTES) return damaged("webp", vp8x.start);
  const flags = (vp8x && file.u8(vp8x.body.start)) ?? 0;
  const isAnimated = (flags & ANIMATION) !== 0;
  const walk: Walk = {
    file,
    isAnimated,
    finds: [],
    pixels: [],
    seen: new Set(),
    still: undefined,
    frames: 0,
  };
  for (const chunk of read.chunks) {
    const fault = takeChunk(walk, chunk, chunk === vp8x);
    if (fault !== undefined) return damaged("webp", fault);
  }
  if (isAnimated ? walk.frames === 0 : !walk.still) return damaged("webp", read.end);
  walk.finds.push(...remains(read.end, end, "bytes after the last chunk", "padding"));
  walk.finds.push(...remains(endWithPad(file, end), file.size, "bytes after the end", "trailer"));
  return ok(fileOf(walk, vp8x, end));
}

/** Some writers pad the last chunk, but do not count the pad byte. */
const endWithPad = (file: ByteSource, end: number) =>
  end % 2 === 1 && file.u8(end) === 0 ? end + 1 : end;

function fileOf(walk: Walk, vp8x: RiffChunk | undefined, end: number): WebpFile {
  const { file, finds, pixels, still } = walk;
  const size = vp8x ? canvasSize(file, vp8x.body) : still ? codedSize(file, still) : null;
  const orientation = vp8x ? orientationOf(file, finds) : 1;
  return { finds, vp8x, end, pixels: mergeSpans(pixels), size, orientation };
}

/** Sorts one chunk. @returns the offset of a chunk inside that leaves it. */
function takeChunk(walk: Walk, chunk: RiffChunk, isHeader: boolean): number | undefined {
  const { id, body } = chunk;
  // The first four bytes are flags, which change with what is dropped; the canvas size never does.
  if (isHeader) walk.pixels.push({ start: body.start + 4, end: body.end });
  else if (id === "ANMF" && walk.isAnimated) return takeFrame(walk, chunk);
  else if (isPicture(walk, id)) {
    if (BITSTREAMS.has(id)) walk.still = chunk;
    walk.seen.add(id);
    walk.pixels.push({ start: chunk.start, end: body.end });
  } else walk.finds.push({ block: blockOf(walk, chunk) });
  return undefined;
}

/** Does a decoder read this chunk to draw? Of several pictures outside frames it reads the first. */
function isPicture({ isAnimated, still, seen }: Walk, id: string): boolean {
  if (isAnimated) return id === "ANIM" && !seen.has(id);
  return FRAME_PARTS.has(id) && !still && !seen.has(id);
}

/** A frame's own fields and its coded parts; whatever else stands in it is a block. */
function takeFrame(walk: Walk, frame: RiffChunk): number | undefined {
  const from = frame.body.start + ANMF_BYTES;
  if (from > frame.body.end) return frame.start;
  const read = readChunks(walk.file, from, frame.body.end);
  if (typeof read === "number") return read;
  walk.frames += 1;
  walk.pixels.push({ start: frame.body.start, end: from });
  let hasPicture = false;
  for (const chunk of read.chunks) {
    if (FRAME_PARTS.has(chunk.id) && !hasPicture) {
      walk.pixels.push({ start: chunk.start, end: chunk.body.end });
      hasPicture = BITSTREAMS.has(chunk.id);
    } else walk.finds.push({ block: named(chunk, kindIn(chunk.id), `ANMF/${chunk.id}`), frame });
  }
  const rest = remains(read.end, frame.body.end, "ANMF/bytes after the last chunk", "padding");
  walk.finds.push(...rest.map((find) => ({ ...find, frame })));
  return undefined;
}

const kindIn = (id: string): BlockKind => (BITSTREAMS.has(id) ? "image" : (KINDS[id] ?? "unknown"));

function blockOf(walk: Walk, chunk: RiffChunk): Block {
  const { id, body } = chunk;
  const isPicturePart = FRAME_PARTS.has(id) || id === "ANMF";
  // A second profile is read by nobody.
  const isSpare = id === "ICCP" && walk.seen.has(id);
  walk.seen.add(id);
  const kind = isPicturePart ? "image" : isSpare ? "unknown" : (KINDS[id] ?? "unknown");
  if (kind !== "exif") return named(chunk, kind, id);
  const hasPrefix = /^Exif\0\0/i.test(walk.file.latin1(body.start, body.start + 6));
  const payload = { start: Math.min(body.end, body.start + (hasPrefix ? 6 : 0)), end: body.end };
  return { ...named(chunk, kind, id), payload: [payload] };
}

const named = ({ start, end, body }: RiffChunk, kind: BlockKind, id: string): Block => ({
  kind,
  name: `${printable(id)} chunk`,
  spans: [{ start, end }],
  payload: [body],
});

const printable = (id: string): string => id.trimEnd().replace(/[^\x20-\x7e]/g, "·");

function remains(start: number, end: number, name: string, kind: BlockKind): WebpFind[] {
  const span = { start, end };
  return start < end ? [{ block: { kind, name, spans: [span], payload: [span] } }] : [];
}

/** RFC 9649 §2.7: width and height less one, 24 bits each. */
function canvasSize(file: ByteSource, { start }: Span): WebpFile["size"] {
  const [low, high] = [file.u32(start + 4, true), file.u32(start + 6, true)];
  if (low === undefined || high === undefined) return null;
  return { width: (low & 0xffffff) + 1, height: (high >>> 8) + 1 };
}

/** VP8: RFC 6386 §9.1, key frame. VP8L: RFC 9649 §3.4. */
function codedSize(file: ByteSource, { id, body: { start } }: RiffChunk): WebpFile["size"] {
  if (id === "VP8L") {
    const bits = file.u32(start + 1, true);
    if (file.u8(start) !== 0x2f || bits === undefined) return null;
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const [width, height] = [file.u16(start + 6, true), file.u16(start + 8, true)];
  if (file.latin1(start + 3, start + 6) !== "\x9d\x01\x2a" || !width || !height) return null;
  return { width: width & 0x3fff, height: height & 0x3fff };
}

function orientationOf(file: ByteSource, finds: readonly WebpFind[]): Orientation {
  for (const { block, frame } of finds) {
    const [span] = block.kind === "exif" && !frame ? block.payload : [];
    if (span) return orientationOfTiff(file.slice(span.start, span.end)) ?? 1;
  }
  return 1;
}
