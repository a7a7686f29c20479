import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "vitest";
import { ROOT } from "../../electron/start/build.ts";

/** Public sample photos, kept beside the repository where they are available. */
const FOLDER = join(ROOT, "../shared/corpus/metadata");
export const PHOTOS = join(FOLDER, "exif-samples");
const isThere = existsSync(PHOTOS);

/** The photos' paths from {@link PHOTOS} on, with slashes; none where there are no samples. */
export const photoNames: readonly string[] = isThere
  ? readdirSync(PHOTOS, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(PHOTOS.length + 1))
      .sort()
  : [];

/** Says aloud what is not tested; to be called once by each file of tests. */
export function tellWhatIsMissing(isExifToolThere: boolean) {
  if (!isThere) it.skip(`NOT TESTED: there are no sample photos at ${PHOTOS}`);
  if (!isExifToolThere) it.skip("NOT TESTED: ExifTool, the oracle, needs perl");
}

export const photoBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(PHOTOS, name)));

export const sha256 = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** What an older ExifTool said of each photo, kept with the samples; only what is used here. */
export interface OracleRow {
  readonly file: string;
  readonly sha256: string;
  readonly exifGps: readonly [lat: number, lon: number] | null;
  readonly hasLocation: boolean;
  readonly serialTags: readonly string[];
  readonly ownerTags: readonly string[];
  readonly hasThumbnail: boolean;
  readonly hasMakerNote: boolean;
  readonly hasXMP: boolean;
  readonly hasIPTC: boolean;
  readonly hasICC: boolean;
  readonly orientation: number | null;
  readonly jpegTrailing?: number;
}

/** The rows by the photos' names. */
export function oracleRows(): ReadonlyMap<string, OracleRow> {
  if (!isThere) return new Map();
  // Our own list; the tests fail on what it lacks.
  const rows = JSON.parse(readFileSync(join(FOLDER, "oracle.json"), "utf8")) as OracleRow[];
  return new Map(rows.map((row) => [row.file.replace(/^exif-samples\//, ""), row]));
}
