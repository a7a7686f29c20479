import { buildTiff, type TiffPage, type TiffTag } from "./tiff-builder.ts";
import { GPS, jpegWith, XMP } from "./tiff-photos.ts";

/* Camera raw files with all that identifies a place, a person or a camera. All of it is invented. */

const SHORT = 3;
const LONG = 4;
const RATIONAL = 5;
const UNDEFINED = 7;
const ASCII = 2;

/** What must go with the place and the person, in every raw file built here. */
export const RAW_SECRETS = ["Ada Example", "SERIAL-0042", "2021:12:13", "12,30.5N"] as const;
export const SENSOR = Uint8Array.from({ length: 96 }, (_, index) => (index * 29 + 3) % 256);

/** A field of a maker note. */
type Field = readonly [tag: number, type: number, value: Uint8Array];
export const text = (tag: number, value: string): Field => [tag, ASCII, Buffer.from(`${value}\0`)];

/** A maker's directory; `at` is where it stands, counted from where its offsets count. */
export function directory(fields: readonly Field[], at: number, le = true): Uint8Array {
  const head = Buffer.alloc(2 + fields.length * 12 + 4);
  const values: Buffer[] = [];
  let next = at + head.length;
  const u16 = (value: number, where: number) =>
    le ? head.writeUInt16LE(value, where) : head.writeUInt16BE(value, where);
  const u32 = (value: number, where: number) =>
    le ? head.writeUInt32LE(value, where) : head.writeUInt32BE(value, where);
  u16(fields.length, 0);
  for (const [index, [tag, type, value]] of fields.entries()) {
    const slot = 2 + index * 12;
    u16(tag, slot);
    u16(type, slot + 2);
    u32(value.length / (type === LONG ? 4 : 1), slot + 4);
    if (value.length <= 4) head.set(value, slot + 8);
    else {
      u32(next, slot + 8);
      values.push(Buffer.from(value));
      next += value.length;
    }
  }
  return Buffer.concat([head, ...values]);
}

const latin1 = (value: string) => Buffer.from(value, "latin1");
const long = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const withBase = (header: string, fields: readonly Field[]) => () =>
  Buffer.concat([latin1(header), directory(fields, header.length)]);
const inFile = (header: string, fields: readonly Field[]) => (at: number) =>
  Buffer.concat([latin1(header), directory(fields, at + header.length)]);

/** Olympus: offsets from the note's start, serial numbers in a directory below. */
function olympusNote(): Uint8Array {
  const header = latin1("OLYMPUS\0II\x03\0");
  const below = header.length + 2 + 12 + 4;
  const main = directory([[0x2010, 13, long(below)]], header.length);
  return Buffer.concat([header, main, directory([text(0x0101, "SERIAL-0042")], below)]);
}

/** Nikon: a TIFF header of its own; its white balance is encrypted with the serial number. */
const nikonNote = () =>
  Buffer.concat([
    latin1("Nikon\0\x02\x10\0\0II*\0\x08\0\0\0"),
    directory([text(0x001d, "6012345"), text(0x00a0, "NO= SERIAL-0042")], 8),
  ]);

const MAKER_NOTES: Readonly<Record<string, (at: number) => Uint8Array>> = {
  cr2: inFile("", [
    text(0x0009, "Ada Example"),
    text(0x0096, "SERIAL-0042"),
    text(0x00aa, "white balance that must stay"),
  ]),
  nef: nikonNote,
  orf: olympusNote,
  rw2: inFile("Panasonic\0\0\0", [
    [0x0025, UNDEFINED, latin1("SERIAL-0042\0")],
    text(0x0026, "0150"),
    text(0x0067, "12,30.5N"),
  ]),
  raf: withBase("FUJIFILM\x0c\0\0\0", [text(0x0010, "SERIAL-0042"), text(0x1000, "FINE ")]),
  arw: inFile("SONY DSC \0\0\0", [text(0x2031, "SERIAL-0042"), text(0xb020, "Standard")]),
  dng: () => latin1("a note that no converter needs"),
};

const MAKES: Readonly<Record<string, string>> = {
  cr2: "Canon",
  nef: "NIKON CORPORATION",
  orf: "OLYMPUS IMAGING CORP.",
  rw2: "Panasonic",
  raf: "FUJIFILM",
  arw: "SONY",
  dng: "Example Works",
};

const exif = (id: string): TiffPage => [
  { tag: 0x829a, type: RATIONAL, values: [1, 125] },
  { tag: 0x9003, text: "2020:01:02 03:04:05" },
  { tag: 0x927c, note: MAKER_NOTES[id] ?? (() => new Uint8Array(8)) },
  { tag: 0xa430, text: "Ada Example" },
  { tag: 0xa431, text: "SERIAL-0042" },
];

const described = (id: string): readonly TiffTag[] => [
  { tag: 0x010f, text: MAKES[id] ?? "" },
  { tag: 0x0110, text: "Model One" },
  { tag: 0x0112, type: SHORT, values: [8] },
  { tag: 0x013b, text: "Ada Example" },
  { tag: 0x02bc, bytes: Buffer.from(XMP), type: 1 },
  { tag: 0x8769, ifds: [exif(id)] },
  { tag: 0x8825, ifds: [GPS] },
];

const sensor = (photometric: number, compression: number): readonly TiffTag[] => [
  { tag: 0x00fe, type: LONG, values: [0] },
  { tag: 0x0100, type: SHORT, values: [12] },
  { tag: 0x0101, type: SHORT, values: [8] },
  { tag: 0x0102, type: SHORT, values: [8] },
  { tag: 0x0103, type: SHORT, values: [compression] },
  { tag: 0x0106, type: SHORT, values: [photometric] },
  { tag: 0x0111, sizes: 0x0117, data: [SENSOR] },
];

/** A camera's own JPEG, with an Exif block that says where it was. */
const previewJpeg = (id: string) => jpegWith(buildTiff([described(id)]));

/** A raw file of a format that is a TIFF structure; it lies on its side (orientation 8). */
export function rawFile(id: string, jpeg: Uint8Array = previewJpeg(id)): Uint8Array {
  const preview: TiffTag = { tag: 0x0201, sizes: 0x0202, data: [jpeg] };
  switch (id) {
    case "dng":
      return buildTiff([
        [
          ...described(id),
          { tag: 0x014a, ifds: [sensor(32803, 1)] },
          { tag: 0xc612, type: 1, values: [1, 4, 0, 0] },
          { tag: 0xc614, text: "Example Works One" },
          { tag: 0xc621, type: RATIONAL, values: [1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1] },
          { tag: 0xc62f, text: "SERIAL-0042" },
          { tag: 0xc68b, text: "Ada Example.RAW" },
        ],
      ]);
    case "cr2":
      return buildTiff([[...described(id)], [preview], [...sensor(32803, 6)]], {
        behindHeader: latin1("CR\x02\0\0\0\0\0"),
      });
    case "orf":
      return buildTiff([[...described(id), ...sensor(32803, 1)]], { magic: "IIRO" });
    case "rw2":
      return withSensorBehind(
        buildTiff(
          [
            [
              { tag: 0x0002, type: SHORT, values: [12] },
              { tag: 0x0003, type: SHORT, values: [8] },
              { tag: 0x000b, type: SHORT, values: [34316] },
              { tag: 0x002e, bytes: previewJpeg(id) },
              { tag: 0x0118, type: LONG, values: [0] },
              ...described(id),
            ],
          ],
          { magic: "IIU\0" },
        ),
      );
    default:
      return buildTiff([
        [
          ...described(id),
          {
            tag: 0x014a,
            ifds: [
              [{ tag: 0x00fe, type: LONG, values: [1] }, preview],
              sensor(32803, id === "nef" ? 34713 : 32767),
            ],
          },
        ],
      ]);
  }
}

/** Panasonic's sensor data stands behind everything, its offset in a tag of its own. */
function withSensorBehind(file: Uint8Array): Uint8Array {
  const bytes = Buffer.concat([file, SENSOR]);
  for (let slot = 10; ; slot += 12) {
    if (bytes.readUInt16LE(slot) !== 0x0118) continue;
    bytes.writeUInt32LE(file.length, slot + 8);
    return new Uint8Array(bytes);
  }
}

/** Fujifilm's: a header, the camera's JPEG, the sensor's directory and its data. */
export function rafFile(): Uint8Array {
  const jpeg = previewJpeg("raf");
  const header = Buffer.alloc(108);
  header.write("FUJIFILMCCD-RAW 0201FF000001Model One", "latin1");
  const sizes = Buffer.from([0, 0, 0, 1, 0x01, 0x11, 0, 4, 0, 8, 0, 12]);
  let at = header.length;
  for (const [index, part] of [jpeg, sizes, SENSOR].entries()) {
    header.writeUInt32BE(at, 84 + index * 8);
    header.writeUInt32BE(part.length, 88 + index * 8);
    at += part.length;
  }
  return new Uint8Array(Buffer.concat([header, jpeg, sizes, SENSOR]));
}
