import type { Reveals } from "../../../../shared/policy/sensitive-tags.ts";
import type { ByteSource } from "../../../base/bytes.ts";

/*
 * MakerNotes are private and undocumented; most begin with a name and hold one TIFF directory, whose
 * offsets count from the note's start, from a header inside it, or from the Exif header around it.
 * Only the tags that are known to name people, places and single cameras are read.
 */
export interface Maker {
  /** What the note begins with; without it, the camera's make decides. */
  readonly head?: RegExp;
  readonly make?: RegExp;
  /** Where its directory stands, from the note's start. */
  readonly ifdAt: (note: ByteSource) => number;
  /** Where its offsets count from: the note's start plus this, or the Exif header. */
  readonly base: number | "exif";
  /** Its own byte order, if it has one. */
  readonly littleEndian?: (note: ByteSource) => boolean;
  readonly tags: Readonly<Record<number, Reveals>>;
  /** Where a tag's text begins inside its value. */
  readonly textAt?: Readonly<Record<number, number>>;
  /** Where the one number that counts stands inside a tag's value. */
  readonly numberAt?: Readonly<Record<number, number>>;
  /** Directories inside: tags that lead to more tags. */
  readonly inside?: Readonly<Record<number, Readonly<Record<number, Reveals>>>>;
}

const SERIAL: Reveals = { kind: "device", type: "serial-number" };
/** Apple's ContentIdentifier, tag 0x0011: the film of a Live Photo has it too. */
const LIVE: Reveals = { kind: "device", type: "live-photo" };
const UNIQUE: Reveals = { kind: "device", type: "unique-id" };
const OWNER: Reveals = { kind: "identity", type: "owner-name" };
const PERSON: Reveals = { kind: "identity", type: "person-name" };
const PLACE: Reveals = { kind: "location", type: "place-name" };
const COUNTRY: Reveals = { kind: "location", type: "country" };
const CAPTION: Reveals = { kind: "identity", type: "caption" };
const MOTION: Reveals = { kind: "device", type: "motion-sensor" };

const OLYMPUS = { 521: UNIQUE, 1028: SERIAL, 4122: SERIAL };
const OLYMPUS_INSIDE = {
  8208: { 257: SERIAL, 258: SERIAL, 514: SERIAL, 770: SERIAL, 4099: SERIAL },
};
/** The towns that the clock is set by: at home, and where the journey goes. */
const PENTAX = { 35: PLACE, 36: PLACE, 553: SERIAL };
const isIntel = (at: number) => (note: ByteSource) => note.latin1(at, at + 2) === "II";

export const CANON: Maker = {
  make: /^canon/i,
  ifdAt: () => 0,
  base: "exif",
  // 53 holds the clock's settings; the third number is the town it is set by.
  tags: { 9: OWNER, 12: SERIAL, 40: UNIQUE, 53: PLACE, 150: SERIAL },
  numberAt: { 53: 8 },
};

export const MAKERS: readonly Maker[] = [
  {
    head: /^Apple iOS\0/,
    ifdAt: () => 14,
    base: 0,
    littleEndian: isIntel(12),
    tags: { 8: MOTION, 11: UNIQUE, 17: LIVE, 21: UNIQUE, 32: UNIQUE, 43: UNIQUE },
  },
  {
    head: /^Nikon\0[^\0]/,
    ifdAt: (note) => 10 + (note.u32(14, isIntel(10)(note)) ?? 0),
    base: 10,
    littleEndian: isIntel(10),
    tags: { 29: SERIAL, 160: SERIAL, 57: PLACE },
    textAt: { 57: 9 },
  },
  {
    head: /^Panasonic\0/,
    ifdAt: () => 12,
    base: "exif",
    tags: {
      37: SERIAL,
      82: SERIAL,
      85: SERIAL,
      101: CAPTION,
      102: PERSON,
      103: PLACE,
      105: COUNTRY,
      107: PLACE,
      97: PERSON,
      109: PLACE,
      111: PLACE,
      128: PLACE,
    },
  },
  {
    head: /^OLYMPUS\0/,
    ifdAt: () => 12,
    base: 0,
    littleEndian: isIntel(8),
    tags: OLYMPUS,
    inside: OLYMPUS_INSIDE,
  },
  {
    head: /^OM SYSTEM\0/,
    ifdAt: () => 16,
    base: 0,
    littleEndian: isIntel(12),
    tags: OLYMPUS,
    inside: OLYMPUS_INSIDE,
  },
  { head: /^OLYMP\0/, ifdAt: () => 8, base: "exif", tags: OLYMPUS, inside: OLYMPUS_INSIDE },
  {
    head: /^FUJIFILM/,
    ifdAt: (note) => note.u32(8, true) ?? 0,
    base: 0,
    littleEndian: () => true,
    tags: { 16: SERIAL },
  },
  { head: /^PENTAX \0/, ifdAt: () => 10, base: 0, littleEndian: isIntel(8), tags: PENTAX },
  { head: /^AOC\0/, ifdAt: () => 6, base: "exif", tags: PENTAX },
  { head: /^(QVC|DCI)\0/, ifdAt: () => 6, base: "exif", tags: { 12294: PLACE } },
  { head: /^MOT\0/, ifdAt: () => 8, base: 0, tags: { 21761: SERIAL } },
  { head: /^Ricoh\0/i, ifdAt: () => 8, base: "exif", tags: { 5: SERIAL } },
  { head: /^SONY/, ifdAt: () => 12, base: "exif", tags: { 8241: SERIAL } },
  CANON,
  {
    make: /^samsung/i,
    ifdAt: () => 0,
    base: 0,
    tags: { 48: PLACE, 49: PLACE, 291: PERSON, 40962: SERIAL, 40965: SERIAL },
  },
];
