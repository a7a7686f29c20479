import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reveal } from "../reveal/reveal.ts";
import { ascii, fileOf } from "../testing/content-builder.ts";
import { exifPointer } from "../testing/content-cases.ts";
import { buildTiff, type TiffPage } from "../testing/tiff-builder.ts";

type Note = (at: number) => Uint8Array;
const notes = (make: string, note: Uint8Array | Note) => {
  const content = typeof note === "function" ? { note } : { bytes: note };
  const bytes = buildTiff([
    [{ tag: 0x010f, text: make }, exifPointer([{ tag: 0x927c, ...content }])],
  ]);
  const { file, inspection } = fileOf("exif", bytes);
  return reveal(file, inspection)
    .filter(({ source }) => source === "MakerNote")
    .map(({ kind, type, value }) => `${kind}/${type}: ${value}`);
};
/** Nikon's header, then a TIFF structure of its own. */
const nikon = (page: TiffPage, littleEndian: boolean): Uint8Array =>
  Uint8Array.from([...ascii("Nikon\0\x02\x10\0\0"), ...buildTiff([page], { littleEndian })]);

const u16 = (value: number) => [value & 255, value >> 8];
const u32 = (value: number) => [...u16(value & 0xffff), ...u16(value >>> 16)];
/** A directory of one tag, whose value stands behind it, in a note that begins at `at`. */
const oneTag = (at: number, tag: number, type: number, count: number, value: readonly number[]) => [
  ...[...u16(1), ...u16(tag), ...u16(type), ...u32(count), ...u32(at + 18), ...u32(0)],
  ...value,
];

describe("a MakerNote", () => {
  it("of Canon names the town its clock is set by, where one was chosen", () => {
    const town = (number: number) =>
      notes("Canon", (at) =>
        Uint8Array.from(oneTag(at, 53, 4, 4, [16, 60, number, 0].flatMap(u32))),
      );
    expect(town(15)).toEqual(["location/place-name: null"]);
    expect(town(0)).toEqual([]);
    expect(town(0x7ffe)).toEqual([]);
  });

  it("of Canon is found where an editor moved it: its last bytes say where it stood", () => {
    const owner = [...ascii("Jane Doe"), 0, 0];
    const moved = (by: number, isTold: boolean): Note => {
      const footer = (at: number) => [...ascii("II*\0"), ...u32(isTold ? at - by : at)];
      return (at) => Uint8Array.from([...oneTag(at - by, 9, 2, 10, owner), ...footer(at)]);
    };
    expect(notes("Canon", moved(0, true))).toEqual(["identity/owner-name: Jane Doe"]);
    expect(notes("Canon", moved(20, true))).toEqual(["identity/owner-name: Jane Doe"]);
    expect(notes("Canon", moved(-128, true))).toEqual(["identity/owner-name: Jane Doe"]);
    expect(notes("Canon", moved(-128, false))).toEqual([]);
  });

  it("of Casio names the home town, that of Pentax those of home and journey", () => {
    const casio: Note = (at) =>
      Uint8Array.from([...ascii("QVC\0\0\0"), ...oneTag(at + 6, 12294, 2, 6, [...ascii("Turin")])]);
    expect(notes("CASIO", casio)).toEqual(["location/place-name: Turin"]);
    const pentax = (town: number) => [...u16(1), ...u16(35), ...u16(3), ...u32(1), ...u32(town)];
    const aoc = (town: number) => Uint8Array.from([...ascii("AOC\0II"), ...pentax(town)]);
    expect(notes("PENTAX", aoc(41))).toEqual(["location/place-name: null"]);
    expect(notes("PENTAX", aoc(0xffff))).toEqual([]);
  });

  it("of Nikon names the camera's number", () => {
    const bytes = nikon([{ tag: 0x1d, text: "No.1234567" }], false);
    expect(notes("NIKON", bytes)).toEqual(["device/serial-number: No.1234567"]);
  });

  it("of Nikon names the place, where there is one", () => {
    const info = (place: string) => ascii(`0100\x01ABC\0${place.padEnd(70, "\0")}`);
    const at = (place: string) => notes("NIKON", nikon([{ tag: 0x39, bytes: info(place) }], true));
    expect(at("Oslo harbour")).toEqual(["location/place-name: Oslo harbour"]);
    expect(at("")).toEqual([]);
  });

  it("that holds a preview says so", () => {
    const bytes = Uint8Array.from([...ascii("Unknown\0"), 0xff, 0xd8, 0xff, 0xdb, 1, 2, 3]);
    expect(notes("Unknown", bytes)).toEqual(["thumbnail/embedded-preview: null"]);
  });

  it("of Apple, whose offsets count from its own start, names the burst", () => {
    const head = "Apple iOS\0\0\x01MM";
    const bytes = Uint8Array.from([
      ...ascii(head),
      0,
      1,
      0,
      0x0b,
      0,
      2,
      0,
      0,
      0,
      6,
      0,
      0,
      0,
      32,
      0,
      0,
      0,
      0,
      ...ascii("BURST\0"),
    ]);
    expect(notes("Apple", bytes)).toEqual(["device/unique-id: BURST"]);
  });

  it("is read without an error, whatever stands in it", () => {
    const heads = [
      "Apple iOS\0\0\x01MM",
      "Nikon\0\x02\0\0\0II*\0",
      "Panasonic\0\0\0",
      "OLYMPUS\0II\x03\0",
      "OLYMP\0\x01\0",
      "FUJIFILM\x0c\0\0\0",
      "PENTAX \0II",
      "AOC\0II",
      "SONY DSC \0\0\0",
      "QVC\0\0\0",
      "MOT\0\0\0\0\0",
      "Ricoh\0\0\0",
      "",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.constantFrom("Canon", "SAMSUNG"),
        fc.uint8Array({ maxLength: 100 }),
        (head, make, rest) => {
          notes(make, Uint8Array.from([...ascii(head), ...rest]));
          notes(make, Uint8Array.from([...rest, ...ascii("II*\0"), ...rest.slice(0, 4)]));
        },
      ),
      { numRuns: 500 },
    );
  });
});
