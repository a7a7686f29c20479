import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reveal } from "./reveal.ts";
import { ascii, fileOf } from "./testing/content-builder.ts";
import { exifPointer } from "./testing/content-cases.ts";
import { buildTiff, type TiffPage } from "./testing/tiff-builder.ts";

const notes = (make: string, note: Uint8Array) => {
  const bytes = buildTiff([
    [{ tag: 0x010f, text: make }, exifPointer([{ tag: 0x927c, bytes: note }])],
  ]);
  const { file, inspection } = fileOf("exif", bytes);
  return reveal(file, inspection)
    .filter(({ source }) => source === "MakerNote")
    .map(({ kind, type, value }) => `${kind}/${type}: ${value}`);
};
/** Nikon's header, then a TIFF structure of its own. */
const nikon = (page: TiffPage, littleEndian: boolean): Uint8Array =>
  Uint8Array.from([...ascii("Nikon\0\x02\x10\0\0"), ...buildTiff([page], { littleEndian })]);

describe("a MakerNote", () => {
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
      "",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.constantFrom("Canon", "SAMSUNG"),
        fc.uint8Array({ maxLength: 100 }),
        (head, make, rest) => {
          notes(make, Uint8Array.from([...ascii(head), ...rest]));
        },
      ),
      { numRuns: 500 },
    );
  });
});
