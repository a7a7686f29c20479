import { z } from "zod";
import { type BatchId, batchId } from "../../../shared/model/ids.ts";
import { pathBytes } from "../../base/paths.ts";
import type { Db } from "./database.ts";
import { type Adopted, type JournalRow, journalRow } from "./journal-rows.ts";
import type { Owner } from "./owner.ts";
import { prepared } from "./prepared.ts";
import { pathColumn } from "./rows.ts";

/** What the journal knows of the vault: which action needs which sealed file. */
export class Kept {
  readonly #db: Db;
  readonly #owner: Owner;

  constructor(db: Db, owner: Owner) {
    this.#db = db;
    this.#owner = owner;
  }

  /** Actions whose whole original the vault has, the oldest first. */
  originals(): JournalRow[] {
    return prepared(
      this.#db,
      `SELECT action.*, batch.kind FROM action JOIN batch ON batch.id = batch_id
         WHERE state = 'done' AND copy IS NOT NULL AND object IS NOT NULL
         ORDER BY action.id`,
    )
      .all()
      .map((row) => journalRow.parse(row));
  }

  /** Patches that undo something, and the files they belong to. */
  patches(): { readonly copy: string; readonly path: string }[] {
    const rows = prepared(
      this.#db,
      "SELECT copy, path FROM action WHERE state = 'done' AND copy IS NOT NULL AND object IS NULL",
    ).all();
    return z.array(z.object({ copy: z.string(), path: pathColumn })).parse(rows);
  }

  /** The done action that an entry belongs to. */
  byCopy(copy: string): JournalRow | undefined {
    const row = prepared(
      this.#db,
      `SELECT action.*, batch.kind FROM action JOIN batch ON batch.id = batch_id
         WHERE copy = ? AND state = 'done'`,
    ).get(copy);
    return row === undefined ? undefined : journalRow.parse(row);
  }

  /** Names of the patches and entries that some action needs or is about to write. */
  copies(): Set<string> {
    const rows = prepared(this.#db, "SELECT copy FROM action WHERE copy IS NOT NULL").pluck().all();
    return new Set(z.array(z.string()).parse(rows));
  }

  /** Actions of batches that began before `time` and of which the vault still keeps something. */
  olderThan(time: number): JournalRow[] {
    return prepared(
      this.#db,
      `SELECT action.*, batch.kind FROM action JOIN batch ON batch.id = batch_id
         WHERE state = 'done' AND copy IS NOT NULL AND started_at < ? ORDER BY action.id`,
    )
      .all(time)
      .map((row) => journalRow.parse(row));
  }

  /** Names of the objects that actions need. Whatever gives its copy up says so in its row, whichever way it ended. */
  objects(): Set<string> {
    const rows = prepared(
      this.#db,
      "SELECT DISTINCT object FROM action WHERE object IS NOT NULL AND copy IS NOT NULL",
    );
    return new Set(z.array(z.string()).parse(rows.pluck().all()));
  }

  /**
   * Calls `release` with the objects that actions need, while no program can begin or be in the
   * middle of an action. Whoever plans one waits until `release` is done.
   * @returns false when something is under way: then nothing may be released now.
   */
  whileQuiet(release: (needed: ReadonlySet<string>) => void): boolean {
    return this.#db
      .transaction(() => {
        const open = prepared(
          this.#db,
          "SELECT COUNT(*) FROM action WHERE state IN ('planned', 'kept', 'undoing')",
        ).pluck();
        if (open.get() !== 0) return false;
        release(this.objects());
        return true;
      })
      .immediate();
  }

  /** Takes originals that only the vault remembers into the journal, as the quarantine they once were. */
  adopt(found: readonly Adopted[]) {
    if (found.length === 0) return;
    this.#db
      .transaction(() => {
        const known = this.copies();
        const fresh = found.filter(({ copy }) => !known.has(copy));
        if (fresh.length === 0) return;
        const batch = this.#adoptedBatch(Math.min(...fresh.map(({ keptAt }) => keptAt)));
        const ids = new Map(fresh.map((one) => [one.copy, this.#adoptOne(batch, one)]));
        const link = prepared(this.#db, "UPDATE action SET along_with = ? WHERE id = ?");
        for (const { copy, sidecars } of fresh)
          for (const sidecar of sidecars) link.run(ids.get(copy) ?? null, ids.get(sidecar) ?? null);
      })
      .immediate();
  }

  #adoptedBatch(startedAt: number): BatchId {
    const insert = prepared(
      this.#db,
      "INSERT INTO batch (kind, request, started_at) VALUES ('quarantine', '{}', ?) RETURNING id",
    ).pluck();
    return batchId.parse(insert.get(startedAt));
  }

  #adoptOne(batch: BatchId, one: Adopted): number {
    const insert = prepared(
      this.#db,
      `INSERT INTO action (batch_id, owner, path, state, copy, object, before_hash, bytes_before, look, changed_at)
         VALUES (?, ?, ?, 'done', ?, ?, ?, ?, ?, ?) RETURNING id`,
    ).pluck();
    const { path, copy, object, beforeHash, bytes, look, keptAt } = one;
    const facts = [batch, this.#owner.id, pathBytes(path), copy, object, beforeHash, bytes];
    return z.int().parse(insert.get(...facts, look, keptAt));
  }
}
