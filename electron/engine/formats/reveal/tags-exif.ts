import exifr from "exifr";
import type { PhotoTag } from "../../../../shared/model/photo.ts";
import { exifTagName, isPrivate } from "../../../../shared/policy/sensitive-tags.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { tagText } from "../exif/exif-text.ts";
import { type Ifd, type IfdEntry, readTiff, type TiffTree } from "../exif/ifd.ts";
import { isPointer } from "../exif/ifd-tree.ts";
import type { Block } from "../format.ts";
import { nestedKind, tagMeaning } from "./reveal-exif.ts";

/** Bytes of a TIFF structure handed to the library at most; what is longer is told by our own reader alone. */
const MAX_LIBRARY_BYTES = 1024 * 1024;
/** Tags listed of one directory at most. */
const MAX_ENTRIES = 500;

/** Reads the tags of a block that stands inside a tag. */
type Inner = (kind: Block["kind"], source: ByteSource) => Promise<readonly PhotoTag[] | undefined>;

/** Words for a directory's values, by tag number: "Horizontal (normal)" for an Orientation of 1. */
type Words = Readonly<Record<string, Readonly<Record<number, unknown>>>>;

/**
 * Every tag of a TIFF structure. Our own reader says which there are; the library only puts values
 * into words, where it manages to.
 * @returns undefined when it is no TIFF structure.
 */
export async function tiffTags(
  source: ByteSource,
  inner: Inner,
): Promise<readonly PhotoTag[] | undefined> {
  const tree = readTiff(source);
  if (!tree.ok) return undefined;
  const words = await wordsOf(source);
  const tags: PhotoTag[] = [];
  for (const ifd of tree.value.ifds) {
    for (const entry of ifd.entries.slice(0, MAX_ENTRIES)) {
      if (isPointer(entry.tag)) continue;
      const nested = nestedKind(entry.tag);
      const value = source.slice(entry.valueAt, entry.valueAt + entry.valueLength);
      const inside = nested && (await inner(nested, value));
      tags.push(...(inside ?? [tagOf(source, tree.value, ifd, entry, words)]));
    }
  }
  return tags;
}

function tagOf(
  source: ByteSource,
  tree: TiffTree,
  ifd: Ifd,
  entry: IfdEntry,
  words: Words,
): PhotoTag {
  const meaning = tagMeaning(tree, ifd, entry);
  const own = tagText(source, tree, entry);
  const word = words[LIBRARY_NAMES[ifd.name] ?? ""]?.[entry.tag];
  const isWord = typeof word === "string" && /^[-+\d\s.]*$/.test(own ?? "");
  return {
    group: ifd.name,
    name: exifTagName(ifd.name, entry.tag),
    value: isWord && word !== "" ? word : (own ?? `${entry.valueLength} bytes`),
    kind: isPrivate(meaning) ? meaning.kind : null,
  };
}

const LIBRARY_NAMES: Readonly<Record<string, string>> = {
  IFD0: "ifd0",
  ExifIFD: "exif",
  GPS: "gps",
  Interop: "interop",
  IFD1: "ifd1",
};

/** The library reads a copy in memory, of bounded size, and opens nothing. */
async function wordsOf(source: ByteSource): Promise<Words> {
  if (source.size > MAX_LIBRARY_BYTES) return {};
  try {
    const parsed: unknown = await exifr.parse(source.bytes(0, source.size), {
      ...EVERY_DIRECTORY,
      mergeOutput: false,
      sanitize: true,
    });
    return isWords(parsed) ? parsed : {};
  } catch {
    // It gives up on many files that can be read: our own reader's values stand.
    return {};
  }
}

const AS_WORDS = { translateKeys: false, translateValues: true, reviveValues: false };
const EVERY_DIRECTORY = {
  tiff: AS_WORDS,
  ifd0: AS_WORDS,
  exif: AS_WORDS,
  gps: AS_WORDS,
  interop: AS_WORDS,
  ifd1: AS_WORDS,
  makerNote: false,
  userComment: false,
  xmp: false,
  iptc: false,
  icc: false,
  jfif: false,
};

const isWords = (value: unknown): value is Words =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((part) => typeof part === "object" && part !== null);
