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

const CANON: Maker = {
  make: /^canon/i,
  ifdAt: () => 0,
  base: "exif",
  tags: { 9: OWNER, 12: SERIAL, 40: UNIQUE, 150: SERIAL },
};

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
  { head: /^PENTAX \0/, ifdAt: () => 10, base: 0, littleEndian: isIntel(8), tags: { 553: SERIAL } },
  { head: /^AOC\0/, ifdAt: () => 6, base: "exif", tags: { 553: SERIAL } },
  { head: /^SONY/, ifdAt: () => 12, base: "exif", tags: { 8241: SERIAL } },
  CANON,
  { make: /^samsung/i, ifdAt: () => 0, base: 0, tags: { 48: PLACE, 49: PLACE, 40962: SERIAL } },
];

const MAKE = 0x010f;
const ENTRY_BYTES = 12;
/** Entries read of one directory, and characters of one value. */
const MAX_ENTRIES = 512;
const MAX_TEXT = 512;

/** A value that names a person, a place or this one camera. Offsets count from the source's start. */
export interface NoteField {
  readonly tag: number;
  readonly meaning: Reveals;
  readonly type: number;
  readonly at: number;
  readonly length: number;
  /** Bytes before its text that are none. */
  readonly textAt: number;
  readonly littleEndian: boolean;
}

/** What a MakerNote of a known maker says about people, places and this one camera. */
export function makerNoteFacts(
  source: ByteSource,
  tree: TiffTree,
  entry: IfdEntry,
  look: Look,
): readonly Revelation[] {
  const note = source.slice(entry.valueAt, entry.valueAt + entry.valueLength);
  const previews = hasPicture(note)
    ? [look.fact({ kind: "thumbnail", type: "embedded-preview" }, WHERE)]
    : [];
  const fields = noteFields(source, tree, entry);
  return [...previews, ...fields.flatMap((field) => valueFacts(source, field, look))];
}

/** Where such values stand in a MakerNote of a known maker; none where the maker is unknown. */
export function noteFields(
  source: ByteSource,
  tree: TiffTree,
  { valueAt, valueLength }: IfdEntry,
): readonly NoteField[] {
  const note = source.slice(valueAt, valueAt + valueLength);
  const maker = makerOf(source, tree, note);
  if (!maker) return [];
  const origin = maker.base === "exif" ? 0 : valueAt + maker.base;
  const around = maker.base === "exif" ? source : note.slice(maker.base, note.size);
  const littleEndian = maker.littleEndian?.(note) ?? tree.littleEndian;
  const frame = { around, littleEndian, maker };
  return directoryFields(frame, maker.ifdAt(note) + valueAt - origin, maker.tags).map((field) => ({
    ...field,
    at: field.at + origin,
  }));
}

const WHERE = "MakerNote";

/** The first directory of a TIFF structure that is nothing but Canon's note, as in CR3. */
export const CANON_NOTE = WHERE;

/** The same for such a structure. */
export const canonNoteFields = (source: ByteSource, tree: TiffTree): readonly NoteField[] =>
  directoryFields(
    { around: source, littleEndian: tree.littleEndian, maker: CANON },
    tree.ifds[0]?.at ?? source.size,
    CANON.tags,
  );

export const canonNoteFacts = (
  source: ByteSource,
  tree: TiffTree,
  look: Look,
): readonly Revelation[] =>
  canonNoteFields(source, tree).flatMap((field) => valueFacts(source, field, look));

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

function directoryFields(
  frame: Frame,
  start: number,
  tags: Maker["tags"],
  isInner = false,
): readonly NoteField[] {
  const { around, littleEndian, maker } = frame;
  const count = Math.min(around.u16(start, littleEndian) ?? 0, MAX_ENTRIES);
  const fields: NoteField[] = [];
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * ENTRY_BYTES;
    const tag = around.u16(at, littleEndian);
    if (tag === undefined) break;
    const meaning = tags[tag];
    const inner = isInner ? undefined : maker.inside?.[tag];
    if (meaning) fields.push(fieldAt(frame, at, tag, meaning));
    if (inner)
      fields.push(...directoryFields(frame, around.u32(at + 8, littleEndian) ?? 0, inner, true));
  }
  return fields;
}

/** The value of the entry at `at`, as much of it as is there and is read. */
function fieldAt(
  { around, littleEndian, maker }: Frame,
  at: number,
  tag: number,
  meaning: Reveals,
): NoteField {
  const type = around.u16(at + 2, littleEndian) ?? 0;
  const bytes = (around.u32(at + 4, littleEndian) ?? 0) * (TYPE_BYTES[type] ?? 0);
  const valueAt = bytes <= 4 ? at + 8 : (around.u32(at + 8, littleEndian) ?? 0);
  const length = Math.max(0, Math.min(bytes, MAX_TEXT, around.size - valueAt));
  const textAt = maker.textAt?.[tag] ?? 0;
  return { tag, meaning, type, at: valueAt, length, textAt, littleEndian };
}

function valueFacts(source: ByteSource, field: NoteField, look: Look): Revelation[] {
  const { tag, meaning, type, at, length, textAt, littleEndian } = field;
  const bytes = source.bytes(at + textAt, at + length);
  if (bytes.every((byte) => byte === 0 || byte === 0xff)) return [];
  if (type === LONG) return [look.fact(meaning, WHERE, String(source.u32(at, littleEndian)))];
  const text = readable(bytes);
  if (text !== undefined) {
    const isNothing = isSpare(text) || (tag === NIKON_SERIAL && isCipherKey(text));
    return isNothing ? [] : [look.fact(meaning, WHERE, text)];
  }
  if (type === ASCII || textAt > 0) return [];
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

/** Nikon's serial number, whose lowest eight bits are the key of the white balance. */
export const NIKON_SERIAL = 0x001d;
/** A serial number of which nothing but that key is left, leading zeros before it. */
const isCipherKey = (text: string): boolean => /^0+\d{3}$/.test(text) && Number(text) < 256;
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
