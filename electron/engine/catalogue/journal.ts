import type { ActionKind } from "../../../shared/model/action.ts";
import {
  type ActionId,
  actionId,
  type BatchId,
  batchId,
  type PhotoId,
} from "../../../shared/model/ids.ts";
import { pathBytes } from "../../base/paths.ts";
import type { Db } from "./database.ts";
import { CAN_TAKE_BACK } from "./history.ts";
import {
  type JournalRow,
  type JournalStep,
  journalRow,
  type Lead,
  type Planned,
} from "./journal-rows.ts";
import type { Owner } from "./owner.ts";
import { prepared } from "./prepared.ts";

/** Actions between two steps. */
const OPEN = "state IN ('planned', 'kept', 'undoing')";

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

  openBatch(kind: ActionKind, request: object): BatchId {
    // Not `get` with RETURNING: alone, that one does not tell when what it wrote could not be made to last.
    const { lastInsertRowid } = prepared(
      this.#db,
      "INSERT INTO batch (kind, request, started_at) VALUES (?, ?, ?)",
    ).run(kind, JSON.stringify(request), Date.now());
    return batchId.parse(lastInsertRowid);
  }

  plan(batch: BatchId, files: readonly Planned[]): ActionId[] {
    const insert = prepared(
      this.#db,
      `INSERT INTO action (batch_id, owner, photo_id, along_with, path, state, temporary, copy, changed_at)
         VALUES (?, ?, ?, ?, ?, 'planned', ?, ?, ?) RETURNING id`,
    ).pluck();
    const ids: ActionId[] = [];
    this.#db.transaction(() => {
      for (const { photoId, alongWith, path, temporary, copy } of files) {
        const main = alongWith === null ? null : ids[alongWith];
        const beside = temporary === null ? null : pathBytes(temporary);
        const facts = [batch, this.#owner.id, photoId, main, pathBytes(path), beside, copy];
        ids.push(actionId.parse(insert.get(...facts, Date.now())));
      }
    })();
    return ids;
  }

  /** Writes several steps in one transaction: one wait for the disk for all of them. */
  step(steps: readonly JournalStep[]) {
    if (steps.length === 0) return;
    this.#db.transaction(() => {
      for (const step of steps) this.#write(step);
    })();
  }

  /**
   * Begins to take actions back that nobody else has taken back, or is taking back, since they were read.
   * @returns those that are ours to take back.
   */
  claim(steps: readonly JournalStep[]): ReadonlySet<ActionId> {
    const claimed = this.#db
      .transaction(() => steps.filter((step) => this.#write(step, "AND state = 'done'") > 0))
      .immediate();
    return new Set(claimed.map(({ id }) => id));
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
    const rows = this.#rows(OPEN, "action.id");
    const dead = new Set(rows.map(({ owner }) => owner).filter((id) => !this.#owner.isAlive(id)));
    return rows.filter(({ owner }) => dead.has(owner));
  }

  /** What undoing a batch would take back, the last change first. */
  undoable(batch: BatchId): JournalRow[] {
    return this.#rows("batch_id = ? AND state = 'done'", "action.id DESC", batch);
  }

  /** The last change of a photo that can be taken back. */
  lastOf(photo: PhotoId): JournalRow | undefined {
    return this.#rows(
      "photo_id = ? AND state = 'done' AND copy IS NOT NULL",
      "action.id DESC LIMIT 1",
      photo,
    )[0];
  }

  get(id: ActionId): JournalRow | undefined {
    return this.#rows("action.id = ?", "action.id", id)[0];
  }

  /** Nothing is done to a photo itself: the first of its sidecars' actions stands for it, the others go along. */
  lead(leads: readonly Lead[]) {
    if (leads.length === 0) return;
    const change = prepared(
      this.#db,
      "UPDATE action SET along_with = ?, photo_id = ? WHERE id = ?",
    );
    this.#db.transaction(() => {
      for (const { first, others, photoId } of leads) {
        change.run(null, photoId, first);
        for (const id of others) change.run(first, null, id);
      }
    })();
  }

  /** An action and the sidecars that went along with it, as far as they can be taken back. */
  withSidecars(id: ActionId): JournalRow[] {
    return this.#rows(
      `(action.id = ? OR along_with = ?) AND ${CAN_TAKE_BACK}`,
      "action.id DESC",
      id,
      id,
    );
  }

  /** A file came back or was found again: what was done to it belongs to its new row. */
  relink(path: string, photo: PhotoId) {
    prepared(
      this.#db,
      "UPDATE action SET photo_id = ? WHERE path = ? AND photo_id IS NULL AND along_with IS NULL",
    ).run(photo, pathBytes(path));
  }

  /** @returns how many rows it changed: none where the further condition does not hold. */
  #write(step: JournalStep, further = ""): number {
    const {
      id,
      error,
      temporary,
      target,
      beforeHash,
      afterHash,
      bytesBefore,
      bytesAfter,
      ...rest
    } = step;
    const path = (value: string | null) => (value === null ? null : pathBytes(value));
    const changes: Record<string, unknown> = {
      ...rest,
      error: error ?? null,
      owner: this.#owner.id,
      changed_at: Date.now(),
      ...(temporary !== undefined && { temporary: path(temporary) }),
      ...(target !== undefined && { target: path(target) }),
      ...(beforeHash && { before_hash: beforeHash }),
      ...(afterHash !== undefined && { after_hash: afterHash }),
      ...(bytesBefore !== undefined && { bytes_before: bytesBefore }),
      ...(bytesAfter !== undefined && { bytes_after: bytesAfter }),
    };
    const names = Object.keys(changes).map((name) => `${name} = @${name}`);
    const sql = `UPDATE action SET ${names.join(", ")} WHERE id = @id ${further}`;
    return prepared(this.#db, sql).run({ ...changes, id }).changes;
  }

  #rows(where: string, order: string, ...parameters: (number | string)[]): JournalRow[] {
    return prepared(
      this.#db,
      `SELECT action.*, batch.kind FROM action JOIN batch ON batch.id = batch_id
         WHERE ${where} ORDER BY ${order}`,
    )
      .all(...parameters)
      .map((row) => journalRow.parse(row));
  }
}
