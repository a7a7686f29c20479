/** Builds Windows bitmaps and icons from bytes, for tests. */
import { crc32, deflateSync } from "node:zlib";

export interface BmpOptions {
  /** Length of the bitmap header: 40, or 124 with room for a profile. */
  readonly header?: 40 | 124;
  readonly reserved?: number;
  /** Bytes between the header and the pixels. */
  readonly gap?: string;
  readonly profile?: string;
  /** The profile is the path of a file. */
  readonly isLink?: boolean;
  readonly behind?: string;
  readonly compression?: number;
}

/** 24 bits a pixel, two pixels in two rows of eight bytes. */
const PIXELS = Buffer.from("red..0\0\0blue.0\0\0", "latin1");

export function bmpFile(options: BmpOptions = {}): Uint8Array {
  const { header = 40, gap = "", profile = "", behind = "" } = options;
  const head = Buffer.alloc(14 + header);
  const dataAt = head.length + gap.length;
  const end = dataAt + PIXELS.length + profile.length;
  head.write("BM", 0, "latin1");
  head.writeUInt32LE(end + behind.length, 2);
  head.writeUInt32LE(options.reserved ?? 0, 6);
  head.writeUInt32LE(dataAt, 10);
  head.writeUInt32LE(header, 14);
  head.writeInt32LE(2, 18);
  head.writeInt32LE(-2, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  head.writeUInt32LE(options.compression ?? 0, 30);
  if (profile) {
    head.write(options.isLink ? "KNIL" : "DEBM", 14 + 56, "latin1");
    head.writeUInt32LE(dataAt + PIXELS.length - 14, 14 + 112);
    head.writeUInt32LE(profile.length, 14 + 116);
  }
  const text = (value: string) => Buffer.from(value, "latin1");
  return Uint8Array.from(Buffer.concat([head, text(gap), PIXELS, text(profile), text(behind)]));
}

function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}

/** A PNG of one grey pixel; texts are "keyword\0value". */
export const smallPng = (...texts: readonly string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
    ...texts.map((text) => pngChunk("tEXt", Buffer.from(text, "latin1"))),
    pngChunk("IDAT", deflateSync(Uint8Array.of(0, 128))),
    pngChunk("IEND", new Uint8Array(0)),
  ]);

export interface IcoOptions {
  readonly gap?: string;
  readonly behind?: string;
  /** Entries, by their picture's index; several may share one. */
  readonly entries?: readonly number[];
}

/** An icon of the given pictures, 16 pixels wide, 32, 48… */
export function icoFile(pictures: readonly Uint8Array[], options: IcoOptions = {}): Uint8Array {
  const { gap = "", behind = "", entries = pictures.map((_, i) => i) } = options;
  const directory = Buffer.alloc(6 + entries.length * 16);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(entries.length, 4);
  let at = directory.length + gap.length;
  const starts = pictures.map((picture) => {
    at += picture.length;
    return at - picture.length;
  });
  for (const [i, picture] of entries.entries()) {
    directory[6 + i * 16] = 16 * (i + 1);
    directory[7 + i * 16] = 16 * (i + 1);
    directory.writeUInt32LE(pictures[picture]?.length ?? 0, 14 + i * 16);
    directory.writeUInt32LE(starts[picture] ?? 0, 18 + i * 16);
  }
  const parts = [directory, Buffer.from(gap, "latin1"), ...pictures, Buffer.from(behind, "latin1")];
  return Uint8Array.from(Buffer.concat(parts));
}
