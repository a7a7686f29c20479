import { errnoOf } from "../../base/errno.ts";
import { hashFile, removeIfThere } from "../../base/files.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { JournalRow, JournalStep } from "../catalogue/journal-rows.ts";
import type { Vault } from "../vault/vault.ts";

export interface Recovered {
  /** Changes that had happened and are now recorded as such. */
  readonly finished: number;
  /** Changes that had not happened; the photos are as they were. */
  readonly reverted: number;
}

/**
 * Brings every half-done action of an earlier run to an end: it is "done" when the photo is the new
 * file, "as it was" otherwise. A photo that is neither is somebody else's work and is left alone,
 * with its kept original. Where something cannot be removed now, the action waits for the next start.
 */
export function recover({ journal, photos }: Catalogue, vault: Vault): Recovered {
  const ends = journal
    .unfinished()
    .map((row) => ({ row, ...(row.state === "undoing" ? endUndo(row) : endChange(row)) }))
    .filter(({ row, isCopyNeedless }) => areRemainsGone(row, isCopyNeedless, vault));
  if (ends.length === 0) return { finished: 0, reverted: 0 };
  // What the vault need not keep is gone for good before the last row that names it forgets it.
  vault.settle();
  journal.step(
    ends.map(({ step, isCopyNeedless }) => ({
      ...step,
      temporary: null,
      ...(isCopyNeedless && { copy: null }),
    })),
  );
  const gone = ends.filter(({ row, step }) => step.state === "done" && row.kind === "quarantine");
  photos.remove(gone.flatMap(({ row }) => row.photoId ?? []));
  const isFinished = ({ row, step }: (typeof ends)[number]) =>
    (step.state === "done") === (row.state !== "undoing");
  const finished = ends.filter(isFinished).length;
  return { finished, reverted: ends.length - finished };
}

function areRemainsGone(row: JournalRow, isCopyNeedless: boolean, vault: Vault): boolean {
  try {
    if (row.temporary !== null) removeIfThere(row.temporary);
    if (row.copy !== null && isCopyNeedless) vault.remove(row.copy);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** What is needed to see whether a change has happened. */
type Traces = Pick<JournalRow, "kind" | "path" | "target"> & {
  readonly beforeHash: Uint8Array | null;
  readonly afterHash: Uint8Array | null;
};

/** Has a change whose new bytes were ready happened? Judged by the bytes that lie there now. */
export function howItStands(traces: Traces): "changed" | "as-it-was" | "neither" {
  const { kind, beforeHash, afterHash } = traces;
  const now = hashOrNothing(traces.target ?? traces.path);
  const is = (hash: Uint8Array | null) => now !== undefined && hash !== null && now.equals(hash);
  // Made ready means: the vault has all of it. Whatever lies there now is not what it has.
  if (afterHash === null) return is(beforeHash) ? "as-it-was" : "changed";
  if (kind === "export") return is(afterHash) ? "changed" : "as-it-was";
  if (is(afterHash)) return "changed";
  return is(beforeHash) ? "as-it-was" : "neither";
}

interface End {
  readonly step: JournalStep;
  /** A copy may go only when the photo itself is known to be the original. */
  readonly isCopyNeedless: boolean;
}

function endChange(row: JournalRow): End {
  const failed = { id: row.id, state: "failed", error: "interrupted" } as const;
  const done = { step: { id: row.id, state: "done" }, isCopyNeedless: false } as const;
  if (row.state === "planned") return { step: failed, isCopyNeedless: true };
  const stands = howItStands(row);
  if (stands === "changed") return done;
  if (stands === "as-it-was") return { step: failed, isCopyNeedless: true };
  // A whole original can be put beside; a patch fits the file we wrote and no other.
  return row.object !== null ? done : { step: failed, isCopyNeedless: false };
}

/** Does the original lie at `at` (of an export: is the copy gone)? Judged by the bytes that lie there now. */
export function isBack({ kind, beforeHash }: JournalRow, at: string): boolean {
  const now = hashOrNothing(at);
  if (kind === "export") return now === undefined;
  return now !== undefined && beforeHash?.equals(now) === true;
}

function endUndo(row: JournalRow): End {
  const isUndone = isBack(row, row.target ?? row.path);
  return {
    step: { id: row.id, state: isUndone ? "undone" : "done" },
    isCopyNeedless: isUndone,
  };
}

function hashOrNothing(path: string): Buffer | undefined {
  try {
    return hashFile(path).hash;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
