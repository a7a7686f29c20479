/** Builds JPEG files from bytes, for tests. Every picture decodes: 8 × 8 grey pixels. */

/** Bytes, or text of one byte a character. */
export type Bytes = Uint8Array | string | readonly number[];

export const bytesOf = (bytes: Bytes): Uint8Array =>
  typeof bytes === "string"
    ? Uint8Array.from(Buffer.from(bytes, "latin1"))
    : Uint8Array.from(bytes);

export const concat = (...parts: readonly Bytes[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts.map(bytesOf)));

export const u16 = (value: number): Uint8Array => bytesOf([value >>> 8, value & 0xff]);
export const u32 = (value: number): Uint8Array => concat(u16(value >>> 16), u16(value & 0xffff));
const le16 = (value: number) => u16(value).toReversed();
const le32 = (value: number) => u32(value).toReversed();

/** A marker segment; `length` is stated instead of the true one. */
export function segment(
  marker: number,
  body: Bytes,
  length = bytesOf(body).length + 2,
): Uint8Array {
  return concat([0xff, marker, (length >> 8) & 0xff, length & 0xff], body);
}

export const SOI = bytesOf([0xff, 0xd8]);
export const EOI = bytesOf([0xff, 0xd9]);

/** JFIF 1.01 without a thumbnail; `thumbnail` is its 3 bytes a pixel, one row. */
export const jfif = (thumbnail: Bytes = ""): Uint8Array => {
  const pixels = bytesOf(thumbnail).length / 3;
  const size = [pixels, pixels > 0 ? 1 : 0];
  return segment(0xe0, concat("JFIF\0", [1, 1, 1, 0, 72, 0, 72, ...size], thumbnail));
};
export const exif = (tiff: Bytes, header = "Exif\0\0"): Uint8Array =>
  segment(0xe1, concat(header, tiff));
export const xmp = (packet: string): Uint8Array =>
  segment(0xe1, concat("http://ns.adobe.com/xap/1.0/\0", packet));
export const comment = (text: string): Uint8Array => segment(0xfe, text);

/** One part of an extended XMP packet, which has `full` bytes in all. */
export const extendedXmp = (guid: string, full: number, offset: number, part: string): Uint8Array =>
  segment(0xe1, concat("http://ns.adobe.com/xmp/extension/\0", guid, u32(full), u32(offset), part));

export const icc = (number: number, total: number, part: Bytes): Uint8Array =>
  segment(0xe2, concat("ICC_PROFILE\0", [number, total], part));
export const photoshop = (resources: Bytes): Uint8Array =>
  segment(0xed, concat("Photoshop 3.0\0", resources));

/** Part `number` of a JUMBF box whose LBox and TBox stand in every part. */
export const jumbf = (instance: number, number: number, length: number, part: Bytes): Uint8Array =>
  segment(0xeb, concat("JP", u16(instance), u32(number), u32(length), "jumb", part));

/** Adobe's segment; transform 0 is RGB or CMYK, 1 YCbCr, 2 YCCK. */
export const adobe = (transform: number): Uint8Array =>
  segment(0xee, concat("Adobe", [0, 100, 0, 0, 0, 0, transform]));

/** An index of pictures in little-endian order; offsets count from behind "MPF\0". */
export function mpf(pictures: readonly { size: number; offset: number }[]): Uint8Array {
  const entries = pictures.map(({ size, offset }, index) =>
    concat(le32(index === 0 ? 0x030000 : 0x010001), le32(size), le32(offset), [0, 0, 0, 0]),
  );
  const tags = [
    [0xb000, 7, 4, 0x30303130],
    [0xb001, 4, 1, pictures.length],
    [0xb002, 7, 16 * pictures.length, 50],
  ].map(([tag = 0, type = 0, count = 0, value = 0]) =>
    concat(le16(tag), le16(type), le32(count), le32(value)),
  );
  return segment(
    0xe2,
    concat("MPF\0II*\0", le32(8), le16(tags.length), ...tags, le32(0), ...entries),
  );
}

export const TABLES = concat(
  segment(0xdb, [0, ...Array<number>(64).fill(1)]),
  segment(0xc4, [0x00, 1, ...Array<number>(15).fill(0), 0]),
  segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
);
/** 8 × 8 pixels, one component. */
export const frame = (marker = 0xc0, width = 8, height = 8): Uint8Array =>
  segment(marker, concat([8], u16(height), u16(width), [1, 1, 0x11, 0]));
export const SCAN_HEADER = segment(0xda, [1, 1, 0, 0, 63, 0]);
/** One block: DC difference 0, end of block, ones to the full byte. */
export const SCAN = concat(SCAN_HEADER, [0x3f]);
export const PIXELS = concat(TABLES, frame(), SCAN);

/** SOI, the segments given, tables, frame and scan, EOI, and what is appended. */
export const buildJpeg = (
  before: readonly Bytes[] = [],
  after: readonly Bytes[] = [],
): Uint8Array => concat(SOI, ...before, PIXELS, EOI, ...after);

/** A box of an MP4 file. */
export const box = (type: string, ...content: readonly Bytes[]): Uint8Array => {
  const body = concat(...content);
  return concat(u32(body.length + 8), type, body);
};

/** A short MP4 that says where it was taken. */
export const buildVideo = (place = "+51.5007-000.1246/"): Uint8Array =>
  concat(
    box("ftyp", "isom", u32(0), "isom"),
    box("mdat", "coded samples"),
    box("moov", box("udta", box("\xa9xyz", u16(place.length), [0x15, 0xc7], place))),
  );

/** A photo and a second picture behind it, with a true index of both after the given segments. */
export function indexedJpeg(
  before: readonly Uint8Array[],
  second: Uint8Array,
  index: typeof mpf = mpf,
  after: readonly Bytes[] = [],
): Uint8Array {
  const head = concat(...before);
  const main = (size: number, offset: number) =>
    buildJpeg([
      head,
      index([
        { size, offset: 0 },
        { size: second.length, offset },
      ]),
    ]);
  const size = main(0, 0).length;
  return concat(main(size, size - (SOI.length + head.length + 8)), second, ...after);
}
