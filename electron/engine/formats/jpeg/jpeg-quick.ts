import type { ByteSource } from "../../../base/bytes.ts";
import { describe } from "./jpeg-blocks.ts";
import { type IndexedPicture, picturesOf } from "./jpeg-mpf.ts";
import { isFrame, type Segment, SOS, type TrustEnd } from "./jpeg-segments.ts";

/** Below this, scanning the coded bytes costs less than guessing well. */
const QUICK_BYTES = 1024 * 1024;
/** Bytes at the end that are looked through for a sign of anything appended. */
const LAST_BYTES = 32 * 1024;
/** Bytes of one XMP packet searched for a video's length; a segment holds no more. */
const MAX_XMP_BYTES = 64 * 1024;

/**
 * Where the main picture of a big file ends by the file's own word: its index of pictures, the
 * length of its video, or its last bytes. `undefined` where these say nothing or don't agree with
 * what stands there: then the scans have to be read.
 */
export function mainEnd(file: ByteSource): TrustEnd | undefined {
  if (file.size <= QUICK_BYTES) return undefined;
  return (segments, scanAt) => {
    if (!hasOneScan(file, segments, scanAt)) return undefined;
    const { blocks } = describe(file, { start: 0, segments, end: scanAt, ending: "cut" });
    const mpf = blocks.find(({ kind }) => kind === "mpf");
    if (mpf) return endsWell(file, picturesOf(file, mpf, 0)[0]?.end);
    for (const { kind, payload } of blocks) {
      const [packet] = kind === "xmp" ? payload : [];
      if (!packet) continue;
      const xmp = file.latin1(packet.start, Math.min(packet.end, packet.start + MAX_XMP_BYTES));
      if (NAMES_MORE.test(xmp)) return beforeVideo(file, xmp);
    }
    return byLastBytes(file);
  };
}

/** Where an indexed picture that begins at `start` ends, if its index tells the truth. */
export function pictureEnd(
  file: ByteSource,
  listed: readonly IndexedPicture[],
  start: number,
): TrustEnd | undefined {
  const picture = listed.find((one) => one.start === start);
  return picture && (() => endsWell(file, picture.end));
}

const NAMES_MORE = /MotionPhoto|MicroVideo|Container:Directory|hdrgm:|HDRGainMap/;

/** Sequential coding, all components in the first scan: nothing but EOI can follow it (T.81 B.2.3). */
function hasOneScan(file: ByteSource, segments: readonly Segment[], scanAt: number): boolean {
  const frame = segments.find(({ marker }) => isFrame(marker));
  if (!frame || (frame.marker !== 0xc0 && frame.marker !== 0xc1)) return false;
  const components = file.u8(frame.body + 5) ?? 0;
  const scanHeaderBytes = 2 + 1 + 2 * components + 3;
  const header = scanAt - scanHeaderBytes;
  return file.u16(header - 2) === 0xff00 + SOS && file.u8(header + 2) === components;
}

const endsWell = (file: ByteSource, end: number | undefined): number | undefined =>
  end !== undefined && file.u16(end - 2) === 0xffd9 ? end : undefined;

/** Motion photos count a video's bytes from the file's end (Motion Photo 1.0, MicroVideo 1). */
function beforeVideo(file: ByteSource, xmp: string): number | undefined {
  const micro = /MicroVideoOffset\D{1,3}(\d{1,12})\b/.exec(xmp)?.[1];
  const item = /Semantic\W{1,3}MotionPhoto\b[^>]{0,200}?:Length\D{1,3}(\d{1,12})\b/.exec(xmp)?.[1];
  const start = file.size - Number(micro ?? item ?? Number.NaN);
  if (!(start > 0) || file.latin1(start + 4, start + 8) !== "ftyp") return undefined;
  return endsWell(file, start);
}

/** FFD9, perhaps followed by zeros, and before it nothing that begins like another picture. */
function byLastBytes(file: ByteSource): number | undefined {
  const base = Math.max(0, file.size - LAST_BYTES);
  const { buffer, byteOffset, byteLength } = file.bytes(base, file.size);
  const last = Buffer.from(buffer, byteOffset, byteLength);
  const end = last.findLastIndex((byte) => byte !== 0) + 1;
  if (end < 2 || last.readUInt16BE(end - 2) !== 0xffd9) return undefined;
  return last.includes("\xff\xd8\xff", 0, "latin1") ? undefined : base + end;
}
