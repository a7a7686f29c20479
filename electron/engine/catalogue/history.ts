import { basename } from "node:path";
import { z } from "zod";
import { actionKind, type HistoryEntry, stripPreset } from "../../../shared/model/action.ts";
import { type BatchId, batchId } from "../../../shared/model/ids.ts";
import { displayPath } from "../../base/paths.ts";
import type { Db } from "./database.ts";
import { prepared } from "./prepared.ts";
import { pathColumn } from "./rows.ts";

/** SQL: can this action be taken back? Copies for others can, by removing them; a deletion cannot. */
export const CAN_TAKE_BACK = `(action.state = 'done' AND (action.copy IS NOT NULL OR batch.kind = 'export'))`;

/** The journal as a person reads it. */
export class History {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The newest batch first. Batches in which nothing was attempted are not shown. */
  list(limit = 200): HistoryEntry[] {
    return prepared(
      this.#db,
      `SELECT batch.id, batch.kind, request, started_at, COUNT(action.id) AS photos,
           SUM(state = 'done') AS done, SUM(state = 'failed') AS failed, SUM(state = 'undone') AS undone,
           SUM${CAN_TAKE_BACK} AS undoable
         FROM batch JOIN action ON action.batch_id = batch.id
         WHERE along_with IS NULL GROUP BY batch.id ORDER BY batch.id DESC LIMIT ?`,
    )
      .all(limit)
      .map((row) => this.#entry(historyRow.parse(row)));
  }

  /** The newest batch that a person could want to take back. */
  lastBatch(): BatchId | undefined {
    const id = prepared(
      this.#db,
      `SELECT batch_id FROM action JOIN batch ON batch.id = batch_id
         WHERE state = 'done' AND batch.kind <> 'delete' ORDER BY batch_id DESC LIMIT 1`,
    )
      .pluck()
      .get();
    return batchId.optional().parse(id);
  }

  #entry(row: z.infer<typeof historyRow>): HistoryEntry {
    const request = presetOf.safeParse(JSON.parse(row.request));
    const names = prepared(
      this.#db,
      "SELECT path FROM action WHERE batch_id = ? AND along_with IS NULL ORDER BY id LIMIT 5",
    )
      .pluck()
      .all(row.id);
    return {
      batchId: row.id,
      kind: row.kind,
      preset: request.success ? request.data.preset : null,
      startedAt: row.started_at,
      photos: row.photos,
      done: row.done,
      failed: row.failed,
      undone: row.undone,
      canUndo: row.undoable > 0,
      names: names.map((path) => displayPath(basename(pathColumn.parse(path)))),
    };
  }
}

const presetOf = z.object({ preset: stripPreset });

const historyRow = z.object({
  id: batchId,
  kind: actionKind,
  request: z.string(),
  started_at: z.int(),
  photos: z.int(),
  done: z.int(),
  failed: z.int(),
  undone: z.int(),
  undoable: z.int(),
});
