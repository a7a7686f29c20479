import { ascii } from "./content-builder.ts";
import type { TiffPage, TiffTag } from "./tiff-builder.ts";
import { buildTiff } from "./tiff-builder.ts";

/** Exif contents that give something away, for tests. The place is Greenwich's neighbourhood. */

export const PLACE = { lat: 51.5, lon: -0.125 };

export const GPS_TAGS: TiffPage = [
  { tag: 0, bytes: Uint8Array.of(2, 3, 0, 0), type: 1 },
  { tag: 1, text: "N" },
  { tag: 2, type: 5, values: [51, 1, 30, 1, 0, 1] },
  { tag: 3, text: "W" },
  { tag: 4, type: 5, values: [0, 1, 7, 1, 30, 1] },
];

export const gpsPointer = (tags: TiffPage = GPS_TAGS): TiffTag => ({ tag: 0x8825, ifds: [tags] });
export const exifPointer = (tags: TiffPage): TiffTag => ({ tag: 0x8769, ifds: [tags] });

/** A TIFF structure whose one fact is a place. */
export const exifWithPlace = (): Uint8Array => buildTiff([[gpsPointer()]]);

/** A JPEG, as far as a search sees one, with an Exif segment of its own. */
export const jpegWithExif = (tiff: Uint8Array): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe1, (tiff.length + 8) >> 8, (tiff.length + 8) & 255],
    ...ascii("Exif\0\0"),
    ...tiff,
    ...[0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9],
  ]);

/** The beginning of a QuickTime file with a place in its user data. */
export const mp4WithPlace = (place = "+51.5000-000.1250/"): Uint8Array =>
  Uint8Array.from([
    ...ascii("\0\0\0\x10ftypisom\0\0\0\0"),
    ...ascii(
      `\0\0\0\x40moov\0\0\0\x30udta\0\0\0\x1e\xa9xyz\0${String.fromCharCode(place.length)}\x15\xc7${place}`,
    ),
  ]);

/** FLIR's container with one record: the place. */
export function flirWithPlace(lat: number, lon: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(0x40 + 32 + 64));
  for (const [at, byte] of ascii("FFF\0").entries()) bytes.setUint8(at, byte);
  bytes.setUint32(0x18, 0x40);
  bytes.setUint32(0x1c, 1);
  bytes.setUint16(0x40, 0x2b);
  bytes.setUint32(0x40 + 12, 0x60);
  bytes.setUint32(0x40 + 16, 64);
  bytes.setUint32(0x60, 1, true);
  bytes.setFloat64(0x60 + 16, lat, true);
  bytes.setFloat64(0x60 + 24, lon, true);
  return new Uint8Array(bytes.buffer);
}
