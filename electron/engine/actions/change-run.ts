import { lstatSync } from "node:fs";
import type { ActionKind, ActionOutcome } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { ActionId, BatchId, PhotoId } from "../../../shared/model/ids.ts";
import { errnoOf, writingError } from "../../base/errno.ts";
import { type FileLook, removeIfThere } from "../../base/files.ts";
import { stampOf } from "../../base/fingerprint.ts";
import { STRIP_DEADLINE_MS } from "../../base/limits.ts";
import { fsPath } from "../../base/paths.ts";
import type { ProcessPool } from "../../base/pool.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { JournalStep } from "../catalogue/journal-rows.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import type { Vault } from "../vault/vault.ts";
import { outcomesOf, withLeads } from "./along.ts";
import { howItStands } from "./recover.ts";

export interface RunParts {
  readonly catalogue: Catalogue;
  readonly pool: ProcessPool;
  readonly vault: Vault;
  /**
   * Reads photos again after they changed, so that the catalogue tells what they give away now.
   * What is known of a picture holds only where it is proven to be the same.
   */
  readonly readAgain: (
    paths: readonly string[],
    picture: { readonly samePicture: boolean },
  ) => Promise<void>;
}

/** A file that an action changes, removes or makes, before it has a number in the journal. */
export interface Target {
  readonly photoId: PhotoId | null;
  /** The file that is read; for people it is known by this name. */
  readonly source: string;
  /** The file that the action changes, removes or makes. */
  readonly path: string;
  readonly fingerprint: string;
  readonly temporary: string | null;
  /** Patch or entry that the vault is to keep. */
  readonly copy: string | null;
  /** Of a sidecar: the place of its photo in the list. */
  readonly alongWith: number | null;
}

/** The same on its way through the journal. */
export interface Work extends Target {
  readonly id: ActionId;
}

/** What an analyst has made ready: all of it is on the disk and proven. */
export interface Ready {
  readonly status: "prepared";
  /** SHA-256 of the whole files; null where the action leaves none. */
  readonly beforeHash: Uint8Array;
  readonly afterHash: Uint8Array | null;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  readonly look: FileLook;
  /** The file that was read, as it was then: see `stampOf`. */
  readonly stamp: string;
  /** Name of the whole original in the vault. */
  readonly object: string | null;
}

export type Prepared =
  | Ready
  | { readonly status: "unchanged" }
  | { readonly status: "failed"; readonly error: AppErrorCode; readonly subject?: string };

/** What differs from one kind of action to the next. The order of the steps does not. */
export interface Change {
  readonly kind: ActionKind;
  /** The files that change with these photos. */
  targets(photos: readonly PhotoPlace[]): Target[];
  /** Which of the analyst's tasks makes it ready, and from what. */
  job(work: Work): { readonly task: string; readonly input: unknown };
  /** The one moment at which a file of the user's changes. Returns where the result lies. @throws what `node:fs` throws. */
  put(work: Work, ready: Ready): string | null;
  /** After all steps: what the catalogue must learn of those that were done. */
  settle(done: readonly { readonly work: Work; readonly at: string | null }[]): Promise<void>;
}

export interface Ended {
  readonly work: Work;
  readonly result: ActionOutcome["result"];
  readonly error: AppErrorCode | null;
  readonly bytesRemoved: number;
  /** Where the result lies, as far as it is another place than was planned. */
  readonly at: string | null;
  /** The file is neither the old nor the new one: what the vault has of it stays. */
  readonly keepsCopy: boolean;
}

const ended = (work: Work, how: Partial<Ended> & Pick<Ended, "result">): Ended => ({
  error: null,
  bytesRemoved: 0,
  at: null,
  keepsCopy: false,
  ...how,
  work,
});

/**
 * Changes files in the journalled order of HOUSE.md: planned → new bytes and kept original on the
 * disk, both proven → kept → the one step → done. The steps of several files share one journal write.
 */
export class ChangeRun {
  readonly #parts: RunParts;
  readonly #batch: BatchId;
  readonly #change: Change;

  constructor(parts: RunParts, batch: BatchId, change: Change) {
    this.#parts = parts;
    this.#batch = batch;
    this.#change = change;
  }

  async run(photos: readonly PhotoPlace[]): Promise<ActionOutcome[]> {
    const { catalogue, vault } = this.#parts;
    const planned = this.#plan(this.#change.targets(photos));
    const prepared = await Promise.all(planned.map((work) => this.#prepare(work)));
    const { works, leads } = withLeads(planned, prepared);
    catalogue.journal.lead(leads);
    if (works.some(({ copy }) => copy !== null)) vault.settle();
    catalogue.journal.step(works.flatMap((work, at) => keptStep(work, prepared[at]) ?? []));
    const ends: Ended[] = [];
    for (const [at, work] of works.entries()) ends.push(this.#end(work, prepared[at], ends));
    this.#journal(ends);
    await this.#change.settle(ends.filter(({ result }) => result === "done"));
    return outcomesOf(planned, ends);
  }

  #plan(targets: readonly Target[]): Work[] {
    const ids = this.#parts.catalogue.journal.plan(this.#batch, targets);
    return targets.flatMap((target, at) => {
      const id = ids[at];
      return id === undefined ? [] : [{ ...target, id }];
    });
  }

  async #prepare(work: Work): Promise<Prepared> {
    try {
      const job = { ...this.#change.job(work), deadlineMs: STRIP_DEADLINE_MS };
      const answer = await this.#parts.pool.run(job);
      // The analyst is our own code of the same build: its answer has the type its task returns.
      if (answer.ok) return answer.value as Prepared;
      this.#dropRemains(work);
      return { status: "failed", error: answer.error === "stopped" ? "interrupted" : answer.error };
    } catch {
      // A bug in a reader: its photo is left as it is, the others go on.
      this.#dropRemains(work);
      return CRASHED;
    }
  }

  #end(work: Work, prepared: Prepared = CRASHED, before: readonly Ended[]): Ended {
    if (prepared.status === "unchanged") return ended(work, { result: "unchanged" });
    const main = work.alongWith === null ? undefined : before[work.alongWith];
    const problem =
      prepared.status === "failed"
        ? prepared.error
        : main && main.result !== "done"
          ? (main.error ?? "interrupted")
          : changedMeanwhile(work.source, prepared.stamp);
    if (problem === undefined && prepared.status === "prepared") return this.#put(work, prepared);
    this.#dropRemains(work);
    return ended(work, { result: "failed", error: problem ?? "unexpected" });
  }

  #put(work: Work, ready: Ready): Ended {
    const bytesRemoved = ready.bytesBefore - ready.bytesAfter;
    try {
      return ended(work, { result: "done", at: this.#change.put(work, ready), bytesRemoved });
    } catch (error) {
      const code = writingError(error);
      // The step may have happened and only its settling failed: what is there now decides.
      const stands = howItStands({ ...work, ...ready, kind: this.#change.kind, target: null });
      if (stands === "changed") {
        if (work.temporary !== null) removeIfThere(work.temporary);
        return ended(work, { result: "done", bytesRemoved });
      }
      if (stands === "as-it-was") this.#dropRemains(work);
      return ended(work, { result: "failed", error: code, keepsCopy: stands === "neither" });
    }
  }

  #journal(ends: readonly Ended[]) {
    const { journal } = this.#parts.catalogue;
    const acted = ends.filter(({ result }) => result !== "unchanged");
    journal.step(acted.map(endStep));
    journal.forget(ends.filter(({ result }) => result === "unchanged").map(({ work }) => work.id));
  }

  #dropRemains({ temporary, copy }: Work) {
    if (temporary !== null) removeIfThere(temporary);
    if (copy !== null) this.#parts.vault.remove(copy);
  }
}

const CRASHED: Prepared = { status: "failed", error: "unexpected" };

function keptStep(work: Work, prepared: Prepared | undefined): JournalStep | undefined {
  if (prepared?.status !== "prepared") return undefined;
  const { status: _, stamp: __, look, ...facts } = prepared;
  return { id: work.id, state: "kept", ...facts, look: packLook(look) };
}

export const packLook = (look: FileLook): string =>
  JSON.stringify(look, (_, value) => (typeof value === "bigint" ? `${value}` : value));

/** Somebody may have saved over the file while it was being made ready. */
function changedMeanwhile(path: string, stamp: string): AppErrorCode | undefined {
  try {
    const now = stampOf(lstatSync(fsPath(path), { bigint: true }));
    return now === stamp ? undefined : "file-changed";
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return "file-vanished";
  }
}

function endStep({ work, result, error, at, keepsCopy }: Ended): JournalStep {
  const isDone = result === "done";
  return {
    id: work.id,
    state: isDone ? "done" : "failed",
    temporary: null,
    ...(error !== null && { error }),
    ...(!isDone && !keepsCopy && work.copy !== null && { copy: null }),
    ...(at !== null && at !== work.path && { target: at }),
  };
}
