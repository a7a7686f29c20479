import { lstatSync } from "node:fs";
import type { ActionOutcome } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { ActionId, BatchId } from "../../../shared/model/ids.ts";
import { errnoOf, writingError } from "../../base/errno.ts";
import { removeIfThere, replaceFile, temporaryBeside } from "../../base/files.ts";
import { fingerprintOf } from "../../base/fingerprint.ts";
import { STRIP_DEADLINE_MS } from "../../base/limits.ts";
import { displayPath, fsPath } from "../../base/paths.ts";
import type { ProcessPool } from "../../base/pool.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { JournalStep } from "../catalogue/journal.ts";
import type { PhotoPlace } from "../catalogue/photos.ts";
import type { Vault } from "../vault/vault.ts";
import type { Prepared, StripInput } from "./prepare-strip.ts";
import type { Previewed } from "./previews.ts";

export interface RunParts {
  readonly catalogue: Catalogue;
  readonly pool: ProcessPool;
  readonly vault: Vault;
  readonly readAgain: (paths: readonly string[]) => Promise<void>;
}

/** One photo on its way through the journal. */
interface Work {
  readonly place: PhotoPlace;
  readonly id: ActionId;
  readonly temporary: string;
  readonly copy: string | null;
}

/**
 * Strips photos in the journalled order of HOUSE.md: planned → new bytes and kept original on the
 * disk, both proven → kept → rename → done. The steps of several photos share one journal write.
 */
export class StripRun {
  readonly #parts: RunParts;
  readonly #batch: BatchId;
  readonly #previewed: Previewed;

  constructor(parts: RunParts, batch: BatchId, previewed: Previewed) {
    this.#parts = parts;
    this.#batch = batch;
    this.#previewed = previewed;
  }

  async change(places: readonly PhotoPlace[]): Promise<ActionOutcome[]> {
    const { catalogue, vault, readAgain } = this.#parts;
    const works = this.#plan(places);
    const prepared = await Promise.all(works.map((work) => this.#prepare(work)));
    if (works.some(({ copy }) => copy !== null)) vault.settle();
    catalogue.journal.step(works.flatMap((work, at) => keptStep(work, prepared[at]) ?? []));
    const outcomes = works.map((work, at) => this.#putInPlace(work, prepared[at] ?? CRASHED));
    catalogue.journal.step(outcomes.filter(({ isAction }) => isAction).map(({ step }) => step));
    catalogue.journal.forget(
      outcomes.filter(({ isAction }) => !isAction).map(({ step }) => step.id),
    );
    await readAgain(outcomes.filter(({ isChanged }) => isChanged).map(({ path }) => path));
    return outcomes.map(({ outcome }) => outcome);
  }

  #plan(places: readonly PhotoPlace[]): Work[] {
    const { vault, catalogue } = this.#parts;
    const files = places.map((place) => ({
      place,
      temporary: temporaryBeside(place.path),
      copy: this.#previewed.request.keepCopy ? vault.newName() : null,
    }));
    const rows = files.map(({ place, temporary, copy }) => ({
      photoId: place.id,
      path: place.path,
      temporary,
      copy,
    }));
    const ids = catalogue.journal.plan(this.#batch, rows);
    return files.flatMap((file, at) => {
      const id = ids[at];
      return id === undefined ? [] : [{ ...file, id }];
    });
  }

  async #prepare(work: Work): Promise<Prepared> {
    const { plan } = this.#previewed;
    const { vault, pool } = this.#parts;
    const input: StripInput = {
      path: work.place.path,
      fingerprint: work.place.fingerprint,
      temporary: work.temporary,
      keep:
        work.copy === null
          ? null
          : { path: vault.pathOf(work.copy), recipient: vault.keys.recipient },
      plan: { ...plan, drops: [...plan.drops] },
    };
    try {
      const answer = await pool.run({ task: "strip", input, deadlineMs: STRIP_DEADLINE_MS });
      if (answer.ok) return answer.value as Prepared;
      this.#dropRemains(work);
      return { status: "failed", error: answer.error === "stopped" ? "interrupted" : answer.error };
    } catch {
      // A bug in a reader: its photo is left as it is, the others go on.
      this.#dropRemains(work);
      return CRASHED;
    }
  }

  #dropRemains({ temporary, copy }: Work) {
    removeIfThere(temporary);
    if (copy !== null) this.#parts.vault.remove(copy);
  }

  /** The one moment at which a user's file changes. */
  #putInPlace(work: Work, prepared: Prepared) {
    const { place } = work;
    if (prepared.status === "unchanged") return ended(work, "unchanged", "nothing-to-remove", 0);
    if (prepared.status === "failed") return ended(work, "failed", prepared.error, 0);
    const problem = changedMeanwhile(place) ?? tryReplace(work.temporary, place.path);
    if (problem) {
      this.#dropRemains(work);
      return ended(work, "failed", problem, 0);
    }
    this.#parts.catalogue.photos.bumpRevision(place.id);
    return ended(work, "done", null, prepared.bytesBefore - prepared.bytesAfter);
  }
}

const CRASHED: Prepared = { status: "failed", error: "unexpected" };

function keptStep(work: Work, prepared: Prepared | undefined): JournalStep | undefined {
  if (prepared?.status !== "prepared") return undefined;
  const { beforeHash, afterHash, bytesBefore, bytesAfter, look } = prepared;
  const packedLook = JSON.stringify(look, (_, value) =>
    typeof value === "bigint" ? `${value}` : value,
  );
  return {
    id: work.id,
    state: "kept",
    beforeHash,
    afterHash,
    bytesBefore,
    bytesAfter,
    look: packedLook,
  };
}

/** Somebody may have saved over the photo while its new bytes were being made. */
function changedMeanwhile(place: PhotoPlace): AppErrorCode | undefined {
  try {
    const now = fingerprintOf(lstatSync(fsPath(place.path), { bigint: true }));
    return now === place.fingerprint ? undefined : "file-changed";
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return "file-vanished";
  }
}

/** Puts a finished file in a photo's place, or says why not. */
export function tryReplace(temporary: string, path: string): AppErrorCode | undefined {
  try {
    replaceFile(temporary, path);
    return undefined;
  } catch (error) {
    return writingError(error);
  }
}

function ended(
  { place, id, copy }: Work,
  result: ActionOutcome["result"],
  error: AppErrorCode | null,
  bytesRemoved: number,
) {
  const isChanged = result === "done";
  const step: JournalStep = {
    id,
    state: isChanged ? "done" : "failed",
    temporary: null,
    ...(error !== null && { error }),
    ...(!isChanged && copy !== null && { copy: null }),
  };
  const outcome: ActionOutcome = {
    photoId: place.id,
    name: displayPath(place.name),
    actionId: result === "unchanged" ? null : id,
    result,
    error,
    bytesRemoved,
  };
  return { step, outcome, isChanged, isAction: result !== "unchanged", path: place.path };
}
