import { basename } from "node:path";
import { z } from "zod";
import {
  type ActionState,
  actionState,
  type HistoryEntry,
  type StripRequest,
  stripRequest,
} from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import {
  type ActionId,
  actionId,
  type BatchId,
  batchId,
  type PhotoId,
  photoId,
} from "../../../shared/model/ids.ts";
import { displayPath, pathBytes } from "../../base/paths.ts";
import type { Db } from "./database.ts";
import type { Owner } from "./owner.ts";
import { prepared } from "./prepared.ts";
import { pathColumn } from "./rows.ts";

/** One changed file, as far as the journal knows it. Hashes are SHA-256 of whole files. */
export interface JournalRow {
  readonly id: ActionId;
  readonly batchId: BatchId;
  readonly owner: string;
  readonly photoId: PhotoId | null;
  readonly path: string;
  readonly state: ActionState;
  /** The file being written beside the photo. */
  readonly temporary: string | null;
  /** Name of what the vault keeps to undo it; null when the person chose to keep none. */
  readonly copy: string | null;
  readonly beforeHash: Buffer | null;
  readonly afterHash: Buffer | null;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  readonly look: string | null;
}

const journalRow = z
  .object({
    id: actionId,
    batch_id: batchId,
    owner: z.string(),
    photo_id: photoId.nullable(),
    path: pathColumn,
    state: actionState,
    temporary: pathColumn.nullable(),
    copy: z.string().nullable(),
    before_hash: z.instanceof(Buffer).nullable(),
    after_hash: z.instanceof(Buffer).nullable(),
    bytes_before: z.int(),
    bytes_after: z.int(),
    look: z.string().nullable(),
  })
  .transform(
    (row): JournalRow => ({
      id: row.id,
      batchId: row.batch_id,
      owner: row.owner,
      photoId: row.photo_id,
      path: row.path,
      state: row.state,
      temporary: row.temporary,
      copy: row.copy,
      beforeHash: row.before_hash,
      afterHash: row.after_hash,
      bytesBefore: row.bytes_before,
      bytesAfter: row.bytes_after,
      look: row.look,
    }),
  );

/** What a step of an action adds to its row. */
export interface JournalStep {
  readonly id: ActionId;
  readonly state: ActionState;
  readonly error?: AppErrorCode;
  readonly temporary?: string | null;
  readonly copy?: string | null;
  readonly beforeHash?: Uint8Array;
  readonly afterHash?: Uint8Array;
  readonly bytesBefore?: number;
  readonly bytesAfter?: number;
  readonly look?: string;
}

export interface Planned {
  readonly photoId: PhotoId | null;
  readonly path: string;
  readonly temporary: string;
  readonly copy: string | null;
}

/**
 * The journal of changes. Each call is on the disk when it returns (synchronous = FULL), so that
 * whatever happens next, the next start knows what was under way.
 */
export class Journal {
  readonly #db: Db;
  readonly #owner: Owner;

  constructor(db: Db, owner: Owner) {
    this.#db = db;
    this.#owner = owner;
  }

  openBatch(request: StripRequest): BatchId {
    return batchId.parse(
      prepared(
        this.#db,
        "INSERT INTO batch (kind, request, started_at) VALUES ('strip', ?, ?) RETURNING id",
      )
        .pluck()
        .get(JSON.stringify(request), Date.now()),
    );
  }

  plan(batch: BatchId, files: readonly Planned[]): ActionId[] {
    const insert = prepared(
      this.#db,
      `INSERT INTO action (batch_id, owner, photo_id, path, state, temporary, copy, changed_at)
         VALUES (?, ?, ?, ?, 'planned', ?, ?, ?) RETURNING id`,
    ).pluck();
    return this.#db.transaction(() =>
      files.map(({ photoId: photo, path, temporary, copy }) =>
        actionId.parse(
          insert.get(
            batch,
            this.#owner.id,
            photo,
            pathBytes(path),
            pathBytes(temporary),
            copy,
            Date.now(),
          ),
        ),
      ),
    )();
  }

  /** Writes several steps in one transaction: one wait for the disk for all of them. */
  step(steps: readonly JournalStep[]) {
    if (steps.length === 0) return;
    this.#db.transaction(() => {
      for (const step of steps) this.#write(step);
    })();
  }

  /** Takes out rows of photos in which there was nothing to do. */
  forget(ids: readonly ActionId[]) {
    if (ids.length === 0) return;
    const statement = prepared(this.#db, "DELETE FROM action WHERE id = ?");
    this.#db.transaction(() => {
      for (const id of ids) statement.run(id);
    })();
  }

  /** Actions that a crash or a power cut left between two steps; not those of a program still at work. */
  unfinished(): JournalRow[] {
    const rows = this.#rows("state IN ('planned', 'kept', 'undoing')", "id");
    const dead = new Set(rows.map(({ owner }) => owner).filter((id) => !this.#owner.isAlive(id)));
    return rows.filter(({ owner }) => dead.has(owner));
  }

  /** What undoing a batch would take back, the last change first. */
  undoable(batch: BatchId): JournalRow[] {
    return this.#rows("batch_id = ? AND state = 'done'", "id DESC", batch);
  }

  /** The last change of a photo that can be taken back. */
  lastOf(photo: PhotoId): JournalRow | undefined {
    return this.#rows(
      "photo_id = ? AND state = 'done' AND copy IS NOT NULL",
      "id DESC LIMIT 1",
      photo,
    )[0];
  }

  get(id: ActionId): JournalRow | undefined {
    return this.#rows("id = ?", "id", id)[0];
  }

  lastBatch(): BatchId | undefined {
    const id = prepared(
      this.#db,
      "SELECT batch_id FROM action WHERE state = 'done' ORDER BY batch_id DESC LIMIT 1",
    )
      .pluck()
      .get();
    return batchId.optional().parse(id);
  }

  /** The newest batch first. Batches in which nothing was attempted are not shown. */
  history(limit = 200): HistoryEntry[] {
    return prepared(
      this.#db,
      `SELECT batch.id, request, started_at, COUNT(action.id) AS photos,
           SUM(state = 'done') AS done, SUM(state = 'failed') AS failed, SUM(state = 'undone') AS undone,
           SUM(state = 'done' AND copy IS NOT NULL) AS undoable
         FROM batch JOIN action ON action.batch_id = batch.id
         GROUP BY batch.id ORDER BY batch.id DESC LIMIT ?`,
    )
      .all(limit)
      .map((row) => this.#entry(historyRow.parse(row)));
  }

  #entry(row: z.infer<typeof historyRow>): HistoryEntry {
    const request = stripRequest.safeParse(JSON.parse(row.request));
    const names = prepared(
      this.#db,
      "SELECT path FROM action WHERE batch_id = ? ORDER BY id LIMIT 5",
    )
      .pluck()
      .all(row.id);
    return {
      batchId: row.id,
      kind: "strip",
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

  #write(step: JournalStep) {
    const changes: Record<string, unknown> = {
      state: step.state,
      error: step.error ?? null,
      owner: this.#owner.id,
      changed_at: Date.now(),
      ...(step.temporary !== undefined && {
        temporary: step.temporary === null ? null : pathBytes(step.temporary),
      }),
      ...(step.copy !== undefined && { copy: step.copy }),
      ...(step.beforeHash && { before_hash: step.beforeHash }),
      ...(step.afterHash && { after_hash: step.afterHash }),
      ...(step.bytesBefore !== undefined && { bytes_before: step.bytesBefore }),
      ...(step.bytesAfter !== undefined && { bytes_after: step.bytesAfter }),
      ...(step.look !== undefined && { look: step.look }),
    };
    const names = Object.keys(changes).map((name) => `${name} = @${name}`);
    prepared(this.#db, `UPDATE action SET ${names.join(", ")} WHERE id = @id`).run({
      ...changes,
      id: step.id,
    });
  }

  #rows(where: string, order: string, ...parameters: number[]): JournalRow[] {
    return prepared(this.#db, `SELECT * FROM action WHERE ${where} ORDER BY ${order}`)
      .all(...parameters)
      .map((row) => journalRow.parse(row));
  }
}

const historyRow = z.object({
  id: batchId,
  request: z.string(),
  started_at: z.int(),
  photos: z.int(),
  done: z.int(),
  failed: z.int(),
  undone: z.int(),
  undoable: z.int(),
});
