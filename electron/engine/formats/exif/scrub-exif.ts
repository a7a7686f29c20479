import type { StripKind } from "../../../../shared/model/action.ts";
import { MemorySource } from "../../../base/bytes.ts";
import type { Content, Look } from "../look.ts";
import {
  directory,
  entryFacts,
  isThumbnailIfd,
  nestedKind,
  THUMBNAIL_OFFSET,
} from "../reveal/reveal-exif.ts";
import {
  applyEdits,
  dropEntries,
  type Edit,
  type Ifd,
  type IfdEntry,
  readTiff,
  type TiffTree,
} from "./ifd.ts";
import { dataSpans } from "./ifd-data.ts";
import { blankField, noteFields } from "./maker-note.ts";

type Drops = ReadonlySet<StripKind>;
type Scrubbed = Uint8Array | "drop";

/** The scrubbers of what can stand inside a TIFF structure; handed in, because that may be a TIFF structure. */
interface Inner {
  readonly scrub: (content: Content, bytes: Uint8Array, drops: Drops, look: Look) => Scrubbed;
  readonly scrubPhotoshop: (
    bytes: Uint8Array,
    drops: Drops,
    look: Look,
    isIptcChanged: boolean,
  ) => Uint8Array;
}

const GPS_POINTER = 0x8825;
/** GPSTimeStamp and GPSDateStamp tell when as well as where. */
const GPS_TIMES: ReadonlySet<number> = new Set([0x07, 0x1d]);
const DIRECTORY_POINTERS: ReadonlySet<number> = new Set([0x8769, 0xa005, 0x014a]);
const IPTC = 0x83bb;
const MAKER_NOTE = 0x927c;

/**
 * Takes tags of the dropped kinds out of a TIFF structure in place. MakerNotes are not moved; one
 * that tells something of a dropped kind where we do not know to blank it goes as a whole.
 */
export function scrubTiff(bytes: Uint8Array, drops: Drops, look: Look, inner: Inner): Scrubbed {
  const source = new MemorySource(bytes);
  const read = readTiff(source);
  if (!read.ok) return "drop";
  const tree = read.value;
  const inside = insideEdits(bytes, source, tree, drops, look, inner);
  const ifds = new Map(tree.ifds.map((ifd) => [ifd.name, ifd]));
  const edits = dropEntries(source, tree, (entry) => {
    const ifd = ifds.get(entry.ifd);
    if (!ifd) return false;
    if (inside.dropped.has(entry)) return true;
    return !inside.blanked.has(entry) && isDropped(source, tree, ifd, entry, drops, look);
  });
  return applyEdits(bytes, [...inside.edits, ...edits]);
}

function isDropped(
  source: MemorySource,
  tree: TiffTree,
  ifd: Ifd,
  entry: IfdEntry,
  drops: Drops,
  look: Look,
): boolean {
  if (isThumbnailIfd(tree, ifd) && drops.has("thumbnail")) return true;
  if (directory(ifd) === "GPS") {
    return drops.has("location") || (drops.has("time") && GPS_TIMES.has(entry.tag));
  }
  if (entry.tag === GPS_POINTER) return drops.has("location");
  if (nestedKind(entry.tag) || DIRECTORY_POINTERS.has(entry.tag)) return false;
  if (entry.tag === THUMBNAIL_OFFSET || entry.tag === THUMBNAIL_OFFSET + 1) {
    return ifd.name !== "IFD0" && drops.has("thumbnail");
  }
  return entryFacts(source, tree, ifd, entry, look).some(({ kind }) => drops.has(kind));
}

interface InsideEdits {
  readonly edits: readonly Edit[];
  /** Entries whose content cannot be freed of it otherwise. */
  readonly dropped: ReadonlySet<IfdEntry>;
  /** MakerNotes that the edits free of it. */
  readonly blanked: ReadonlySet<IfdEntry>;
}

/** Values that are blocks of another kind, and thumbnails, lose what they say themselves. */
function insideEdits(
  bytes: Uint8Array,
  source: MemorySource,
  tree: TiffTree,
  drops: Drops,
  look: Look,
  { scrub, scrubPhotoshop }: Inner,
): InsideEdits {
  const edits: Edit[] = [];
  const dropped = new Set<IfdEntry>();
  const blanked = new Set<IfdEntry>();
  const edit = (entry: IfdEntry, content: Content, start: number, end: number) => {
    const clean = scrub(content, bytes.subarray(start, end), drops, look);
    if (clean === "drop") dropped.add(entry);
    else if (!isSame(clean, bytes, start)) edits.push({ at: start, bytes: clean });
  };
  const all = tree.ifds.flatMap((ifd) => ifd.entries.map((entry) => ({ ifd, entry })));
  for (const { ifd, entry } of all) {
    const content = nestedKind(entry.tag);
    const end = entry.valueAt + entry.valueLength;
    if (content) edit(entry, content, entry.valueAt, end);
    else if (entry.tag === MAKER_NOTE) {
      const blanks = noteEdits(bytes, tree, ifd, entry, drops, look);
      if (blanks.length > 0) blanked.add(entry);
      edits.push(...blanks);
    } else if (entry.tag === THUMBNAIL_OFFSET && ifd.name !== "IFD0" && !drops.has("thumbnail")) {
      for (const span of dataSpans(source, tree, ifd, entry).spans)
        edit(entry, "bytes", span.start, span.end);
    }
  }
  const isIptcChanged = all.some(
    ({ entry }) =>
      entry.tag === IPTC && (dropped.has(entry) || edits.some(({ at }) => at === entry.valueAt)),
  );
  if (isIptcChanged) edits.push(...digestEdits(bytes, all, edits, drops, look, scrubPhotoshop));
  return { edits, dropped, blanked };
}

/** What frees a MakerNote of the dropped kinds in place; nothing where that is not enough. */
function noteEdits(
  bytes: Uint8Array,
  tree: TiffTree,
  ifd: Ifd,
  note: IfdEntry,
  drops: Drops,
  look: Look,
): readonly Edit[] {
  const edits = noteFields(new MemorySource(bytes), tree, note)
    .filter(({ meaning, length }) => drops.has(meaning.kind) && length > 0)
    .map((field) => ({ at: field.at, bytes: blankField(field) }))
    .filter((edit) => !isSame(edit.bytes, bytes, edit.at));
  const end = note.valueAt + note.valueLength;
  const isInside = edits.every(
    (edit) => edit.at >= note.valueAt && edit.at + edit.bytes.length <= end,
  );
  if (edits.length === 0 || !isInside) return [];
  const cleaned = new MemorySource(applyEdits(bytes, edits));
  const isClean = !entryFacts(cleaned, tree, ifd, note, look).some(({ kind }) => drops.has(kind));
  return isClean ? edits : [];
}

/** In TIFF the digest of IPTC stands in a tag of its own, next to it. */
function digestEdits(
  bytes: Uint8Array,
  all: readonly { readonly entry: IfdEntry }[],
  edits: readonly Edit[],
  drops: Drops,
  look: Look,
  scrubPhotoshop: Inner["scrubPhotoshop"],
): Edit[] {
  return all.flatMap(({ entry: { tag, valueAt, valueLength } }) => {
    if (nestedKind(tag) !== "photoshop") return [];
    const before = edits.find(({ at }) => at === valueAt)?.bytes;
    const block = before ?? bytes.subarray(valueAt, valueAt + valueLength);
    return [{ at: valueAt, bytes: scrubPhotoshop(block, drops, look, true) }];
  });
}

const isSame = (part: Uint8Array, bytes: Uint8Array, at: number): boolean =>
  Buffer.compare(part, bytes.subarray(at, at + part.length)) === 0;
