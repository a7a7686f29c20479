import type { Coordinates } from "../../../../shared/model/geometry.ts";
import type { Revelation } from "../../../../shared/policy/metadata-risk.ts";
import { exifTag, isPrivate, type Reveals } from "../../../../shared/policy/sensitive-tags.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { tagText } from "../exif/exif-text.ts";
import { type Ifd, type IfdEntry, numbersOf, readTiff, type TiffTree } from "../exif/ifd.ts";
import { dataSpans } from "../exif/ifd-data.ts";
import { CANON_NOTE, canonNoteFacts, makerNoteFacts } from "../exif/maker-note.ts";
import { type Look, plain } from "../look.ts";
import { isUniform } from "../payload.ts";
import { onEarth } from "../text-place.ts";

/** Tags whose value is a block of another kind. */
const NESTED = {
  700: "xmp",
  33723: "iptc",
  34377: "photoshop",
} as const satisfies Record<number, string>;

export const nestedKind = (tag: number): "xmp" | "iptc" | "photoshop" | undefined =>
  Object.entries(NESTED).find(([number]) => Number(number) === tag)?.[1];

const POINTERS: readonly (readonly [tag: number, name: string])[] = [
  [0x8769, "ExifIFD"],
  [0x8825, "GPS"],
];
export const THUMBNAIL_OFFSET = 0x0201;
const MAKER_NOTE = 0x927c;
const PRIVATE_DATA = 0xc634;

/**
 * Everything a TIFF structure gives away. Its directories come in order; one fact a tag. `root` says
 * what the first one is, where it is not Exif's first.
 */
export function revealTiff(source: ByteSource, look: Look, root = "IFD0"): Revelation[] {
  const tree = readTiff(source, root);
  if (!tree.ok) {
    if (isUniform(source)) return [];
    return [
      look.fact({ kind: "hidden-data", type: "unreadable-block" }, "Exif"),
      ...look.into("bytes", source),
    ];
  }
  if (root === CANON_NOTE) {
    return [
      look.fact({ kind: "device", type: "maker-note" }, root),
      ...canonNoteFacts(source, tree.value, look),
    ];
  }
  return tree.value.ifds
    .flatMap((ifd) =>
      directory(ifd) === "GPS"
        ? revealGps(source, tree.value, ifd, look)
        : revealIfd(source, tree.value, ifd, look),
    )
    .concat(lostDirectories(tree.value, look));
}

export const directory = (ifd: Ifd) => ifd.name.slice(ifd.name.lastIndexOf("/") + 1);

function revealIfd(source: ByteSource, tree: TiffTree, ifd: Ifd, look: Look): Revelation[] {
  return ifd.entries.flatMap((entry) => entryFacts(source, tree, ifd, entry, look));
}

/** What one tag outside the GPS directory gives away, with what stands inside its value. */
export function entryFacts(
  source: ByteSource,
  tree: TiffTree,
  ifd: Ifd,
  entry: IfdEntry,
  look: Look,
): readonly Revelation[] {
  const where = `Exif ${ifd.name}`;
  const value = source.slice(entry.valueAt, entry.valueAt + entry.valueLength);
  const nested = nestedKind(entry.tag);
  if (nested) return look.into(nested, value, where);
  if (entry.tag === MAKER_NOTE || entry.tag === PRIVATE_DATA) {
    return makerFacts(source, tree, entry, value, look);
  }
  const meaning = tagMeaning(tree, ifd, entry);
  if (!isPrivate(meaning) || isPointerOrLength(entry.tag)) return [];
  if (entry.tag === THUMBNAIL_OFFSET) {
    return [look.fact(meaning, where), ...thumbnailFacts(source, tree, ifd, entry, look)];
  }
  return textFacts(source, tree, entry, meaning, look);
}

function makerFacts(
  source: ByteSource,
  tree: TiffTree,
  entry: IfdEntry,
  value: ByteSource,
  look: Look,
): readonly Revelation[] {
  if (!look.affords(value.size)) return [look.givenUp("MakerNote")];
  if (isUniform(value)) return [];
  return [
    look.fact({ kind: "device", type: "maker-note" }, `Exif ${entry.ifd}`),
    ...makerNoteFacts(source, tree, entry, look),
    ...look.into("bytes", value, "MakerNote"),
  ];
}

/** What an entry is, in view of the directory it stands in. */
export function tagMeaning(tree: TiffTree, ifd: Ifd, entry: IfdEntry) {
  const isThumbnail = entry.tag === THUMBNAIL_OFFSET || entry.tag === THUMBNAIL_OFFSET + 1;
  if (!isThumbnail) return exifTag(ifd.name, entry.tag);
  if (ifd.name === "IFD0") return "structure";
  if (isThumbnailIfd(tree, ifd)) return { kind: "thumbnail", type: "embedded-thumbnail" } as const;
  return { kind: "thumbnail", type: "embedded-preview" } as const;
}

/**
 * Is the directory Exif's thumbnail (Exif 2.32, 4.5.8), not a page of its own? In a file whose first
 * directory is a picture it must say so itself (NewSubfileType, bit 0).
 */
export function isThumbnailIfd(tree: TiffTree, ifd: Ifd): boolean {
  if (ifd.name !== "IFD1") return false;
  const [main] = tree.ifds;
  const isPicture = main?.entries.some(({ tag }) => tag === 0x0111 || tag === 0x0144);
  return !isPicture || ifd.entries.some(({ tag, count }) => tag === 0x00fe && count === 1);
}

/** The pointer and the thumbnail's length say nothing that the directory behind does not say. */
const isPointerOrLength = (tag: number) => tag === 0x8825 || tag === THUMBNAIL_OFFSET + 1;

function textFacts(
  source: ByteSource,
  tree: TiffTree,
  entry: IfdEntry,
  meaning: Reveals,
  look: Look,
): Revelation[] {
  const where = `Exif ${entry.ifd}`;
  if (!look.affords(entry.valueLength)) return [look.givenUp(where)];
  const value = tagText(source, tree, entry);
  if (value === null) {
    if (isUniform(source.slice(entry.valueAt, entry.valueAt + entry.valueLength))) return [];
    return [look.fact(meaning, where)];
  }
  if (plain(value) === "" || (meaning.kind === "time" && !/[1-9]/.test(value))) return [];
  return look.text(meaning, value, where);
}

function thumbnailFacts(source: ByteSource, tree: TiffTree, ifd: Ifd, entry: IfdEntry, look: Look) {
  return dataSpans(source, tree, ifd, entry).spans.flatMap(({ start, end }) =>
    look.into("bytes", source.slice(start, end), "Exif thumbnail"),
  );
}

/** A GPS directory is one fact. One that holds nothing but its version is none. */
function revealGps(source: ByteSource, tree: TiffTree, ifd: Ifd, look: Look): Revelation[] {
  const told = ifd.entries.filter(({ tag, valueLength }) => tag !== 0 && valueLength > 0);
  if (told.length === 0) return [];
  const where = `Exif ${ifd.name}`;
  const at = (ref: number) => gpsPlace(source, tree, ifd, ref);
  const facts = [look.fact({ kind: "location", type: "gps" }, where, null, at(1) ?? null)];
  const destination = at(0x13);
  if (destination) {
    facts.push(
      look.fact({ kind: "location", type: "gps" }, `${where} destination`, null, destination),
    );
  }
  const area = told.find(({ tag }) => tag === 0x1c);
  const name = area && tagText(source, tree, area);
  if (name && plain(name))
    facts.push(look.fact({ kind: "location", type: "place-name" }, where, name));
  const day = told.find(({ tag }) => tag === 0x1d);
  const date = day && tagText(source, tree, day);
  if (date && /[1-9]/.test(date))
    facts.push(look.fact({ kind: "time", type: "capture-time" }, where, date));
  return facts;
}

/** Four tags in a row: latitude's hemisphere, latitude, longitude's hemisphere, longitude (Exif 2.32, 4.6.6). */
function gpsPlace(
  source: ByteSource,
  tree: TiffTree,
  ifd: Ifd,
  first: number,
): Coordinates | undefined {
  const entry = (tag: number) => ifd.entries.find((candidate) => candidate.tag === tag);
  const degrees = (ref: number) => {
    const value = entry(ref + 1);
    if (!value) return Number.NaN;
    const [whole = Number.NaN, minutes = 0, seconds = 0] = numbersOf(source, tree, value);
    const size =
      whole +
      (Number.isNaN(minutes) ? 0 : minutes) / 60 +
      (Number.isNaN(seconds) ? 0 : seconds) / 3600;
    const hemisphere = entry(ref);
    const letter = hemisphere ? (tagText(source, tree, hemisphere) ?? "") : "";
    return /^\s*[SW]/i.test(letter) ? -size : size;
  };
  return onEarth(degrees(first), degrees(first + 2));
}

/** A pointer that leads nowhere hides what we cannot judge. */
function lostDirectories(tree: TiffTree, look: Look): Revelation[] {
  return POINTERS.flatMap(([tag, name]) => {
    const isThere = tree.ifds.some((ifd) => directory(ifd) === name);
    const isPointed = tree.ifds.some((ifd) => ifd.entries.some((entry) => entry.tag === tag));
    if (isThere || !isPointed) return [];
    return [look.fact({ kind: "hidden-data", type: "unreadable-block" }, `Exif ${name}`)];
  });
}
