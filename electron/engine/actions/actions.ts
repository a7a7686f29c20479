import type { PhotoChoice } from "../../../shared/contract/index.ts";
import type {
  ActionOutcome,
  ActionPreview,
  ActionProgress,
  HistoryEntry,
  StripRequest,
} from "../../../shared/model/action.ts";
import { failure } from "../../../shared/model/errors.ts";
import type { BatchId, PhotoId, PreviewId } from "../../../shared/model/ids.ts";
import { INSPECT_BATCH } from "../../base/limits.ts";
import type { ProcessPool } from "../../base/pool.ts";
import { Refused } from "../../base/refused.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { JournalRow } from "../catalogue/journal.ts";
import type { Vault } from "../vault/vault.ts";
import { Previews } from "./previews.ts";
import { type Recovered, recover } from "./recover.ts";
import { StripRun } from "./strip-run.ts";
import { UndoRun } from "./undo-run.ts";

export interface ActionParts {
  readonly catalogue: Catalogue;
  readonly pool: ProcessPool;
  readonly vault: Vault;
  /** Reads photos again after they changed, so that the catalogue tells what they give away now. */
  readonly readAgain: (paths: readonly string[]) => Promise<void>;
}

/** Changes and their undoing. The only folder that changes a user's file. */
export class Actions {
  readonly #parts: ActionParts;
  readonly #previews: Previews;
  /** What the start found half done and brought to an end. */
  readonly recovered: Recovered;

  constructor(parts: ActionParts) {
    this.#parts = parts;
    this.#previews = new Previews(parts.catalogue);
    this.recovered = recover(parts.catalogue.journal, parts.vault);
  }

  preview(choice: PhotoChoice, request: StripRequest): ActionPreview {
    return this.#previews.make(choice, request);
  }

  /** Applies exactly what a preview showed. Ending the iteration early ends after the photos under way. */
  async *apply(id: PreviewId): AsyncGenerator<ActionProgress> {
    const previewed = this.#previews.take(id);
    if (!previewed.ok) throw new Refused(previewed.error);
    const { photos, request } = previewed.value;
    const batchId = this.#parts.catalogue.journal.openBatch(request);
    const run = new StripRun(this.#parts, batchId, previewed.value);
    yield* this.#inSteps(batchId, photos, (chunk) => run.change(chunk));
  }

  async *undo(batchId: BatchId): AsyncGenerator<ActionProgress> {
    const rows = this.#parts.catalogue.journal.undoable(batchId);
    if (rows.length === 0) throw new Refused(failure("action-not-found"));
    yield* this.#takeBack(batchId, rows);
  }

  async *undoPhoto(photo: PhotoId): AsyncGenerator<ActionProgress> {
    const row = this.#parts.catalogue.journal.lastOf(photo);
    if (!row) throw new Refused(failure("action-not-found"));
    yield* this.#takeBack(row.batchId, [row]);
  }

  history(): HistoryEntry[] {
    return this.#parts.catalogue.journal.history();
  }

  /** The newest batch of which something can still be taken back. */
  lastBatch(): BatchId | undefined {
    return this.#parts.catalogue.journal.lastBatch();
  }

  #takeBack(batchId: BatchId, rows: readonly JournalRow[]) {
    const run = new UndoRun(this.#parts);
    return this.#inSteps(batchId, rows, (chunk) => run.takeBack(chunk));
  }

  async *#inSteps<T>(
    batchId: BatchId,
    items: readonly T[],
    work: (chunk: readonly T[]) => Promise<ActionOutcome[]>,
  ): AsyncGenerator<ActionProgress> {
    const total = items.length;
    yield { batchId, done: 0, total, outcomes: [] };
    for (let at = 0; at < total; at += INSPECT_BATCH) {
      const outcomes = await work(items.slice(at, at + INSPECT_BATCH));
      yield { batchId, done: Math.min(total, at + INSPECT_BATCH), total, outcomes };
    }
  }
}
