import { ok, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { mergeSpans, subtractSpans } from "./exif/ifd-spans.ts";
import { type Block, type Damaged, damaged, type Span } from "./format.ts";
import { isUniform } from "./payload.ts";

/** Where everything in a bitmap stands. */
export interface BmpFile {
  readonly blocks: readonly Block[];
  readonly pixels: readonly Span[];
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Where the last byte that is part of the picture ends. */
  readonly end: number;
  /** The pixels are themselves a JPEG or PNG, as printers get them. */
  readonly isWrapped: boolean;
}

const FILE_HEADER = 14;
/** BITMAPCOREHEADER and its OS/2 descendant; the others count up from BITMAPINFOHEADER. */
const CORE_HEADERS: ReadonlySet<number> = new Set([12]);
const HEADERS: ReadonlySet<number> = new Set([12, 16, 40, 52, 56, 64, 108, 124]);
const V5_HEADER = 124;

/** biCompression (Windows SDK, wingdi.h). */
const RGB = 0;
const BITFIELDS = 3;
const JPEG = 4;
const PNG = 5;
const ALPHA_BITFIELDS = 6;
const DEPTHS: ReadonlySet<number> = new Set([1, 2, 4, 8, 16, 24, 32, 64]);
const UNPACKED: ReadonlySet<number> = new Set([RGB, BITFIELDS, ALPHA_BITFIELDS]);

/** "MBED" and "LINK" as bV5CSType is read, big-endian. */
const PROFILE_EMBEDDED = "DEBM";
const PROFILE_LINKED = "KNIL";

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly compression: number;
  readonly bytes: number;
  readonly sizeImage: number;
  readonly colours: number;
}

/** Reads headers only. @see "Bitmap Storage", Windows GDI; the profile follows BITMAPV5HEADER's fields. */
export function readBmp(file: ByteSource): Result<BmpFile, Damaged> {
  const header = readHeader(file);
  const dataAt = file.u32(10, true);
  if (!header || dataAt === undefined) return damaged("bmp", Math.min(FILE_HEADER, file.size));
  const tablesEnd = FILE_HEADER + header.bytes + tableBytes(header);
  const profile = profileOf(file, header);
  const dataEnd = endOfPixels(file, header, dataAt, profile?.span.start);
  if (dataAt < FILE_HEADER + header.bytes) return damaged("bmp", 10);
  if (dataEnd === undefined || dataEnd > file.size) return damaged("bmp", dataAt);
  if (profile && profile.span.end > file.size) return damaged("bmp", profile.span.start);
  const drawn = [
    { start: FILE_HEADER, end: Math.min(tablesEnd, dataAt) },
    { start: dataAt, end: dataEnd },
  ];
  const end = Math.max(dataEnd, profile?.span.end ?? 0);
  return ok({
    blocks: blocksOf(file, drawn, profile, end),
    pixels: mergeSpans([{ start: 10, end: FILE_HEADER }, ...drawn]),
    size: header.width && header.height ? { width: header.width, height: header.height } : null,
    end,
    isWrapped: header.compression === JPEG || header.compression === PNG,
  });
}

function readHeader(file: ByteSource): Header | undefined {
  const bytes = file.u32(FILE_HEADER, true) ?? 0;
  if (!HEADERS.has(bytes) || FILE_HEADER + bytes > file.size) return undefined;
  if (CORE_HEADERS.has(bytes)) {
    const [width = 0, height = 0] = [file.u16(18, true), file.u16(20, true)];
    const bitsPerPixel = file.u16(24, true) ?? 0;
    return { width, height, bitsPerPixel, compression: RGB, bytes, sizeImage: 0, colours: 0 };
  }
  const u32 = (at: number) => (at + 4 <= FILE_HEADER + bytes ? (file.u32(at, true) ?? 0) : 0);
  return {
    width: Math.abs(u32(18) | 0),
    height: Math.abs(u32(22) | 0), // negative: rows from the top
    bitsPerPixel: file.u16(28, true) ?? 0,
    compression: u32(30),
    bytes,
    sizeImage: u32(34),
    colours: u32(46),
  };
}

/** Colour masks and palette behind the header. */
function tableBytes({ bytes, compression, bitsPerPixel, colours }: Header): number {
  const masks = bytes === 40 ? (compression === BITFIELDS ? 12 : compression === 6 ? 16 : 0) : 0;
  const all = bitsPerPixel <= 8 ? 2 ** bitsPerPixel : 0;
  return masks + (colours || all) * (CORE_HEADERS.has(bytes) ? 3 : 4);
}

/** Rows are padded to four bytes; packed pixels say their length, or last as far as anything does. */
function endOfPixels(
  file: ByteSource,
  header: Header,
  dataAt: number,
  profileAt: number | undefined,
): number | undefined {
  const { width, height, bitsPerPixel, compression, sizeImage } = header;
  if (UNPACKED.has(compression)) {
    if (!DEPTHS.has(bitsPerPixel)) return undefined;
    return dataAt + Math.ceil((width * bitsPerPixel) / 32) * 4 * height;
  }
  if (sizeImage > 0) return dataAt + sizeImage;
  return profileAt !== undefined && profileAt > dataAt ? profileAt : file.size;
}

interface Profile {
  readonly span: Span;
  readonly isLink: boolean;
}

/** A profile, or the path of a profile's file. Its offset counts from the bitmap header. */
function profileOf(file: ByteSource, { bytes }: Header): Profile | undefined {
  if (bytes !== V5_HEADER) return undefined;
  const type = file.latin1(FILE_HEADER + 56, FILE_HEADER + 60);
  if (type !== PROFILE_EMBEDDED && type !== PROFILE_LINKED) return undefined;
  const offset = file.u32(FILE_HEADER + 112, true) ?? 0;
  const length = file.u32(FILE_HEADER + 116, true) ?? 0;
  if (length === 0 || offset < V5_HEADER) return undefined;
  const start = FILE_HEADER + offset;
  return { span: { start, end: start + length }, isLink: type === PROFILE_LINKED };
}

/** What no decoder draws. Bytes that are all zero hide nothing, as where rows are aligned. */
function blocksOf(
  file: ByteSource,
  drawn: readonly Span[],
  profile: Profile | undefined,
  end: number,
): Block[] {
  const blocks: Block[] = [];
  const add = (kind: Block["kind"], name: string, span: Span) =>
    blocks.push({ kind, name, spans: [span], payload: [span] });
  const used = [...drawn, ...(profile ? [profile.span] : [])];
  const isZero = ({ start, end: to }: Span) =>
    file.u8(start) === 0 && isUniform(file.slice(start, to));
  if (!isZero(RESERVED)) add("unknown", "reserved fields", RESERVED);
  for (const gap of subtractSpans([{ start: FILE_HEADER, end }], used)) {
    if (!isZero(gap)) add("padding", "unused bytes", gap);
  }
  if (profile?.isLink && !isZero(profile.span)) add("text", "linked profile", profile.span);
  else if (profile && !profile.isLink) add("icc", "ICC profile", profile.span);
  const rest = { start: end, end: file.size };
  const isRoundedUp = rest.end - rest.start <= MAX_ROUNDING && isZero(rest);
  if (rest.start < rest.end && !isRoundedUp) add("trailer", "bytes after the end", rest);
  return blocks.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

const RESERVED: Span = { start: 6, end: 10 };
/** Zeros with which writers round a file's length up. */
const MAX_ROUNDING = 3;
