import { z } from "zod";
import { appErrorCode } from "../../../shared/model/errors.ts";
import {
  FINDING_KINDS,
  type Finding,
  SEVERITIES,
  type Severity,
  severityRank,
} from "../../../shared/model/finding.ts";
import { unpackFindings } from "../../../shared/model/finding-list.ts";
import { type FolderId, type PhotoId, photoId } from "../../../shared/model/ids.ts";
import {
  formatId,
  type PhotoCounts,
  type PhotoDetail,
  type PhotoFilter,
  type PhotoTile,
  photoStatus,
} from "../../../shared/model/photo.ts";
import { displayPath } from "../../base/paths.ts";
import type { Db } from "./database.ts";
import type { Folders } from "./folders.ts";
import { UNDER, underParameters } from "./photos.ts";
import { prepared } from "./prepared.ts";
import { kindBit, kindBits, pathColumn, severityOf, tileColumns, tileFrom } from "./rows.ts";

const CAN_UNDO = `EXISTS (SELECT 1 FROM action WHERE action.photo_id = photo.id
  AND action.state = 'done' AND action.copy IS NOT NULL) AS canUndo`;

type Parameters = Record<string, string | number | Buffer>;

/** What the page and the command line ask of the catalogue. Reads only. */
export class Questions {
  readonly #db: Db;
  readonly #folders: Folders;

  constructor(db: Db, folders: Folders) {
    this.#db = db;
    this.#folders = folders;
  }

  /** The worst first, then in the order they were met. The cursor is the last row's place in that order. */
  page(filter: PhotoFilter, cursor: string | null, limit: number) {
    const { where, parameters } = this.#condition(filter);
    const place = cursorPlace(cursor);
    const after = place ? "AND (severity < @rank OR (severity = @rank AND photo.id > @after))" : "";
    const rows = prepared(
      this.#db,
      `SELECT ${tileColumns}, ${CAN_UNDO} FROM photo JOIN directory ON directory.id = directory_id
         WHERE ${where} ${after} ORDER BY severity DESC, photo.id LIMIT @limit`,
    ).all({ ...parameters, ...place, limit });
    const photos: PhotoTile[] = rows.map(tileFrom);
    const last = photos.length === limit ? photos.at(-1) : undefined;
    return { photos, next: last ? `${severityRank(last.severity)}:${last.id}` : null };
  }

  /** Every photo that a filter shows, in the page's order. */
  ids(filter: PhotoFilter): number[] {
    const { where, parameters } = this.#condition(filter);
    const rows = prepared(
      this.#db,
      `SELECT photo.id FROM photo JOIN directory ON directory.id = directory_id
         WHERE ${where} ORDER BY severity DESC, photo.id`,
    )
      .pluck()
      .all(parameters);
    return z.array(z.int()).parse(rows);
  }

  /** Every photo at or below a folder, in the order of paths; for lists that leave the program. */
  idsBelow(root: string): PhotoId[] {
    const rows = prepared(
      this.#db,
      `SELECT photo.id FROM photo JOIN directory ON directory.id = directory_id
         WHERE ${UNDER} ORDER BY directory.path, name`,
    )
      .pluck()
      .all(underParameters(root));
    return z.array(photoId).parse(rows);
  }

  counts(folderId: FolderId | null): PhotoCounts {
    const { where, parameters } = this.#condition({
      folderId,
      kinds: [],
      severities: [],
      status: null,
    });
    const perKind = FINDING_KINDS.map(
      (kind) => `SUM((kinds & ${kindBit(kind)}) <> 0) AS "${kind}"`,
    );
    const perSeverity = SEVERITIES.map((level) => `SUM(${isOf(level)}) AS "${level}"`);
    const row = prepared(
      this.#db,
      `SELECT COUNT(*) AS photos, SUM(status = 'failed') AS failed, ${[...perKind, ...perSeverity].join(", ")}
         FROM photo JOIN directory ON directory.id = directory_id WHERE ${where}`,
    ).get(parameters);
    const sums = z.record(z.string(), z.int().nullable()).parse(row);
    const pick = <K extends string>(names: readonly K[]) =>
      Object.fromEntries(names.map((name) => [name, sums[name] ?? 0]));
    return {
      photos: sums.photos ?? 0,
      failed: sums.failed ?? 0,
      byKind: pick(FINDING_KINDS),
      bySeverity: pick(SEVERITIES),
    };
  }

  /**
   * Every photo at or below a folder with its findings, in the order of paths, for lists that leave
   * the program.
   */
  *listBelow(root: string): Generator<ListedPhoto> {
    const rows = prepared(
      this.#db,
      `SELECT photo.*, directory.path AS directory FROM photo
       JOIN directory ON directory.id = directory_id WHERE ${UNDER.replaceAll("path", "directory.path")}
       ORDER BY directory.path, name`,
    ).all(underParameters(root));
    for (const row of rows) yield listedRow.parse(row);
  }

  detail(id: PhotoId): Omit<PhotoDetail, "places"> | undefined {
    const row = prepared(
      this.#db,
      `SELECT ${tileColumns}, ${CAN_UNDO}, bytes, directory.path AS directory
         FROM photo JOIN directory ON directory.id = directory_id WHERE photo.id = ?`,
    ).get(id);
    if (row === undefined) return undefined;
    const { bytes, directory } = z.object({ bytes: z.int(), directory: pathColumn }).parse(row);
    const folderName = displayPath(this.#folders.nameWithin(directory));
    return { ...tileFrom(row), bytes, folderName, findings: this.findings(id) };
  }

  findings(id: number): readonly Finding[] {
    const text = prepared(this.#db, "SELECT findings FROM photo WHERE id = ?").pluck().get(id);
    return text === undefined ? [] : findingsColumn.parse(text);
  }

  #condition(filter: PhotoFilter): { where: string; parameters: Parameters } {
    const parts = ["1"];
    let parameters: Parameters = {};
    const root = filter.folderId === null ? undefined : this.#folders.pathOf(filter.folderId);
    if (filter.folderId !== null) {
      parts.push(root === undefined ? "0" : UNDER.replaceAll("path", "directory.path"));
      if (root !== undefined) parameters = { ...parameters, ...underParameters(root) };
    }
    if (filter.kinds.length > 0) parts.push(`(kinds & ${kindBits(filter.kinds)}) <> 0`);
    if (filter.severities.length > 0) {
      parts.push(`(${filter.severities.map(isOf).join(" OR ")})`);
    }
    if (filter.status !== null) {
      parts.push("status = @status");
      parameters.status = filter.status;
    }
    return { where: parts.join(" AND "), parameters };
  }
}

/** A photo that could not be read is not "none": nobody knows what it gives away. */
const isOf = (level: Severity): string =>
  `(severity = ${severityRank(level)}${level === "none" ? " AND status = 'scanned'" : ""})`;

const findingsColumn = z.string().transform(unpackFindings);

const listedRow = z
  .object({
    id: photoId,
    directory: pathColumn,
    name: pathColumn,
    format: formatId.nullable(),
    bytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    status: photoStatus,
    error: appErrorCode.nullable(),
    severity: z.int().transform(severityOf),
    findings: findingsColumn,
  })
  .readonly();

/** A photo as lists outside the program show it. */
export type ListedPhoto = z.infer<typeof listedRow>;

function cursorPlace(cursor: string | null): { rank: number; after: number } | undefined {
  const match = cursor === null ? null : /^(\d):(\d{1,15})$/.exec(cursor);
  return match ? { rank: Number(match[1]), after: Number(match[2]) } : undefined;
}
