import { ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { mergeSpans } from "../exif/ifd-spans.ts";
import { type Damaged, damaged, type Format, type Inspection, type Span } from "../format.ts";
import type { JpegPicture } from "../jpeg/jpeg-blocks.ts";
import { piecesOf } from "../pieces.ts";
import { rawExif } from "./raw-strip.ts";
import { blocksBeside, readEmbedded, shift } from "./tiff-embedded.ts";
import { segmentEdits } from "./tiff-embedded-edits.ts";
import { orientationOfTiff } from "./tiff-orientation.ts";

/*
 * Fujifilm raw. Big-endian; not published, after the documentation of LibRaw and ExifTool:
 *   0   "FUJIFILMCCD-RAW "   16 version   28 camera   84 JPEG offset, length
 *   92  sensor directory's offset, length      100 sensor data's offset, length
 * All metadata stands in the Exif block of the JPEG.
 */
const MAGIC = "FUJIFILMCCD-RAW";
const JPEG_AT = 84;
const DIRECTORY_AT = 92;
const SENSOR_AT = 100;
const HEADER_BYTES = 108;
/** Height and width in u16 each: the whole sensor, and what the camera shows of it. */
const FULL_SIZE = 0x0100;
const CROPPED_SIZE = 0x0111;
const MAX_TAGS = 256;

interface Raf {
  readonly jpegSpan: Span;
  readonly jpeg: JpegPicture;
  readonly directory: Span;
  readonly sensor: Span;
}

export const raf: Format = {
  id: "raf",
  recognises: (head) => Buffer.from(head.subarray(0, MAGIC.length)).toString("latin1") === MAGIC,
  inspect: (file) => {
    const parts = readRaf(file);
    return parts.ok ? ok(inspectRaf(file, parts.value)) : parts;
  },
  strip: (file, plan) => {
    const parts = readRaf(file);
    if (!parts.ok) return parts;
    const blocks = blocksBeside(parts.value.jpeg, parts.value.jpegSpan);
    const edits = segmentEdits(file, blocks, plan, rawExif(file, "raf", plan));
    if (!edits.ok) return damaged("raf", edits.error);
    const changes = edits.value.map(({ at, bytes }) => ({
      start: at,
      end: at + bytes.length,
      bytes,
    }));
    return ok(piecesOf(file, changes));
  },
};

/** @returns `format-damaged` when a part leaves the file, or its JPEG cannot be read. */
function readRaf(file: ByteSource): Result<Raf, Damaged> {
  const parts: Span[] = [];
  for (const at of [JPEG_AT, DIRECTORY_AT, SENSOR_AT]) {
    const [start, length] = [file.u32(at), file.u32(at + 4)];
    if (start === undefined || length === undefined) return damaged("raf", at);
    if (length > 0 && (start < HEADER_BYTES || start + length > file.size))
      return damaged("raf", at);
    parts.push({ start, end: start + length });
  }
  const [jpegSpan, directory, sensor] = parts;
  if (!jpegSpan || !directory || !sensor) return damaged("raf", JPEG_AT);
  if (mergeSpans(parts).length < parts.length && overlap(parts)) return damaged("raf", JPEG_AT);
  const jpeg = readEmbedded(file, jpegSpan);
  return jpeg ? ok({ jpegSpan, jpeg, directory, sensor }) : damaged("raf", jpegSpan.start);
}

function overlap(parts: readonly Span[]): boolean {
  const sorted = parts.toSorted((a, b) => a.start - b.start);
  return sorted.some((part, index) => part.start < (sorted[index - 1]?.end ?? 0));
}

function inspectRaf(file: ByteSource, { jpegSpan, jpeg, directory, sensor }: Raf): Inspection {
  const blocks = blocksBeside(jpeg, jpegSpan);
  const exif = blocks.find(({ kind }) => kind === "exif")?.payload[0];
  const turn = exif && orientationOfTiff(file.slice(exif.start, exif.end));
  const shown = jpeg.pixels.map((span) => shift(span, jpegSpan.start));
  return {
    format: "raf",
    size: sizeOf(file, directory) ?? jpeg.size,
    orientation: turn ?? 1,
    blocks,
    pixels: mergeSpans([...shown, directory, sensor]),
  };
}

/** The sensor directory: u32 count, then tag u16, length u16 and that many bytes each. */
function sizeOf(file: ByteSource, { start, end }: Span): Inspection["size"] {
  const sizes = new Map<number, { width: number; height: number }>();
  const count = Math.min(file.u32(start) ?? 0, MAX_TAGS);
  let at = start + 4;
  for (let read = 0; read < count && at + 4 <= end; read++) {
    const [tag = 0, length = 0, height = 0, width = 0] = [0, 2, 4, 6].map((by) =>
      file.u16(at + by),
    );
    if (length === 4 && width > 0 && height > 0) sizes.set(tag, { width, height });
    at += 4 + length;
  }
  return sizes.get(CROPPED_SIZE) ?? sizes.get(FULL_SIZE) ?? null;
}
