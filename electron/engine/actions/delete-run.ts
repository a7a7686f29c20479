import { basename } from "node:path";
import type { ActionOutcome } from "../../../shared/model/action.ts";
import type { BatchId } from "../../../shared/model/ids.ts";
import { displayPath } from "../../base/paths.ts";
import type { JournalRow } from "../catalogue/journal-rows.ts";
import type { RunParts } from "./change-run.ts";

/** Drops entries of the vault, journalled like every other step; their objects are released after. */
export class DeleteRun {
  readonly #parts: RunParts;
  readonly #batch: BatchId;

  constructor(parts: RunParts, batch: BatchId) {
    this.#parts = parts;
    this.#batch = batch;
  }

  run(rows: readonly JournalRow[]): ActionOutcome[] {
    const { catalogue, vault } = this.#parts;
    const { journal } = catalogue;
    const places = new Map(rows.map(({ id }, at) => [id, at]));
    const planned = rows.map(({ path, alongWith }) => ({
      photoId: null,
      path,
      temporary: null,
      copy: null,
      alongWith: alongWith === null ? null : (places.get(alongWith) ?? null),
    }));
    const ids = journal.plan(this.#batch, planned);
    // From here on their first action cannot be taken back; until then an entry is never in doubt.
    journal.step(rows.map(({ id }) => ({ id, state: "done", copy: null })));
    for (const { copy } of rows) if (copy !== null) vault.remove(copy);
    vault.settle();
    journal.step(ids.map((id) => ({ id, state: "done" })));
    return rows
      .filter(({ alongWith }) => alongWith === null)
      .map(({ id, path, photoId, bytesBefore }) => ({
        photoId,
        name: displayPath(basename(path)),
        newName: null,
        actionId: id,
        result: "done",
        error: null,
        bytesRemoved: bytesBefore,
      }));
  }
}
