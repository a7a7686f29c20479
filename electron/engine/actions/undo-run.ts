import { basename } from "node:path";
import { z } from "zod";
import type { ActionOutcome } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { type FileLook, removeIfThere, temporaryBeside } from "../../base/files.ts";
import { STRIP_DEADLINE_MS } from "../../base/limits.ts";
import { displayPath } from "../../base/paths.ts";
import type { JournalRow } from "../catalogue/journal.ts";
import type { PreparedUndo, UndoInput } from "./prepare-undo.ts";
import { type RunParts, tryReplace } from "./strip-run.ts";

const storedLook = z.object({
  mode: z.int(),
  uid: z.int(),
  gid: z.int(),
  atimeNs: z.string().transform(BigInt),
  mtimeNs: z.string().transform(BigInt),
});

/** Puts originals back, but only where the photo is still the file we wrote. */
export class UndoRun {
  readonly #parts: RunParts;

  constructor(parts: RunParts) {
    this.#parts = parts;
  }

  async takeBack(rows: readonly JournalRow[]): Promise<ActionOutcome[]> {
    const { journal } = this.#parts.catalogue;
    const works = rows.map((row) => ({ row, temporary: temporaryBeside(row.path) }));
    journal.step(works.map(({ row, temporary }) => ({ id: row.id, state: "undoing", temporary })));
    const problems = await Promise.all(
      works.map((work) => this.#prepare(work.row, work.temporary)),
    );
    const ends = works.map(({ row, temporary }, at) => this.#end(row, temporary, problems[at]));
    journal.step(
      ends.map(({ row, error }) => ({
        id: row.id,
        state: error ? "done" : "undone",
        temporary: null,
        ...(error === null && { copy: null }),
      })),
    );
    const undone = ends.filter(({ error }) => error === null).map(({ row }) => row);
    for (const { copy } of undone) if (copy !== null) this.#parts.vault.remove(copy);
    await this.#parts.readAgain(undone.map(({ path }) => path));
    return ends.map(({ row, error }) => outcomeOf(row, error));
  }

  async #prepare(row: JournalRow, temporary: string): Promise<AppErrorCode | undefined> {
    const { pool, vault } = this.#parts;
    if (row.copy === null || !row.beforeHash || !row.afterHash) return "copy-missing";
    const { path, beforeHash, afterHash } = row;
    const input: UndoInput = {
      path,
      temporary,
      patch: vault.pathOf(row.copy),
      identity: vault.keys.identity,
      beforeHash,
      afterHash,
      look: lookFrom(row),
    };
    try {
      const answer = await pool.run({ task: "undo", input, deadlineMs: STRIP_DEADLINE_MS });
      if (!answer.ok) return answer.error === "stopped" ? "interrupted" : answer.error;
      const prepared = answer.value as PreparedUndo;
      return prepared.status === "failed" ? prepared.error : undefined;
    } catch {
      return "unexpected";
    }
  }

  #end(row: JournalRow, temporary: string, problem: AppErrorCode | undefined) {
    const error = problem ?? tryReplace(temporary, row.path) ?? null;
    if (error !== null) removeIfThere(temporary);
    else if (row.photoId !== null) this.#parts.catalogue.photos.bumpRevision(row.photoId);
    return { row, error };
  }
}

function lookFrom(row: JournalRow): FileLook | null {
  return row.look === null ? null : storedLook.parse(JSON.parse(row.look));
}

function outcomeOf(row: JournalRow, error: AppErrorCode | null): ActionOutcome {
  return {
    photoId: row.photoId,
    name: displayPath(basename(row.path)),
    actionId: row.id,
    result: error === null ? "done" : "failed",
    error,
    bytesRemoved: row.bytesAfter - row.bytesBefore,
  };
}
