import { z } from "zod";
import { appErrorCode } from "./errors.ts";
import { finding, findingKind, severity, verdict } from "./finding.ts";
import { insightFocus } from "./focus.ts";
import { coordinates } from "./geometry.ts";
import { directoryId, folderId, personId, photoId } from "./ids.ts";

/** Containers the program can name from their first bytes. */
export const FORMAT_IDS = [
  "jpeg",
  "png",
  "webp",
  "gif",
  "tiff",
  "dng",
  "cr2",
  "cr3",
  "nef",
  "arw",
  "orf",
  "rw2",
  "raf",
  "heif",
  "avif",
  "jxl",
  "bmp",
  "ico",
  "mp4",
  "mov",
  "svg",
] as const;
export const formatId = z.enum(FORMAT_IDS);
export type FormatId = z.infer<typeof formatId>;

/** Files of sensor data, which only a raw converter develops. */
export const RAW_FORMATS: ReadonlySet<FormatId> = new Set<FormatId>([
  "dng",
  "cr2",
  "cr3",
  "nef",
  "arw",
  "orf",
  "rw2",
  "raf",
]);

export const photoStatus = z.enum(["scanned", "failed", "skipped"]);
export type PhotoStatus = z.infer<typeof photoStatus>;

/** One row of the grid: enough to draw a tile, nothing more. */
export const photoTile = z.object({
  id: photoId,
  /** Display text, never used to open anything. */
  name: z.string(),
  format: formatId.nullable(),
  /** Upright pixels; null where the file did not say. */
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  status: photoStatus,
  error: appErrorCode.nullable(),
  severity,
  kinds: z.array(findingKind).readonly(),
  /** Counts the rewrites of this file, so that a preview's address changes when the picture does. */
  revision: z.int().nonnegative(),
  /** When the file was last written; milliseconds since 1970, UTC, to the second. */
  modified: z.int().nonnegative(),
  /** True while a change of ours can be taken back. */
  canUndo: z.boolean(),
});
export type PhotoTile = z.infer<typeof photoTile>;

/** A place in words, from the offline gazetteer. */
export const placeWords = z.object({
  at: coordinates,
  /** The nearest town, "Nanqiao, Shanghai", and its country (ISO 3166-1); null when it is farther than 50 km. */
  near: z.object({ words: z.string(), country: z.string().length(2) }).nullable(),
});
export type PlaceWords = z.infer<typeof placeWords>;

export const photoDetail = photoTile.extend({
  /** Display text of the folder inside the chosen one. */
  folderName: z.string(),
  bytes: z.int().nonnegative(),
  findings: z.array(finding).readonly(),
  /** What a person said of each finding, in their order; empty where nothing was said. */
  judged: z.array(verdict.nullable()).readonly(),
  /** Other files with the very same bytes, as far as their pictures were looked at. */
  copies: z.int().nonnegative(),
  /** One for each place of the findings; made anew each time it is shown. Empty without a gazetteer. */
  places: z.array(placeWords).readonly(),
});
export type PhotoDetail = z.infer<typeof photoDetail>;

/** One tag as the file states it, raw; read anew each time it is shown and stored nowhere. */
export const photoTag = z.object({
  group: z.string(),
  name: z.string(),
  value: z.string(),
  kind: findingKind.nullable(),
});
export type PhotoTag = z.infer<typeof photoTag>;

/** In which order photos are shown. Equal ones stand in the order in which they were met. */
export const PHOTO_SORTS = ["worst", "name", "newest", "oldest", "largest"] as const;
export const photoSort = z.enum(PHOTO_SORTS);
export type PhotoSort = z.infer<typeof photoSort>;

/** What a finding stands for, raw; read anew each time it is asked for and stored nowhere. */
export const revealedValue = finding
  .pick({ kind: true, type: true, source: true, box: true })
  .extend({ masked: finding.shape.value, value: z.string() });
export type RevealedValue = z.infer<typeof revealedValue>;

/** Which photos a question is about, and in which order. Empty lists, "" and null mean "no restriction". */
export const photoFilter = z.object({
  folderId: folderId.nullable(),
  /** Everything at or below this folder. */
  directoryId: directoryId.nullable(),
  /** Any of these. */
  kinds: z.array(findingKind).readonly(),
  severities: z.array(severity).readonly(),
  status: photoStatus.nullable(),
  /** Words, each of which stands in the file's name, in a folder's name above it or in its place's name. */
  text: z.string().max(200),
  /** Types of documents, any of these: `passport`, `bank-card`… */
  documents: z.array(z.string().max(60)).max(100).readonly(),
  /** Only photos that we changed and can bring back, or only the others. */
  changed: z.boolean().nullable(),
  /** What one insight is about. */
  focus: insightFocus.nullable(),
  /** Somebody whose photos are being looked for; a person who was forgotten has none. */
  person: personId.nullable(),
  sort: photoSort,
});
export type PhotoFilter = z.infer<typeof photoFilter>;

/** Every photo, the worst first. */
export const EVERY_PHOTO: PhotoFilter = {
  folderId: null,
  directoryId: null,
  kinds: [],
  severities: [],
  status: null,
  text: "",
  documents: [],
  changed: null,
  focus: null,
  person: null,
  sort: "worst",
};

const amount = z.int().nonnegative();

/**
 * How many photos a filter shows. The counts by kind, severity and so on are what one would get by
 * choosing that one instead of those chosen, all else as in the filter.
 */
export const photoCounts = z.object({
  photos: amount,
  failed: amount,
  changed: amount,
  byKind: z.partialRecord(findingKind, amount),
  bySeverity: z.partialRecord(severity, amount),
  byDocument: z.record(z.string(), amount),
});
export type PhotoCounts = z.infer<typeof photoCounts>;

/** Some rows of what a filter shows. */
export const photoPage = z.object({
  photos: z.array(photoTile).readonly(),
  /** How many there are in all. */
  total: amount,
});
export type PhotoPage = z.infer<typeof photoPage>;

/** Where a photo stands in what a filter shows; all null when it is not there. */
export const photoRow = z.object({
  row: amount.nullable(),
  previous: photoId.nullable(),
  next: photoId.nullable(),
});
export type PhotoRow = z.infer<typeof photoRow>;
