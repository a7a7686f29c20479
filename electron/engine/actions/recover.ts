import { errnoOf } from "../../base/errno.ts";
import { hashFile, removeIfThere } from "../../base/files.ts";
import type { Journal, JournalRow, JournalStep } from "../catalogue/journal.ts";
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
 * with its kept original.
 */
export function recover(journal: Journal, vault: Vault): Recovered {
  let [finished, reverted] = [0, 0];
  for (const row of journal.unfinished()) {
    const step = row.state === "undoing" ? endUndo(row) : endChange(row);
    if (row.temporary !== null) removeIfThere(row.temporary);
    journal.step([step]);
    if (step.state === "done" && row.state === "kept") finished += 1;
    else if (step.state === "undone") finished += 1;
    else reverted += 1;
    if (row.copy !== null && isCopyNeedless(row, step)) vault.remove(row.copy);
  }
  return { finished, reverted };
}

function endChange(row: JournalRow): JournalStep {
  const now = hashOrNothing(row.path);
  if (row.state === "kept" && now && row.afterHash?.equals(now)) {
    return { id: row.id, state: "done", temporary: null };
  }
  return { id: row.id, state: "failed", error: "interrupted", temporary: null };
}

function endUndo(row: JournalRow): JournalStep {
  const now = hashOrNothing(row.path);
  const isUndone = now !== undefined && row.beforeHash?.equals(now) === true;
  return { id: row.id, state: isUndone ? "undone" : "done", temporary: null };
}

/** A copy may go only when the photo itself is known to be the original. */
function isCopyNeedless(row: JournalRow, step: JournalStep): boolean {
  if (step.state === "undone" || row.state === "planned") return true;
  if (step.state !== "failed") return false;
  const now = hashOrNothing(row.path);
  return now !== undefined && row.beforeHash?.equals(now) === true;
}

function hashOrNothing(path: string): Buffer | undefined {
  try {
    return hashFile(path).hash;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
