/** Builds WebP files from bytes, for tests. */

const ascii = (text: string): Buffer => Buffer.from(text, "latin1");

/** One chunk; `length` is stated instead of the true one. */
export function chunk(id: string, body: Uint8Array | string, length?: number): Uint8Array {
  const bytes = typeof body === "string" ? ascii(body) : Buffer.from(body);
  const size = Buffer.alloc(4);
  size.writeUInt32LE((length ?? bytes.length) >>> 0);
  return Buffer.concat([ascii(id), size, bytes, Buffer.alloc(bytes.length % 2)]);
}

/** The RIFF form around chunks; `length` is stated instead of the true one. */
export const webpFile = (chunks: readonly Uint8Array[], length?: number): Uint8Array =>
  Uint8Array.from(chunk("RIFF", Buffer.concat([ascii("WEBP"), ...chunks]), length));

/** Bits of the extended header. */
export const BITS = { icc: 0x20, alpha: 0x10, exif: 0x08, xmp: 0x04, animation: 0x02 } as const;

export function vp8x(flags: number, width = 16, height = 9): Uint8Array {
  const body = Buffer.alloc(10);
  body[0] = flags;
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  return chunk("VP8X", body);
}

/** A lossy bitstream's key frame header and some coded bytes. */
export function vp8(width = 16, height = 9, coded = "coded pixels"): Uint8Array {
  const head = Buffer.from([0x30, 0, 0, 0x9d, 0x01, 0x2a, 0, 0, 0, 0]);
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return chunk("VP8 ", Buffer.concat([head, ascii(coded)]));
}

export function vp8l(width = 16, height = 9): Uint8Array {
  const head = Buffer.alloc(5, 0x2f);
  head.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  return chunk("VP8L", Buffer.concat([head, ascii("coded")]));
}

/** A frame of an animation: 16 bytes of its own, then chunks. */
export const anmf = (chunks: readonly Uint8Array[]): Uint8Array =>
  chunk("ANMF", Buffer.concat([Buffer.alloc(16, 1), ...chunks]));
