import type { PhotoChoice } from "../../../shared/contract/index.ts";
import type {
  ActionOutcome,
  ActionPreview,
  ActionProgress,
  HistoryEntry,
} from "../../../shared/model/action.ts";
import { failure } from "../../../shared/model/errors.ts";
import type { BatchId, EntryId, PhotoId, PreviewId } from "../../../shared/model/ids.ts";
import { INSPECT_BATCH } from "../../base/limits.ts";
import { Refused } from "../../base/refused.ts";
import type { JournalRow } from "../catalogue/journal-rows.ts";
import { type Change, ChangeRun, type RunParts } from "./change-run.ts";
import { DeleteRun } from "./delete-run.ts";
import { ExportChange } from "./export-change.ts";
import { Originals } from "./originals.ts";
import { type Previewed, Previews, type Wish } from "./previews.ts";
import { QuarantineChange } from "./quarantine-change.ts";
import { type Recovered, recover } from "./recover.ts";
import { RedactChange } from "./redact-change.ts";
import { hasLitter, releaseObjects } from "./release.ts";
import { StripChange } from "./strip-change.ts";
import { type Manner, UndoRun } from "./undo-run.ts";

/** Changes and their undoing. The only folder that changes a user's file. */
export class Actions {
  readonly #parts: RunParts;
  readonly #previews: Previews;
  /** What the vault keeps, for people. */
  readonly originals: Originals;
  /** What the start found half done and brought to an end. */
  readonly recovered: Recovered;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#previews = new Previews(parts.catalogue);
    this.originals = new Originals(parts);
    this.recovered = recover(parts.catalogue, parts.vault);
  }

  /** At the start: drops what killed programs, and analysts that outlived them, left in the vault. */
  async tidy() {
    const { catalogue, vault } = this.#parts;
    const { finished, reverted } = this.recovered;
    const isUnclean = catalogue.foundDead || finished + reverted > 0;
    // At every start: an analyst may have outlived its engine, and the start that tidied up after that.
    if (!catalogue.isShared()) vault.dropTemporaries();
    if (isUnclean || hasLitter(catalogue, vault)) await releaseObjects(catalogue, vault);
  }

  preview(choice: PhotoChoice, wish: Wish): ActionPreview {
    return this.#previews.make(choice, wish);
  }

  /** Applies exactly what a preview showed. Ending the iteration early ends after the photos under way. */
  async *apply(id: PreviewId): AsyncGenerator<ActionProgress> {
    const previewed = this.#previews.take(id);
    if (!previewed.ok) throw new Refused(previewed.error);
    const { photos, request, kind } = previewed.value;
    const { catalogue, vault } = this.#parts;
    const batchId = catalogue.journal.openBatch(kind, request);
    const run = new ChangeRun(this.#parts, batchId, this.#changeFor(previewed.value));
    let failed = 0;
    for await (const step of inSteps(batchId, photos, (chunk) => run.run(chunk))) {
      failed += step.outcomes.filter(({ result }) => result === "failed").length;
      yield step;
    }
    if (failed > 0) await releaseObjects(catalogue, vault);
  }

  async *undo(batchId: BatchId): AsyncGenerator<ActionProgress> {
    yield* this.#takeBack(this.#parts.catalogue.journal.undoable(batchId));
  }

  async *undoPhoto(photo: PhotoId): AsyncGenerator<ActionProgress> {
    const { journal } = this.#parts.catalogue;
    const row = journal.lastOf(photo);
    yield* this.#takeBack(row ? journal.withSidecars(row.id) : []);
  }

  /** Puts originals out of the vault back: where they were or in `to`, beside whatever lies there. */
  async *restore(ids: readonly EntryId[], to: string | null): AsyncGenerator<ActionProgress> {
    yield* this.#takeBack(await this.originals.rowsOf(ids), { beside: true, to });
  }

  /** Deletes originals from the vault. Nothing brings them back, so the caller must have asked twice. */
  async *deleteForGood(ids: readonly EntryId[]): AsyncGenerator<ActionProgress> {
    yield* this.#delete(await this.originals.rowsOf(ids));
  }

  /** The same for all that is older than so many days (the setting `keepDays` where none are given), patches too. */
  async *dropOlder(days?: number): AsyncGenerator<ActionProgress> {
    yield* this.#delete(this.originals.olderRows(days));
  }

  async *#delete(rows: readonly JournalRow[]): AsyncGenerator<ActionProgress> {
    const { catalogue, vault } = this.#parts;
    if (vault.identity === null) throw new Refused(failure("vault-locked"));
    if (rows.length === 0) throw new Refused(failure("action-not-found"));
    const batchId = catalogue.journal.openBatch("delete", {});
    const run = new DeleteRun(this.#parts, batchId);
    yield* inSteps(batchId, rows, async (chunk) => run.run(chunk));
    await releaseObjects(catalogue, vault);
  }

  history(): HistoryEntry[] {
    return this.#parts.catalogue.history.list();
  }

  /** The newest batch of which something can still be taken back. */
  lastBatch(): BatchId | undefined {
    return this.#parts.catalogue.history.lastBatch();
  }

  #changeFor(previewed: Previewed): Change {
    switch (previewed.kind) {
      case "strip":
        return new StripChange(this.#parts, previewed);
      case "quarantine":
        return new QuarantineChange(this.#parts, previewed.photos);
      case "redact":
        return new RedactChange(this.#parts, previewed);
      case "export":
        return new ExportChange(this.#parts.catalogue.journal, previewed);
    }
  }

  #takeBack(rows: readonly JournalRow[], manner?: Manner): AsyncGenerator<ActionProgress> {
    const [first] = rows;
    if (!first) throw new Refused(failure("action-not-found"));
    const needsKey = rows.some(({ copy }) => copy !== null);
    if (needsKey && this.#parts.vault.identity === null) throw new Refused(failure("vault-locked"));
    const run = new UndoRun(this.#parts, manner);
    return inSteps(first.batchId, rows, (chunk) => run.takeBack(chunk));
  }
}

/** Steps under way: while one step's files take their places, the analysts make the next one's ready. */
const STEPS_IN_FLIGHT = 2;

async function* inSteps<T>(
  batchId: BatchId,
  items: readonly T[],
  work: (chunk: readonly T[]) => Promise<ActionOutcome[]>,
): AsyncGenerator<ActionProgress> {
  const total = items.length;
  yield { batchId, done: 0, total, outcomes: [] };
  const underWay: Promise<ActionOutcome[]>[] = [];
  let [begun, done] = [0, 0];
  try {
    while (done < total) {
      for (; begun < total && underWay.length < STEPS_IN_FLIGHT; begun += INSPECT_BATCH) {
        underWay.push(work(items.slice(begun, begun + INSPECT_BATCH)));
      }
      const outcomes = (await underWay[0]) ?? [];
      underWay.shift();
      done = Math.min(total, done + INSPECT_BATCH);
      yield { batchId, done, total, outcomes };
    }
  } finally {
    // Whoever stops listening, or a step that failed: what is under way is brought to its end.
    await Promise.allSettled(underWay);
  }
}
