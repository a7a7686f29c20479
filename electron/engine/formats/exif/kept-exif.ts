import piexif from "piexifjs";
import type { Orientation } from "../../../../shared/model/geometry.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Block, Inspection } from "../format.ts";
import { payloadSource } from "../payload.ts";
import { dateSince1904 } from "../reveal/reveal-bytes.ts";
import { textOfBytes } from "../text-block.ts";
import { readXmp } from "../xmp/xmp.ts";
import { readTiff, textOf } from "./ifd.ts";

/** When a picture was taken, in Exif's own writing. */
interface Taken {
  /** "2021:07:14 09:30:00"; a time that is not known is blank, as Exif 2.32 4.6.6 wants it. */
  readonly date: string;
  /** "+02:00". */
  readonly offset?: string;
}

const ORIENTATION = 0x0112;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
/** Exif 2.31 added it; the library's table ends before. */
piexif.TAGS.Exif[OFFSET_TIME_ORIGINAL] ??= { name: "OffsetTimeOriginal", type: "Ascii" };
const HEADER = "Exif\0\0";

/**
 * The TIFF structure that a whole strip writes anew: Orientation where it is not 1, and the day
 * and time taken where the plan keeps it. `undefined` when there is nothing to say.
 */
export function keptExif(
  file: ByteSource,
  { blocks }: Pick<Inspection, "blocks">,
  keep: { readonly orientation: Orientation; readonly date: boolean },
): Uint8Array | undefined {
  const taken = keep.date ? takenAt(file, blocks) : undefined;
  if (keep.orientation === 1 && !taken) return undefined;
  const image = keep.orientation === 1 ? {} : { [ORIENTATION]: keep.orientation };
  const exif = taken && {
    [DATE_TIME_ORIGINAL]: taken.date,
    ...(taken.offset ? { [OFFSET_TIME_ORIGINAL]: taken.offset } : {}),
  };
  const dumped = piexif.dump({ "0th": image, ...(exif ? { Exif: exif } : {}) });
  return new Uint8Array(Buffer.from(dumped.slice(HEADER.length), "latin1"));
}

/** The first answer of the most telling source: Exif, XMP, a dated text, the container's own times. */
function takenAt(file: ByteSource, blocks: readonly Block[]): Taken | undefined {
  for (const [kind, read] of SOURCES) {
    for (const block of blocks.filter((candidate) => candidate.kind === kind)) {
      const source = payloadSource(file, block);
      const taken = source && read(source, block);
      if (taken) return taken;
    }
  }
  return undefined;
}

type DateReader = (source: ByteSource, block: Block) => Taken | undefined;

const fromExif: DateReader = (source) => {
  const tree = readTiff(source);
  const ifd = tree.ok ? tree.value.ifds.find(({ name }) => name === "ExifIFD") : undefined;
  if (!tree.ok || !ifd) return undefined;
  const text = (tag: number) => {
    const entry = ifd.entries.find((candidate) => candidate.tag === tag);
    return entry ? textOf(source, tree.value, entry) : "";
  };
  return exifDate(text(DATE_TIME_ORIGINAL) + text(OFFSET_TIME_ORIGINAL).trim());
};

const XMP_DATES = ["DateTimeOriginal", "DateCreated", "CreateDate"];
const MAX_XMP = 16 * 1024 * 1024;

const fromXmp: DateReader = (source) => {
  if (source.size > MAX_XMP) return undefined;
  const { properties } = readXmp(source.bytes(0, source.size));
  const values = XMP_DATES.map(
    (name) => properties.find((property) => property.name === name)?.value,
  );
  return values.map((value) => exifDate(value ?? "")).find((date) => date !== undefined);
};

const DATED = /^(creation ?time|create-?date|©day|com\.apple\.quicktime\.creationdate)$/i;
const fromText: DateReader = (source, { label = "" }) =>
  DATED.test(label.trim()) ? exifDate(textOfBytes(source)) : undefined;

/** Creation in seconds since 1904, UTC, as QuickTime's headers begin. PNG's tIME is a modification. */
const fromTimes: DateReader = (source, { name }) => {
  if (/tIME/.test(name)) return undefined;
  const seconds = source.size >= 16 ? source.u64(0) : source.u32(0);
  return exifDate(dateSince1904(seconds ?? 0) ?? "");
};

const SOURCES: readonly (readonly [Block["kind"], DateReader])[] = [
  ["exif", fromExif],
  ["xmp", fromXmp],
  ["text", fromText],
  ["times", fromTimes],
];

/** Exif's or ISO 8601's writing of a date as Exif's; undefined when it is no date. Nothing else gets through. */
export function exifDate(text: string): Taken | undefined {
  const found =
    /^\s*(\d{4})[:-](\d{2})[:-](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.]\d{1,12})?)?)?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(
      text,
    );
  if (!found) return undefined;
  const [, year = "", month = "", day = "", hour, minute, second = "00", zone] = found;
  const isDay = Number(year) > 0 && within(month, 1, 12) && within(day, 1, 31);
  const isTime =
    hour === undefined || (within(hour, 0, 23) && within(minute, 0, 59) && within(second, 0, 60));
  if (!isDay || !isTime) return undefined;
  const date = `${year}:${month}:${day} ${hour === undefined ? "  :  :  " : `${hour}:${minute}:${second}`}`;
  const offset = zone === "Z" ? "+00:00" : zone?.replace(/^(...)(\d\d)$/, "$1:$2");
  return offset ? { date, offset } : { date };
}

const within = (digits: string | undefined, least: number, most: number): boolean =>
  Number(digits) >= least && Number(digits) <= most;
