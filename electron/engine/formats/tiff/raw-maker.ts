import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Edit } from "../exif/ifd-edit.ts";
import type { IfdEntry, TiffTree } from "../exif/ifd-tree.ts";
import { blankField, NIKON_SERIAL, type NoteField, noteFields } from "../exif/maker-note.ts";

const NIKON = "Nikon\0";

/**
 * Zeros over what a maker note of a known layout says about people, places and the one camera;
 * all else in it stays, because converters look there. Sony encrypts most of its fields: they stay.
 */
export function makerNoteEdits(
  source: ByteSource,
  tree: TiffTree,
  note: IfdEntry,
  { drops }: StripPlan,
): readonly Edit[] {
  const isNikon = source.latin1(note.valueAt, note.valueAt + NIKON.length) === NIKON;
  return noteFields(source, tree, note)
    .filter(({ meaning, length }) => drops.has(meaning.kind) && length > 0)
    .map((field) =>
      isNikon && field.tag === NIKON_SERIAL ? cipherKey(source, field) : blank(field),
    );
}

const blank = (field: NoteField): Edit => ({ at: field.at, bytes: blankField(field) });

/**
 * Nikon's white balance is encrypted with the lowest eight bits of the serial number (LibRaw,
 * ExifTool), so all but these go: "6012345" becomes "0000057", because 6012345 mod 256 is 57. A
 * number that is not written in digits is no key of a known cipher and goes as a whole.
 */
function cipherKey(source: ByteSource, field: NoteField): Edit {
  const text = source.latin1(field.at, field.at + field.length);
  const digits = /^(\d{4,20})[\0 ]*$/.exec(text)?.[1];
  if (!digits) return blank(field);
  const key = String(BigInt(digits) % 256n).padStart(digits.length, "0");
  return { at: field.at, bytes: Uint8Array.from(Buffer.from(key, "latin1")) };
}
