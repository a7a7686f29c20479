import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { appErrorCode } from "../../../shared/model/errors.ts";
import { severityRank } from "../../../shared/model/finding.ts";
import {
  type FindingList,
  type MarkedFinding,
  unpackMarked,
} from "../../../shared/model/finding-list.ts";
import { type PhotoId, photoId } from "../../../shared/model/ids.ts";
import { formatId, photoStatus } from "../../../shared/model/photo.ts";
import { pathBytes } from "../../base/paths.ts";
import type { Db } from "./database.ts";
import { prepareStore, type ScannedPhoto } from "./photo-writer.ts";
import { prepared } from "./prepared.ts";
import { kindBit, kindBits, pathColumn } from "./rows.ts";
import type { Verdicts } from "./verdicts.ts";
import { wordId } from "./words.ts";

/** What the catalogue knew of a file when its folder is walked again. */
export interface KnownPhoto {
  readonly id: number;
  readonly fingerprint: string;
  readonly sidecars: string;
  readonly detectors: string;
  readonly status: string;
  readonly error: string | null;
  readonly severity: number;
  /** It says itself that something of it was not seen. */
  readonly isMarked: boolean;
}

const knownRow = z.object({
  id: z.int(),
  name: pathColumn,
  fingerprint: z.string(),
  sidecars: z.string(),
  detectors: z.string(),
  status: z.string(),
  error: z.string().nullable(),
  severity: z.int(),
  isMarked: z.int().transform((bit) => bit !== 0),
});

/** A photo whose file was read, before and after its picture is looked at. */
export interface LookedPhoto extends Pick<PhotoPlace, "id" | "path" | "fingerprint"> {
  readonly findings: readonly MarkedFinding[];
  /** What has seen it. */
  readonly detectors: string;
  /** Rank. */
  readonly severity: number;
}

/** A photo's place and state, for actions. */
export interface PhotoPlace extends z.infer<typeof placeRow> {
  readonly path: string;
}

const placeRow = z.object({
  id: photoId,
  directory: pathColumn,
  name: pathColumn,
  fingerprint: z.string(),
  status: photoStatus,
  error: appErrorCode.nullable(),
  format: formatId.nullable(),
  bytes: z.int().nonnegative(),
});

const lookedRow = z.object({ detectors: z.string(), severity: z.int(), findings: z.string() });

/** A photo whose file was read, for whoever decides which picture is looked at next. */
export type ReadPhoto = z.infer<typeof readRow>;
const readRow = z.object({
  id: photoId,
  directory: pathColumn,
  name: pathColumn,
  detectors: z.string(),
  format: formatId.nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
});
const READ_COLUMNS = `SELECT photo.id, directory.path AS directory, name, detectors, format, width, height
  FROM photo JOIN directory ON directory.id = directory_id`;

/** The photos of the catalogue, as a scan writes them. Questions of the page are in questions.ts. */
export class Photos {
  readonly #db: Db;
  readonly #verdicts: Verdicts;
  readonly #writer: ReturnType<typeof prepareStore>;

  constructor(db: Db, verdicts: Verdicts) {
    this.#db = db;
    this.#verdicts = verdicts;
    this.#writer = prepareStore(db);
  }

  /** The files the catalogue knows in a directory, by name. */
  inDirectory(directory: string): Map<string, KnownPhoto> {
    const rows = prepared(
      this.#db,
      `SELECT photo.id, name, fingerprint, sidecars, detectors, status, error, severity,
              kinds & ${kindBit("unseen")} AS isMarked
         FROM photo JOIN directory ON directory.id = directory_id WHERE directory.path = ?`,
    ).all(pathBytes(directory));
    return new Map(rows.map((row) => knownRow.parse(row)).map((row) => [row.name, row]));
  }

  /**
   * Writes many results in one transaction. Results carry masked values only. It is not waited for
   * until the disk has them: after a power cut the last photos are read again, whereas the journal's
   * next step brings all that was written before it to the disk (WAL is one file, in order).
   */
  store(
    results: readonly { readonly directory: string; readonly photo: ScannedPhoto }[],
    detectors: string,
  ) {
    this.#hurriedly(() => {
      this.#writer.begin();
      for (const { directory, photo } of results) this.#writer.store(directory, photo, detectors);
    });
  }

  #hurriedly(write: () => void) {
    this.#db.pragma("synchronous = NORMAL");
    try {
      this.#db.transaction(() => {
        write();
        this.#verdicts.renew();
      })();
    } finally {
      this.#db.pragma("synchronous = FULL");
    }
  }

  /** Writes what a look has shown, unless the file was read anew meanwhile. */
  storeLook(
    { id, fingerprint }: LookedPhoto,
    { text, kinds, severity, document, clues, sighting }: FindingList,
    detectors: string,
  ) {
    this.#hurriedly(() =>
      prepared(
        this.#db,
        `UPDATE photo SET severity = ?, kinds = ?, document = ?, clues = ?, sighting = ?, findings = ?, judged = NULL, detectors = ?
           WHERE id = ? AND fingerprint = ?`,
      ).run(
        severityRank(severity),
        kindBits(kinds),
        wordId(this.#db, document),
        wordId(this.#db, clues),
        sighting,
        text,
        detectors,
        id,
        fingerprint,
      ),
    );
  }

  remove(ids: readonly number[]) {
    if (ids.length === 0) return;
    const statement = prepared(this.#db, "DELETE FROM photo WHERE id = ?");
    this.#db.transaction(() => {
      for (const id of ids) statement.run(id);
    })();
  }

  /** Drops the directories at or below `root` that a complete walk did not meet. */
  removeDirectoriesExcept(root: string, met: ReadonlySet<string>) {
    const rows = prepared(this.#db, `SELECT id, path FROM directory WHERE ${UNDER}`).all(
      underParameters(root),
    );
    const gone = rows
      .map((row) => z.object({ id: z.int(), path: pathColumn }).parse(row))
      .filter(({ path }) => !met.has(path));
    const statement = prepared(this.#db, "DELETE FROM directory WHERE id = ?");
    this.#db.transaction(() => {
      for (const { id } of gone) statement.run(id);
    })();
  }

  /** Where a photo lies and what it was like when read, or `undefined` when the catalogue has it no longer. */
  place(id: PhotoId): PhotoPlace | undefined {
    const row = prepared(
      this.#db,
      `SELECT photo.id, directory.path AS directory, name, fingerprint, status, error, format, bytes
         FROM photo JOIN directory ON directory.id = directory_id WHERE photo.id = ?`,
    ).get(id);
    if (row === undefined) return undefined;
    const place = placeRow.parse(row);
    return { ...place, path: join(place.directory, place.name) };
  }

  findings(id: number): readonly MarkedFinding[] {
    const text = prepared(this.#db, "SELECT findings FROM photo WHERE id = ?").pluck().get(id);
    return text === undefined ? [] : unpackMarked(z.string().parse(text));
  }

  /** A photo as far as it was seen, or `undefined` when the catalogue has it no longer. */
  looked(id: PhotoId): LookedPhoto | undefined {
    const place = this.place(id);
    const row = prepared(
      this.#db,
      "SELECT detectors, severity, findings FROM photo WHERE id = ?",
    ).get(id);
    if (place === undefined || row === undefined) return undefined;
    const { findings, ...rest } = lookedRow.parse(row);
    return { ...place, ...rest, findings: unpackMarked(findings) };
  }

  /** The photos at or below a folder whose files could be read. */
  *readBelow(root: string): Generator<ReadPhoto> {
    const rows = this.#db.prepare(`${READ_COLUMNS} WHERE ${UNDER} AND status = 'scanned'`);
    for (const row of rows.iterate(underParameters(root))) yield readRow.parse(row);
  }

  /** The same of single ones. */
  read(id: PhotoId): ReadPhoto | undefined {
    const row = prepared(this.#db, `${READ_COLUMNS} WHERE photo.id = ? AND status = 'scanned'`);
    return readRow.optional().parse(row.get(id));
  }

  /** The photo at a path. */
  at(path: string): PhotoId | undefined {
    const id = prepared(
      this.#db,
      `SELECT photo.id FROM photo JOIN directory ON directory.id = directory_id
         WHERE directory.path = ? AND name = ?`,
    )
      .pluck()
      .get(pathBytes(dirname(path)), pathBytes(basename(path)));
    return photoId.optional().parse(id);
  }

  /** Marks that files were rewritten by us, so that previews of the old ones are not shown. One write for all. */
  bumpRevisions(ids: readonly number[]) {
    const statement = prepared(this.#db, "UPDATE photo SET revision = revision + 1 WHERE id = ?");
    this.#db.transaction(() => {
      for (const id of ids) statement.run(id);
    })();
  }
}

/** SQL condition on `directory.path`: the folder `@root` or below it. Parameters: {@link underParameters}. */
export const UNDER = "(path = @root OR (path >= @from AND path < @to))";

/** The separator is one byte, so "below" is the range from `root/` to `root` + the next byte. */
export function underParameters(root: string) {
  const separator = process.platform === "win32" ? "\\" : "/";
  const base = root.endsWith(separator) ? root.slice(0, -1) : root;
  const next = String.fromCharCode(separator.charCodeAt(0) + 1);
  return { root: pathBytes(root), from: pathBytes(base + separator), to: pathBytes(base + next) };
}
