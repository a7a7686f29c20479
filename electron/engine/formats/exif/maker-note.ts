import { isUtf8 } from "node:buffer";
import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import type { Reveals } from "../../../../shared/policy/sensitive-tags.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { isBinary, type Look, plain } from "../look.ts";
import { type IfdEntry, type TiffTree, textOf } from "./ifd.ts";
import { CANON, MAKERS, type Maker } from "./maker-note-makers.ts";

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
  const shift = maker === CANON ? canonShift(note, valueAt, littleEndian) : 0;
  const frame = { around, littleEndian, maker, shift };
  return directoryFields(frame, maker.ifdAt(note) + valueAt - origin, maker.tags).map((field) => ({
    ...field,
    at: field.at + origin,
  }));
}

/**
 * A value without what it tells, at its length: no text, Canon's number for no town, and as towns are
 * numbered from 0 in SHORT, a town that is none.
 */
export const blankField = ({ type, length }: NoteField): Uint8Array =>
  new Uint8Array(length).fill(type === SHORT ? 0xff : 0);

const WHERE = "MakerNote";

/** The first directory of a TIFF structure that is nothing but Canon's note, as in CR3. */
export const CANON_NOTE = WHERE;

/** The same for such a structure. */
export const canonNoteFields = (source: ByteSource, tree: TiffTree): readonly NoteField[] =>
  directoryFields(
    { around: source, littleEndian: tree.littleEndian, maker: CANON, shift: 0 },
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
  /** How far the values have moved since the offsets were written. */
  readonly shift: number;
}

/**
 * Editors copy Canon's note to another place and leave its offsets as they were. Its last eight bytes
 * say where the camera had put it; of no use where the values end right before them as it is.
 */
function canonShift(note: ByteSource, noteAt: number, littleEndian: boolean): number {
  const footerAt = note.size - FOOTER_BYTES;
  const was = note.u32(footerAt + 4, littleEndian);
  const isFooter = note.latin1(footerAt, footerAt + 4) === (littleEndian ? "II*\0" : "MM\0*");
  if (!isFooter || was === undefined || was === noteAt) return 0;
  const count = Math.min(note.u16(0, littleEndian) ?? 0, MAX_ENTRIES);
  const ends = Array.from({ length: count }, (_, index) => {
    const at = 2 + index * ENTRY_BYTES;
    const bytes = lengthOf(note, at, littleEndian);
    return bytes <= 4 ? 0 : (note.u32(at + 8, littleEndian) ?? 0) + bytes;
  });
  return Math.max(...ends, 0) === noteAt + footerAt ? 0 : noteAt - was;
}
const FOOTER_BYTES = 8;

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
  { around, littleEndian, maker, shift }: Frame,
  at: number,
  tag: number,
  meaning: Reveals,
): NoteField {
  const bytes = lengthOf(around, at, littleEndian);
  const valueAt = bytes <= 4 ? at + 8 : (around.u32(at + 8, littleEndian) ?? 0) + shift;
  const isThere = valueAt >= 0 && valueAt < around.size;
  const length = isThere ? Math.min(bytes, MAX_TEXT, around.size - valueAt) : 0;
  const type = around.u16(at + 2, littleEndian) ?? 0;
  const field = { tag, meaning, type, at: valueAt, length, textAt: 0, littleEndian };
  const numberAt = maker.numberAt?.[tag];
  if (numberAt === undefined) return { ...field, textAt: maker.textAt?.[tag] ?? 0 };
  return { ...field, at: valueAt + numberAt, length: length >= numberAt + 4 ? 4 : 0 };
}

/** Bytes of an entry's value (TIFF 6.0, section 2). */
const lengthOf = (around: ByteSource, at: number, littleEndian: boolean): number =>
  (around.u32(at + 4, littleEndian) ?? 0) *
  (TYPE_BYTES[around.u16(at + 2, littleEndian) ?? 0] ?? 0);

function valueFacts(source: ByteSource, field: NoteField, look: Look): Revelation[] {
  const { tag, meaning, type, at, length, textAt, littleEndian } = field;
  const bytes = source.bytes(at + textAt, at + length);
  if (bytes.every((byte) => byte === 0 || byte === 0xff)) return [];
  if (type === LONG) {
    const number = source.u32(at, littleEndian);
    if (meaning.kind !== "location") return [look.fact(meaning, WHERE, String(number))];
    return number === NO_TOWN ? [] : [look.fact(meaning, WHERE)];
  }
  const text = readable(bytes);
  if (text !== undefined) {
    const isNothing = isSpare(text) || (tag === NIKON_SERIAL && isCipherKey(text));
    return isNothing ? [] : [look.fact(meaning, WHERE, text)];
  }
  if (type === ASCII || textAt > 0) return [];
  const hex = ["unique-id", "live-photo"].includes(meaning.type)
    ? Buffer.from(bytes).toString("hex")
    : null;
  return [look.fact(meaning, WHERE, hex)];
}
const ASCII = 2;
const SHORT = 3;
const LONG = 4;
/** What Canon writes where no town was chosen. */
const NO_TOWN = 0x7ffe;

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
