import { type FormatId, RAW_FORMATS } from "../../../../shared/model/photo.ts";
import { isPrivate, type MetadataType } from "../../../../shared/policy/sensitive-tags.ts";
import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import type { IfdEntry } from "../exif/ifd-tree.ts";
import {
  DATE_TIME_ORIGINAL,
  DNG_PRIVATE_DATA,
  MAKER_NOTE_TAG,
  meaningOf,
  PACKETS,
} from "./tiff-tags.ts";

/** Panasonic numbers the tags of its first directory itself, up to here. */
const RW2_OWN_TAGS_END = 0x0131;
const PRINT_IMAGE_MATCHING = 0xc4a5;

/**
 * What stays in a camera's raw file whatever is stripped, because a raw converter looks at it:
 * the camera's name selects the decoder, maker notes hold white balance and linearisation, tags
 * that no public table names may, and previews are what most programs show.
 */
const STAYS: ReadonlySet<MetadataType> = new Set<MetadataType>([
  "device-model",
  "maker-note",
  "embedded-thumbnail",
  "embedded-preview",
  "unknown-tag",
]);

/**
 * Types of finding that a strip leaves in a file of this format; none but for camera raw files.
 * Panasonic's tag for the compression has the number that elsewhere names a program.
 */
export function staysIn(format: FormatId): ReadonlySet<MetadataType> {
  if (format === "rw2") return new Set([...STAYS, "software"]);
  return RAW_FORMATS.has(format) ? STAYS : new Set();
}

/**
 * Does a strip take this entry out of a raw file's directory?
 * @param tells whether the entry tells something of the kinds that go.
 */
export function rawDrops(
  format: FormatId,
  entry: IfdEntry,
  plan: StripPlan,
  tells: (entry: IfdEntry) => boolean,
): boolean {
  const { ifd, tag } = entry;
  if (format === "rw2" && ifd === "IFD0" && tag < RW2_OWN_TAGS_END) return false;
  if (plan.whole && plan.keepDate && tag === DATE_TIME_ORIGINAL) return false;
  if (PACKETS.has(tag)) return false;
  // DNG 1.7 chapter 2: a reader needs neither; Sony keeps decoding data under the second number.
  const isPrivateData = tag === MAKER_NOTE_TAG || tag === DNG_PRIVATE_DATA;
  if (isPrivateData && format !== "dng") return false;
  const meaning = meaningOf(entry);
  const isNeeded = isPrivate(meaning) && STAYS.has(meaning.type);
  const isUseless = isPrivateData || tag === PRINT_IMAGE_MATCHING;
  return (isUseless || !isNeeded) && tells(entry);
}
