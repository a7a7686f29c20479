import type { ByteSource } from "../../../base/bytes.ts";
import { mergeSpans } from "../exif/ifd-spans.ts";
import type { Block, BlockKind, Span } from "../format.ts";
import type { Chunk, PngStream } from "./png-chunks.ts";

/** Bytes looked at for the keyword of a text or profile, 79 at most by the standard (PNG 11.3.3). */
const KEYWORD_BYTES = 256;
/** The same for iTXt, whose language and translated keyword have no limit. */
const TEXT_HEAD_BYTES = 8 * 1024;

/**
 * Chunks that draw the picture, with the lengths of data the standard gives them (PNG 11, APNG).
 * In another length decoders ignore them, so that they could hold anything.
 */
const DRAWING: Readonly<Record<string, (length: number) => boolean>> = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length <= 768 && length % 3 === 0,
  IDAT: () => true,
  IEND: (length) => length === 0,
  tRNS: (length) => length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  sBIT: (length) => length <= 4,
  bKGD: (length) => length <= 6,
  hIST: (length) => length <= 512,
  pHYs: (length) => length === 9,
  sPLT: () => true,
  cICP: (length) => length === 4,
  mDCV: (length) => length === 24,
  cLLI: (length) => length === 8,
  acTL: (length) => length === 8,
  fcTL: (length) => length === 26,
  fdAT: () => true,
};

/** A block and the chunk it is. */
export interface PngBlock {
  readonly chunk: Chunk;
  readonly block: Block;
}

export interface PngParts {
  readonly blocks: readonly PngBlock[];
  readonly pixels: readonly Span[];
}

/** Sorts a picture's chunks into what draws it and what stands beside. */
export function partsOf(file: ByteSource, { chunks }: PngStream): PngParts {
  const blocks: PngBlock[] = [];
  const pixels: Span[] = [];
  for (const chunk of chunks) {
    const { data, type, start, end } = chunk;
    if (DRAWING[type]?.(data.end - data.start)) pixels.push({ start, end });
    else blocks.push({ chunk, block: blockOf(file, chunk) });
  }
  const signature = { start: 0, end: chunks[0]?.start ?? 0 };
  return { blocks, pixels: mergeSpans([signature, ...pixels]) };
}

function blockOf(file: ByteSource, chunk: Chunk): Block {
  const { type, start, end, data } = chunk;
  const plain = { name: type, spans: [{ start, end }], payload: [data] };
  const reader = TEXTS[type];
  const text = reader?.(file, chunk);
  if (text) return textBlock(chunk, text);
  if (type === "iCCP") return profileBlock(file, chunk) ?? { ...plain, kind: "unknown" };
  if (type === "eXIf") {
    const skip = /^exif\0\0$/i.test(file.latin1(data.start, data.start + 6)) ? 6 : 0;
    return { ...plain, kind: "exif", payload: [{ start: data.start + skip, end: data.end }] };
  }
  return { ...plain, kind: KINDS[type] ?? "unknown" };
}

const KINDS: Readonly<Record<string, BlockKind>> = { tIME: "times", caBX: "c2pa" };

interface Text {
  readonly keyword: string;
  readonly contentAt: number;
  readonly isPacked: boolean;
}

type TextReader = (file: ByteSource, chunk: Chunk) => Text | undefined;

/** PNG 11.3.3.2–4: the keyword ends with a NUL; a text without one is no text. */
const TEXTS: Readonly<Record<string, TextReader>> = {
  tEXt: (file, { data }) => keywordAt(file, data, 0, false),
  zTXt: (file, { data }) => keywordAt(file, data, 1, true),
  iTXt(file, { data }) {
    const head = file.latin1(data.start, Math.min(data.end, data.start + TEXT_HEAD_BYTES));
    const keywordEnd = head.indexOf("\0");
    const languageEnd = head.indexOf("\0", keywordEnd + 3);
    const end = head.indexOf("\0", languageEnd + 1);
    if (keywordEnd < 0 || languageEnd < 0 || end < 0) return undefined;
    return {
      keyword: head.slice(0, keywordEnd),
      contentAt: data.start + end + 1,
      isPacked: head[keywordEnd + 1] === "\x01",
    };
  },
};

function keywordAt(
  file: ByteSource,
  data: Span,
  skip: number,
  isPacked: boolean,
): Text | undefined {
  const head = file.latin1(data.start, Math.min(data.end, data.start + KEYWORD_BYTES));
  const nul = head.indexOf("\0");
  const contentAt = data.start + nul + 1 + skip;
  return nul < 0 || contentAt > data.end
    ? undefined
    : { keyword: head.slice(0, nul), contentAt, isPacked };
}

function textBlock(
  { type, start, end, data }: Chunk,
  { keyword, contentAt, isPacked }: Text,
): Block {
  const label = keyword.slice(0, 79);
  return {
    kind: keyword === "XML:com.adobe.xmp" ? "xmp" : "text",
    name: `${type} ${label}`,
    spans: [{ start, end }],
    payload: [{ start: contentAt, end: data.end }],
    ...(isPacked ? { packing: "deflate" as const } : {}),
    label,
  };
}

/** PNG 11.3.2.3: profile name, NUL, compression method, deflated profile. */
function profileBlock(file: ByteSource, chunk: Chunk): Block | undefined {
  const name = keywordAt(file, chunk.data, 1, true);
  return name && { ...textBlock(chunk, name), kind: "icc", name: "iCCP" };
}
