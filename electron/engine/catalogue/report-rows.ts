import { z } from "zod";
import { type ActionKind, actionKind } from "../../../shared/model/action.ts";
import { type AppErrorCode, appErrorCode } from "../../../shared/model/errors.ts";
import type { Severity } from "../../../shared/model/finding.ts";
import { type MarkedFinding, unpackMarked } from "../../../shared/model/finding-list.ts";
import { type PhotoStatus, photoStatus } from "../../../shared/model/photo.ts";
import type { Db } from "./database.ts";
import { UNDER, underParameters } from "./photos.ts";
import { prepared } from "./prepared.ts";
import { pathColumn, severityOf } from "./rows.ts";

/** A photo as a report counts it. Its findings carry the words that are for counting only. */
export interface CountedPhoto {
  readonly id: number;
  readonly directory: string;
  readonly status: PhotoStatus;
  readonly error: AppErrorCode | null;
  readonly severity: Severity;
  /** What has looked at it, one word for each. */
  readonly detectors: string;
  readonly findings: readonly MarkedFinding[];
}

const countedRow = z.object({
  id: z.int(),
  directory: pathColumn,
  status: photoStatus,
  error: appErrorCode.nullable(),
  severity: z.int().transform(severityOf),
  detectors: z.string(),
  findings: z.string().transform(unpackMarked),
});

export interface CountedActions {
  readonly kind: ActionKind;
  readonly done: number;
  readonly failed: number;
  readonly undone: number;
}

const actionsRow = z.object({
  kind: actionKind,
  done: z.int(),
  failed: z.int(),
  undone: z.int(),
});

/** Photos read at a time: some ten milliseconds of work, after which others may pass. */
const BATCH = 500;

/** What reports are counted from. `root` is the folder that a report is about; null takes in all. */
export class ReportRows {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** Photos in batches; none is missed, whatever is stored between two of them. */
  *photos(root: string | null): Generator<readonly CountedPhoto[]> {
    const statement = prepared(
      this.#db,
      `SELECT photo.id, directory.path AS directory, status, error, severity, detectors, findings
         FROM photo JOIN directory ON directory.id = directory_id
         WHERE photo.id > @after AND ${below(root)} ORDER BY photo.id LIMIT ${BATCH}`,
    );
    const where = root === null ? {} : underParameters(root);
    for (let after = 0; ; ) {
      const rows = statement.all({ ...where, after }).map((row) => countedRow.parse(row));
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.id;
    }
  }

  /** What was done to the photos, by kind; a sidecar counts with its photo. */
  actions(root: string | null): readonly CountedActions[] {
    return prepared(
      this.#db,
      `SELECT batch.kind, SUM(state = 'done') AS done, SUM(state = 'failed') AS failed,
           SUM(state = 'undone') AS undone
         FROM action JOIN batch ON batch.id = batch_id
         WHERE along_with IS NULL AND ${root === null ? "1" : "action.path >= @from AND action.path < @to"}
         GROUP BY batch.kind ORDER BY batch.kind`,
    )
      .all(root === null ? {} : fromTo(root))
      .map((row) => actionsRow.parse(row));
  }
}

const below = (root: string | null): string =>
  root === null ? "1" : UNDER.replaceAll("path", "directory.path");

function fromTo(root: string) {
  const { from, to } = underParameters(root);
  return { from, to };
}
