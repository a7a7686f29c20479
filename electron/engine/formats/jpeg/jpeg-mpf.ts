import type { ByteSource } from "../../../base/bytes.ts";
import { readTiff } from "../exif/ifd-read.ts";
import type { Block, Span } from "../format.ts";

/*
 * CIPA DC-007 (Multi-Picture Format) 5.2: an APP2 segment "MPF\0" with a TIFF structure. Its MP
 * Entries count from that structure's first byte, but for the first picture, whose offset is 0.
 *   MP Entry, 16 bytes: attribute u32, size u32, offset u32, dependent entries u16 u16
 */
const MP_ENTRY = 0xb002;
const MP_ENTRY_BYTES = 16;
/** Pictures listed at most; a panorama of a phone has some twenty. */
const MAX_PICTURES = 256;

/** A picture that the index lists. */
export interface IndexedPicture extends Span {
  /** Flags, format and type of 5.2.3.3.1; Baseline MP Primary Image is 0x030000. */
  readonly attribute: number;
}

/** The pictures of an MPF block, the primary (which starts at `start`) first; none when it cannot be read. */
export function picturesOf(file: ByteSource, block: Block, start: number): IndexedPicture[] {
  const [payload] = block.payload;
  if (!payload) return [];
  const mpf = file.slice(payload.start, payload.end);
  const tiff = readTiff(mpf);
  const index = tiff.ok ? tiff.value.ifds[0] : undefined;
  const entries = index?.entries.find(({ tag }) => tag === MP_ENTRY);
  if (!tiff.ok || !entries) return [];
  const { valueAt, valueLength } = entries;
  const pictures: IndexedPicture[] = [];
  const count = Math.min(Math.floor(valueLength / MP_ENTRY_BYTES), MAX_PICTURES);
  for (let at = valueAt; at < valueAt + count * MP_ENTRY_BYTES; at += MP_ENTRY_BYTES) {
    const [attribute, size, offset] = [0, 4, 8].map((field) =>
      mpf.u32(at + field, tiff.value.littleEndian),
    );
    if (attribute === undefined || size === undefined || offset === undefined) break;
    const from = offset === 0 ? start : payload.start + offset;
    pictures.push({ attribute, start: from, end: from + size });
  }
  return pictures;
}

/** Bytes from an MPF segment's marker to where its offsets count from. */
const SEGMENT_HEAD = [0xff, 0xe2, 0, 0, 0x4d, 0x50, 0x46, 0] as const;
export const MPF_HEAD_BYTES = SEGMENT_HEAD.length;

/**
 * An APP2 MPF segment that lists these pictures and says nothing else.
 * Offsets count from {@link MPF_HEAD_BYTES} behind the segment's start; the first one's is 0.
 */
export function mpfSegment(
  pictures: readonly { attribute: number; size: number; offset: number }[],
): Uint8Array {
  const bytes = new Uint8Array(mpfBytes(pictures.length));
  const view = new DataView(bytes.buffer);
  bytes.set(SEGMENT_HEAD);
  view.setUint16(2, bytes.length - 2);
  bytes.set([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 3], MPF_HEAD_BYTES);
  const entriesAt = 8 + 2 + 3 * 12 + 4;
  const ifd: readonly (readonly [number, number, number, number])[] = [
    [0xb000, 7, 4, 0x30313030], // MPFVersion "0100"
    [0xb001, 4, 1, pictures.length], // NumberOfImages
    [MP_ENTRY, 7, pictures.length * MP_ENTRY_BYTES, entriesAt],
  ];
  let at = MPF_HEAD_BYTES + 10;
  for (const [tag, type, count, value] of ifd) {
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
    view.setUint32(at + 8, value);
    at += 12;
  }
  at = MPF_HEAD_BYTES + entriesAt;
  for (const { attribute, size, offset } of pictures) {
    view.setUint32(at, attribute);
    view.setUint32(at + 4, size);
    view.setUint32(at + 8, offset);
    at += MP_ENTRY_BYTES;
  }
  return bytes;
}

/** Length of the segment that {@link mpfSegment} builds. */
export const mpfBytes = (pictures: number): number =>
  MPF_HEAD_BYTES + 8 + 2 + 3 * 12 + 4 + pictures * MP_ENTRY_BYTES;
