import { basename, dirname, join } from "node:path";
import { z } from "zod";
import type { ActionOutcome } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import { errnoOf, writingError } from "../../base/errno.ts";
import {
  type FileLook,
  makeFolder,
  removeFile,
  removeIfThere,
  replaceFile,
  syncFolder,
  temporaryBeside,
} from "../../base/files.ts";
import { freeNames } from "../../base/free-names.ts";
import { STRIP_DEADLINE_MS } from "../../base/limits.ts";
import { displayPath } from "../../base/paths.ts";
import type { JournalRow } from "../catalogue/journal-rows.ts";
import type { RunParts } from "./change-run.ts";
import { placeFree, plainName } from "./names.ts";
import type { PreparedUndo, UndoInput } from "./prepare-undo.ts";
import { isBack } from "./recover.ts";
import { releaseObjects } from "./release.ts";

const storedLook = z.object({
  mode: z.int(),
  uid: z.int(),
  gid: z.int(),
  atimeNs: z.string().transform(BigInt),
  mtimeNs: z.string().transform(BigInt),
});

/** How originals are put back. */
export interface Manner {
  /** Never in another file's place: beside, under a free name, where the name is taken. */
  readonly beside: boolean;
  /** The folder they go to; null for where they were. */
  readonly to: string | null;
}

interface Work {
  readonly row: JournalRow;
  readonly temporary: string;
  readonly target: string;
}

interface Ended {
  readonly row: JournalRow;
  readonly error: AppErrorCode | null;
  /** Where the original lies now. */
  readonly at: string;
  /** What has happened does not last yet, or cannot be tidied up: the next start brings it to an end. */
  readonly isOpen: boolean;
}

/** Puts originals back, but in a file's place only where that is still the file we wrote. */
export class UndoRun {
  readonly #parts: RunParts;
  readonly #manner: Manner;

  constructor(parts: RunParts, manner: Manner = { beside: false, to: null }) {
    this.#parts = parts;
    this.#manner = manner;
  }

  async takeBack(rows: readonly JournalRow[]): Promise<ActionOutcome[]> {
    const { journal } = this.#parts.catalogue;
    const planned = rows.map((row) => this.#work(row));
    const claimed = journal.claim(
      planned.map(({ row, temporary, target }) => {
        const moved = target === row.path ? row.target : target;
        return { id: row.id, state: "undoing", temporary, target: moved };
      }),
    );
    const works = planned.filter(({ row }) => claimed.has(row.id));
    const others = rows.filter(({ id }) => !claimed.has(id)).map(takenByOther);
    const problems = await Promise.all(works.map((work) => this.#prepare(work)));
    const ends = works.map((work, at) => this.#end(work, problems[at]));
    this.#dropCopies(ends.filter(({ error }) => error === null));
    journal.step(
      ends
        .filter(({ isOpen }) => !isOpen)
        .map(({ row, error }) => ({
          id: row.id,
          state: error ? "done" : "undone",
          temporary: null,
          ...(error === null && { copy: null }),
          ...(error !== null && { target: row.target }),
        })),
    );
    await this.#settle(ends.filter(({ error }) => error === null));
    return [...ends, ...others].filter(isTold).map((end) => outcomeOf(end, this.#photoNow(end)));
  }

  #work(row: JournalRow): Work {
    const there = row.kind === "export" ? (row.target ?? row.path) : row.path;
    const target = this.#manner.to === null ? there : join(this.#manner.to, basename(row.path));
    return { row, temporary: temporaryBeside(target), target };
  }

  /** The originals stand in their places for good; a row forgets its copy after that is gone. */
  #dropCopies(undone: readonly Ended[]) {
    const copies = undone.flatMap(({ row }) => row.copy ?? []);
    for (const copy of copies) this.#parts.vault.remove(copy);
    if (copies.length > 0) this.#parts.vault.settle();
  }

  async #settle(undone: readonly Ended[]) {
    const { catalogue, vault, readAgain } = this.#parts;
    if (undone.some(({ row }) => row.object !== null)) await releaseObjects(catalogue, vault);
    const back = undone.filter(({ row }) => row.kind !== "export" && row.alongWith === null);
    for (const samePicture of [true, false]) {
      const alike = back.filter(({ row }) => (row.kind === "strip") === samePicture);
      const paths = alike.map((one) => this.#photoOf(one));
      if (paths.length > 0) await readAgain(paths, { samePicture });
    }
    for (const { row, at } of back) {
      const photo = row.kind === "quarantine" ? catalogue.photos.at(at) : undefined;
      if (photo !== undefined && at === row.path) catalogue.journal.relink(at, photo);
    }
  }

  /** Of an original that was put beside or elsewhere, the photo is that one. */
  #photoNow({ row, error, at }: Ended): PhotoId | null {
    const isBeside = this.#manner.beside && error === null;
    return isBeside ? (this.#parts.catalogue.photos.at(at) ?? null) : row.photoId;
  }

  /** What came back may be a sidecar; the photo is what is read again. */
  #photoOf({ row, at }: Ended): string {
    if (row.kind !== "strip" || row.photoId === null) return at;
    return this.#parts.catalogue.photos.place(row.photoId)?.path ?? at;
  }

  async #prepare({ row, temporary, target }: Work): Promise<AppErrorCode | undefined> {
    const { pool } = this.#parts;
    const input = this.#input(row, temporary, target);
    if (typeof input === "string") return input;
    try {
      if (this.#isBeside(row)) makeFolder(dirname(target), 0o777);
      const answer = await pool.run({ task: "undo", input, deadlineMs: STRIP_DEADLINE_MS });
      if (!answer.ok) return answer.error === "stopped" ? "interrupted" : answer.error;
      // The analyst is our own code of the same build: its answer has the type its task returns.
      const prepared = answer.value as PreparedUndo;
      return prepared.status === "failed" ? prepared.error : undefined;
    } catch (error) {
      return errnoOf(error) === undefined ? "unexpected" : writingError(error);
    }
  }

  #input(row: JournalRow, temporary: string, path: string): UndoInput | AppErrorCode {
    const { vault, catalogue } = this.#parts;
    const { beforeHash, afterHash } = row;
    if (!beforeHash) return "copy-missing";
    if (row.kind === "export") {
      const source = row.photoId === null ? undefined : catalogue.photos.place(row.photoId)?.path;
      if (source === undefined || !afterHash) return "photo-not-found";
      const same = [
        { path, hash: afterHash },
        { path: source, hash: beforeHash },
      ];
      return { same, temporary, from: null };
    }
    if (row.copy === null) return "copy-missing";
    if (vault.identity === null) return "vault-locked";
    const isPatch = row.object === null;
    if (!this.#isBeside(row) && !afterHash) return "copy-missing";
    const from = {
      sealed: row.object === null ? vault.pathOf(row.copy) : vault.objectPath(row.object),
      identity: vault.identity,
      patched: isPatch ? { path: afterHash ? path : null } : null,
      hash: beforeHash,
      look: lookFrom(row),
    };
    const same = this.#isBeside(row) || !afterHash ? [] : [{ path, hash: afterHash }];
    return { same, temporary, from };
  }

  #isBeside(row: JournalRow): boolean {
    return row.afterHash === null || (this.#manner.beside && row.object !== null);
  }

  #end(work: Work, problem: AppErrorCode | undefined): Ended {
    if (problem !== undefined) return stopped(work, work.target, problem);
    const end = this.#put(work);
    const { row } = end;
    const isReplaced = row.kind !== "export" && !this.#isBeside(row) && end.error === null;
    if (isReplaced && row.photoId !== null)
      this.#parts.catalogue.photos.bumpRevisions([row.photoId]);
    return end;
  }

  /** The one step. */
  #put(work: Work): Ended {
    const { row, temporary, target } = work;
    if (row.kind === "export") return tried(work, target, () => removeFile(target));
    if (!this.#isBeside(row)) return tried(work, target, () => replaceFile(temporary, target));
    const { journal } = this.#parts.catalogue;
    const names = [target, plainName(target)].map((path) => freeNames(path, "restored"));
    let at = target;
    try {
      at = placeFree(temporary, names, (name) => {
        at = name;
        journal.step([{ id: row.id, state: "undoing", target: at }]);
      });
      return { row, error: null, at, isOpen: false };
    } catch (error) {
      const isTaken = errnoOf(error) === "EEXIST";
      return stopped(work, at, writingError(error), !isTaken && isBack(row, at));
    }
  }
}

/** Another program took it back, or is about to. */
const takenByOther = (row: JournalRow): Ended => ({
  row,
  error: "already-undone",
  at: row.path,
  isOpen: true,
});

function tried(work: Work, at: string, step: () => void): Ended {
  try {
    step();
    return { row: work.row, error: null, at, isOpen: false };
  } catch (error) {
    // Only its settling may have failed: what lies there now decides.
    return stopped(work, at, writingError(error), isBack(work.row, at));
  }
}

/** Nothing of it stays; where the step has `happened`, it is made to last before the vault forgets its copy. */
function stopped(work: Work, at: string, code: AppErrorCode, happened = false): Ended {
  const { row, temporary } = work;
  try {
    removeIfThere(temporary);
    if (happened) syncFolder(dirname(at));
    return { row, error: happened ? null : code, at, isOpen: false };
  } catch (error) {
    return { row, error: writingError(error), at, isOpen: true };
  }
}

function lookFrom(row: JournalRow): FileLook | null {
  return row.look === null ? null : storedLook.parse(JSON.parse(row.look));
}

/** Of sidecars only trouble is told. */
const isTold = ({ row, error }: Ended): boolean => row.alongWith === null || error !== null;

function outcomeOf({ row, error, at }: Ended, photoId: PhotoId | null): ActionOutcome {
  return {
    photoId,
    name: displayPath(basename(row.path)),
    newName: at === row.path ? null : displayPath(basename(at)),
    actionId: row.id,
    result: error === null ? "done" : "failed",
    error,
    bytesRemoved: row.bytesAfter - row.bytesBefore,
  };
}
