import { buildTiff, type TiffOptions, type TiffPage, type TiffTag } from "./tiff-builder.ts";

/* TIFF files with every kind of metadata, for tests. All names and places are invented. */

const BYTE = 1;
const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const UNDEFINED = 7;

/** What a strip of everything must take out of {@link fullTiff}. */
export const SECRETS = [
  "Ada Example",
  "Camera of Ada",
  "SERIAL-0042",
  "2021:12:13",
  "Testtown",
  "xmpmeta",
  "8BIM",
  "WindowsTitle",
  "left behind",
] as const;

export const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" exif:GPSLatitude="12,30.5N" exif:GPSLongitude="45,15.25E" dc:format="image/tiff"/></rdf:RDF></x:xmpmeta>`;
/** IPTC-IIM: 2:90 City. */
export const IPTC = dataset(2, 90, "Testtown");
const PHOTOSHOP = Buffer.from("8BIM\x04\x25\0\0\0\0\0\x10" + "0123456789abcdef", "latin1");
const ICC = Uint8Array.from({ length: 132 }, (_, index) => index);

export const GPS: TiffPage = [
  { tag: 0, type: BYTE, values: [2, 3, 0, 0] },
  { tag: 1, text: "N" },
  { tag: 2, type: RATIONAL, values: [12, 1, 30, 1, 30, 1] },
  { tag: 3, text: "E" },
  { tag: 4, type: RATIONAL, values: [45, 1, 15, 1, 15, 1] },
  { tag: 29, text: "2021:12:13" },
];
export const EXIF: TiffPage = [
  { tag: 0x829a, type: RATIONAL, values: [1, 125] },
  { tag: 0x9003, text: "2020:01:02 03:04:05" },
  { tag: 0x927c, bytes: Buffer.from("a maker note of no known maker") },
  { tag: 0xa005, ifds: [[{ tag: 1, text: "R98" }]] },
  { tag: 0xa430, text: "Ada Example" },
  { tag: 0xa431, text: "SERIAL-0042" },
];

/** The pixels of a grey picture: every value differs from its neighbours. */
export const grey = (width: number, height: number, seed = 7): Uint8Array =>
  Uint8Array.from({ length: width * height }, (_, index) => (index * 37 + seed * 11) % 251);

/** The tags that draw an uncompressed grey picture of 8 bits. */
export function drawn(width: number, height: number, seed = 7): readonly TiffTag[] {
  const rows = Math.ceil(height / 2);
  const pixels = grey(width, height, seed);
  return [
    { tag: 0x0100, type: SHORT, values: [width] },
    { tag: 0x0101, type: SHORT, values: [height] },
    { tag: 0x0102, type: SHORT, values: [8] },
    { tag: 0x0103, type: SHORT, values: [1] },
    { tag: 0x0106, type: SHORT, values: [1] },
    {
      tag: 0x0111,
      sizes: 0x0117,
      data: [pixels.subarray(0, rows * width), pixels.subarray(rows * width)],
    },
    { tag: 0x0115, type: SHORT, values: [1] },
    { tag: 0x0116, type: SHORT, values: [rows] },
    { tag: 0x011a, type: RATIONAL, values: [72, 1] },
    { tag: 0x011b, type: RATIONAL, values: [72, 1] },
    { tag: 0x0128, type: SHORT, values: [2] },
  ];
}

/** Two pages and a preview; place, names, dates and blocks on the first, a place on the second. */
export function fullTiff(options: TiffOptions = {}): Uint8Array {
  const first = [
    ...drawn(8, 6),
    { tag: 0x00fe, type: LONG, values: [0] },
    { tag: 0x010e, text: "Camera of Ada" },
    { tag: 0x010f, text: "Example Works" },
    { tag: 0x0112, type: SHORT, values: [6] },
    { tag: 0x0132, text: "2021:12:13 14:15:16" },
    { tag: 0x013b, text: "Ada Example" },
    { tag: 0x014a, ifds: [[...drawn(4, 4, 2), { tag: 0x00fe, type: LONG, values: [1] }]] },
    { tag: 0x02bc, bytes: Buffer.from(XMP), type: BYTE },
    { tag: 0x83bb, bytes: padded(IPTC), type: LONG },
    { tag: 0x8649, bytes: PHOTOSHOP, type: UNDEFINED },
    { tag: 0x8769, ifds: [EXIF] },
    { tag: 0x8773, bytes: ICC, type: UNDEFINED },
    { tag: 0x8825, ifds: [GPS] },
    { tag: 0x9c9b, bytes: Buffer.from("WindowsTitle\0"), type: BYTE },
  ];
  const second = [
    ...drawn(6, 4, 5),
    { tag: 0x00fe, type: LONG, values: [2] },
    { tag: 0x8825, ifds: [GPS] },
  ];
  return buildTiff([first, second], options);
}

/** The same with the same pages but nothing to hide: what a strip must not change. */
export const plainTiff = (options: TiffOptions = {}): Uint8Array =>
  buildTiff([drawn(8, 6), drawn(6, 4, 5)], options);

/** Bytes behind a file that none of its directories leads to. */
export const withTrailer = (file: Uint8Array): Uint8Array =>
  Uint8Array.from([...file, ...Buffer.from("left behind by nobody")]);

/** IPTC-IIM 4.2 §1.6: marker, record, number, length u16. */
export function dataset(record: number, number: number, text: string): Uint8Array {
  const value = Buffer.from(text, "utf8");
  return Uint8Array.from([0x1c, record, number, value.length >> 8, value.length & 0xff, ...value]);
}

const padded = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0)]);

/** A JPEG of 1 × 1 with an Exif block, as cameras embed them. */
export function jpegWith(exif: Uint8Array | undefined): Uint8Array {
  const app1 = exif ? segment(0xe1, [...Buffer.from("Exif\0\0", "latin1"), ...exif]) : [];
  return Uint8Array.from([0xff, 0xd8, ...app1, ...TINY_JPEG_BODY]);
}
const segment = (marker: number, content: readonly number[]): number[] => {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...content];
};
/** Quantisation table, frame, scan and end of a grey pixel. */
const TINY_JPEG_BODY: readonly number[] = [
  ...segment(0xdb, [0, ...new Array<number>(64).fill(1)]),
  ...segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
  ...segment(0xc4, [0, 1, ...new Array<number>(15).fill(0), 0]),
  ...segment(0xc4, [0x10, 1, ...new Array<number>(15).fill(0), 0]),
  ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  0x3f,
  0xff,
  0xd9,
];
