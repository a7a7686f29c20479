import { isUtf8 } from "node:buffer";
import type { Revelation } from "../../../shared/policy/metadata-risk.ts";
import type { Reveals } from "../../../shared/policy/sensitive-tags.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { type IfdEntry, type TiffTree, textOf } from "./ifd.ts";
import { isBinary, type Look, plain } from "./look.ts";

/*
 * MakerNotes are private and undocumented; most begin with a name and hold one TIFF directory, whose
 * offsets count from the note's start, from a header inside it, or from the Exif header around it.
 * Only the tags that are known to name people, places and single cameras are read.
 */
interface Maker {
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
  /** Directories inside: tags that lead to more tags. */
  readonly inside?: Readonly<Record<number, Readonly<Record<number, Reveals>>>>;
}

const SERIAL: Reveals = { kind: "device", type: "serial-number" };
const UNIQUE: Reveals = { kind: "device", type: "unique-id" };
const OWNER: Reveals = { kind: "identity", type: "owner-name" };
const PERSON: Reveals = { kind: "identity", type: "person-name" };
const PLACE: Reveals = { kind: "location", type: "place-name" };
const COUNTRY: Reveals = { kind: "location", type: "country" };
const CAPTION: Reveals = { kind: "identity", type: "caption" };
const MOTION: Reveals = { kind: "device", type: "motion-sensor" };

const OLYMPUS = { 521: UNIQUE, 1028: SERIAL, 4122: SERIAL };
const OLYMPUS_INSIDE = { 8208: { 257: SERIAL, 258: SERIAL, 514: SERIAL, 770: SERIAL } };
const isIntel = (at: number) => (note: ByteSource) => note.latin1(at, at + 2) === "II";

const MAKERS: readonly Maker[] = [
  {
    head: /^Apple iOS\0/,
    ifdAt: () => 14,
    base: 0,
    littleEndian: isIntel(12),
    tags: { 8: MOTION, 11: UNIQUE, 17: UNIQUE, 21: UNIQUE, 32: UNIQUE, 43: UNIQUE },
  },
  {
    head: /^Nikon\0[^\0]/,
    ifdAt: (note) => 10 + (note.u32(14, isIntel(10)(note)) ?? 0),
    base: 10,
    littleEndian: isIntel(10),
    tags: { 29: SERIAL, 160: SERIAL, 57: PLACE },
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
  { head: /^PENTAX \0/, ifdAt: () => 10, base: 0, littleEndian: isIntel(8), tags: { 553: SERIAL } },
  { head: /^AOC\0/, ifdAt: () => 6, base: "exif", tags: { 553: SERIAL } },
  { head: /^SONY/, ifdAt: () => 12, base: "exif", tags: { 8241: SERIAL } },
  {
    make: /^canon/i,
    ifdAt: () => 0,
    base: "exif",
    tags: { 9: OWNER, 12: SERIAL, 40: UNIQUE, 150: SERIAL },
  },
  { make: /^samsung/i, ifdAt: () => 0, base: 0, tags: { 48: PLACE, 49: PLACE, 40962: SERIAL } },
];

const MAKE = 0x010f;
const ENTRY_BYTES = 12;
/** Entries read of one directory, and characters of one value. */
const MAX_ENTRIES = 512;
const MAX_TEXT = 512;

/** What a MakerNote of a known maker says about people, places and this one camera. */
export function makerNoteFacts(
  source: ByteSource,
  tree: TiffTree,
  entry: IfdEntry,
  look: Look,
): readonly Revelation[] {
  const { valueAt, valueLength } = entry;
  const note = source.slice(valueAt, valueAt + valueLength);
  const maker = makerOf(source, tree, note);
  const previews = hasPicture(note)
    ? [look.fact({ kind: "thumbnail", type: "embedded-preview" }, WHERE)]
    : [];
  if (!maker) return previews;
  const around = maker.base === "exif" ? source : note.slice(maker.base, note.size);
  const shift = maker.base === "exif" ? valueAt : -maker.base;
  const littleEndian = maker.littleEndian?.(note) ?? tree.littleEndian;
  const at = maker.ifdAt(note) + shift;
  return [...previews, ...directoryFacts({ around, littleEndian, maker }, at, maker.tags, look)];
}

const WHERE = "MakerNote";

function makerOf(source: ByteSource, tree: TiffTree, note: ByteSource): Maker | undefined {
  const head = note.latin1(0, 16);
  const known = MAKERS.find((maker) => maker.head?.test(head));
  const make = tree.ifds[0]?.entries.find(({ tag }) => tag === MAKE);
  const text = make ? textOf(source, tree, make) : "";
  return known ?? MAKERS.find((maker) => maker.make?.test(text));
}

/** A JPEG's first two markers: previews stand in notes as they are. */
function hasPicture(note: ByteSource): boolean {
  const bytes = Buffer.from(note.bytes(0, MAX_NOTE));
  for (let at = bytes.indexOf(SOI); at >= 0; at = bytes.indexOf(SOI, at + 1)) {
    const next = bytes[at + SOI.length] ?? 0;
    if (next === 0xdb || next === 0xe0 || next === 0xe1) return true;
  }
  return false;
}
const MAX_NOTE = 1024 * 1024;
const SOI = Buffer.from([0xff, 0xd8, 0xff]);

/** The bytes that offsets count in. */
interface Frame {
  readonly around: ByteSource;
  readonly littleEndian: boolean;
  readonly maker: Maker;
}

function directoryFacts(
  frame: Frame,
  start: number,
  tags: Maker["tags"],
  look: Look,
  isInner = false,
): readonly Revelation[] {
  const { around, littleEndian, maker } = frame;
  const count = Math.min(around.u16(start, littleEndian) ?? 0, MAX_ENTRIES);
  const facts: Revelation[] = [];
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * ENTRY_BYTES;
    const tag = around.u16(at, littleEndian);
    if (tag === undefined) break;
    const meaning = tags[tag];
    const inner = isInner ? undefined : maker.inside?.[tag];
    if (meaning) facts.push(...valueFacts(frame, at, meaning, look));
    if (inner)
      facts.push(
        ...directoryFacts(frame, around.u32(at + 8, littleEndian) ?? 0, inner, look, true),
      );
  }
  return facts;
}

function valueFacts(frame: Frame, at: number, meaning: Reveals, look: Look): Revelation[] {
  const { around, littleEndian, maker } = frame;
  const tag = around.u16(at, littleEndian) ?? 0;
  const type = around.u16(at + 2, littleEndian) ?? 0;
  const size = (around.u32(at + 4, littleEndian) ?? 0) * (TYPE_BYTES[type] ?? 0);
  const valueAt = size <= 4 ? at + 8 : (around.u32(at + 8, littleEndian) ?? 0);
  const skip = maker.textAt?.[tag] ?? 0;
  const bytes = around.bytes(valueAt + skip, valueAt + Math.min(size, MAX_TEXT));
  if (bytes.every((byte) => byte === 0 || byte === 0xff)) return [];
  if (type === LONG) return [look.fact(meaning, WHERE, String(around.u32(valueAt, littleEndian)))];
  const text = readable(bytes);
  if (text !== undefined) return isSpare(text) ? [] : [look.fact(meaning, WHERE, text)];
  if (type === ASCII || skip > 0) return [];
  const hex = meaning.type === "unique-id" ? Buffer.from(bytes).toString("hex") : null;
  return [look.fact(meaning, WHERE, hex)];
}
const ASCII = 2;
const LONG = 4;

/** Bytes as text up to their first NUL; undefined when they are none. */
function readable(bytes: Uint8Array): string | undefined {
  const end = bytes.indexOf(0);
  const text = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end));
  if (text.length < 2 || !isUtf8(text) || isBinary(text.toString())) return undefined;
  return plain(text.toString());
}

const TYPE_BYTES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  7: 1,
  9: 4,
  10: 8,
  13: 4,
};

/** What cameras write where nothing was entered. */
const isSpare = (text: string): boolean => /^([-\s0?*]*|OLYMPUS DIGITAL CAMERA)$/.test(text);
