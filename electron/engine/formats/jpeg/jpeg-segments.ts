import { ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { type Damaged, damaged } from "../format.ts";
import { endOfEntropy, nextMarker } from "./jpeg-entropy.ts";

/*
 * ITU-T T.81 B.1.1: a marker is FF, then a byte that is neither 00 nor FF; any number of FF may
 * stand before it as fill. Most are followed by a segment: u16 length, which counts its own two
 * bytes, then content. A scan is a segment (SOS) and the entropy-coded bytes behind it.
 *   SOI  APP0 JFIF  APP1 Exif …  DQT  SOF  DHT  [SOS scan]…  EOI  whatever was appended
 */
export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
export const APP0 = 0xe0;
export const APP14 = 0xee;
export const APP15 = 0xef;
export const COM = 0xfe;
/** Bytes between segments that belong to none: decoders skip them. */
export const STRAY = 0;
/** What is left of a picture whose file ends in the midst of a segment behind its first scan. */
export const CUT = -1;

/** One marker and what belongs to it. Offsets are bytes from the file's start. */
export interface Segment {
  /** The marker's second byte, or {@link STRAY} or {@link CUT}. */
  readonly marker: number;
  /** The marker's first byte, fill bytes included. */
  readonly start: number;
  /** Behind the length; `end` where there is none. */
  readonly body: number;
  /** For SOS, the end of the scan's coded bytes. */
  readonly end: number;
}

/** One JPEG picture from SOI to EOI; a file may hold several. */
export interface JpegStream {
  readonly start: number;
  /** In file order, without gaps. */
  readonly segments: readonly Segment[];
  readonly end: number;
  /** `cut`: the file ends before EOI. `trusted`: EOI is where the file says; scans were not read. */
  readonly ending: "eoi" | "cut" | "trusted";
}

/** Segments of one picture at most: 64 KB each, so more than a gigabyte of metadata. */
const MAX_SEGMENTS = 20_000;

/** Asked before the first scan, whose coded bytes begin at `scanAt`: where does the picture end? */
export type TrustEnd = (segments: readonly Segment[], scanAt: number) => number | undefined;

/**
 * Walks a picture's markers from its SOI, before and between scans, as libjpeg does: stray bytes,
 * lengths below 2 and restart markers outside of scans are skipped over.
 * @returns `format-damaged` with the offset of the first thing that no decoder would go past.
 */
export function readStream(
  file: ByteSource,
  start: number,
  trustEnd: TrustEnd = () => undefined,
): Result<JpegStream, Damaged> {
  if (file.u16(start) !== 0xffd8) return damaged("jpeg", start);
  const segments: Segment[] = [{ marker: SOI, start, body: start + 2, end: start + 2 }];
  let hasScan = false;
  for (let at = start + 2; segments.length < MAX_SEGMENTS; ) {
    const found = readSegment(file, at, hasScan);
    if (!found.ok) return found;
    const segment = found.value;
    if (segment.marker === SOS && !hasScan) {
      hasScan = true;
      const end = trustEnd(segments, segment.end);
      if (end !== undefined && end - 2 > segment.end) return ok(trusted(segments, segment, end));
    }
    const whole = segment.marker === SOS ? withScan(file, segment) : segment;
    segments.push(whole);
    at = whole.end;
    if (segment.marker === EOI) return ok({ start, segments, end: at, ending: "eoi" });
    if (hasScan && at >= file.size) return ok({ start, segments, end: at, ending: "cut" });
  }
  return damaged("jpeg", segments.at(-1)?.end ?? start);
}

const withScan = (file: ByteSource, header: Segment): Segment => ({
  ...header,
  end: endOfEntropy(file, header.end),
});

function trusted(before: readonly Segment[], header: Segment, end: number): JpegStream {
  const scan = { ...header, end: end - 2 };
  const eoi = { marker: EOI, start: end - 2, body: end, end };
  return { start: before[0]?.start ?? 0, segments: [...before, scan, eoi], end, ending: "trusted" };
}

function readSegment(file: ByteSource, at: number, hasScan: boolean): Result<Segment, Damaged> {
  const found = nextMarker(file, at);
  if (!found) {
    const cut = { marker: CUT, start: at, body: at, end: file.size };
    return hasScan ? ok(cut) : damaged("jpeg", at);
  }
  const { start, marker, end } = found;
  if (start > at) return ok({ marker: STRAY, start: at, body: at, end: start });
  if (marker === EOI && hasScan) return ok({ marker, start, body: end, end });
  if (isParameterless(marker)) return ok({ marker: STRAY, start, body: start, end });
  if (!isSegment(marker)) return damaged("jpeg", start);
  const length = file.u16(end) ?? Number.POSITIVE_INFINITY;
  if (length < 2 && !isMetadata(marker)) return damaged("jpeg", start);
  const segment = { marker, start, body: end + 2, end: end + Math.max(2, length) };
  if (segment.end <= file.size) return ok(segment);
  return hasScan ? ok({ marker: CUT, start, body: start, end: file.size }) : damaged("jpeg", start);
}

/** RST0–RST7 and TEM stand alone (T.81 table B.1). */
const isParameterless = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** APPn and COM: what no decoder needs, but for JFIF, ICC and Adobe's. */
export const isMetadata = (marker: number): boolean =>
  (marker >= APP0 && marker <= APP15) || marker === COM;

/** SOFn, the tables, SOS, DNL, DHP, EXP; not the reserved JPG markers, whose meaning we don't know. */
const isSegment = (marker: number) =>
  isMetadata(marker) ||
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) ||
  (marker >= SOS && marker <= 0xdf);

/** SOF0–SOF15: holds the picture's size. */
export const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
