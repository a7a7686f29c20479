import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { chunksOf, FileSource, MemorySource } from "../../base/bytes.ts";
import { errnoOf, readingError, writingError } from "../../base/errno.ts";
import {
  type FileLook,
  hashFile,
  removeIfThere,
  takeOver,
  withFile,
  writeNewFrom,
} from "../../base/files.ts";
import { openKept, openPatch, rebuild } from "../vault/keep.ts";
import { SealBroken } from "../vault/seal.ts";

/** What an analyst needs to write a photo's original bytes beside it again. */
export interface UndoInput {
  /** Files that must still be what they were when we wrote them. */
  readonly same: readonly { readonly path: string; readonly hash: Uint8Array }[];
  readonly temporary: string;
  /** What the original is made from; null when there is only to be checked. */
  readonly from: {
    /** The sealed patch or original, and the key that opens it. */
    readonly sealed: string;
    readonly identity: string;
    /** Of a patch: the file it belongs to, null where the action left none. Null for a whole original. */
    readonly patched: { readonly path: string | null } | null;
    /** SHA-256 of the original. */
    readonly hash: Uint8Array;
    readonly look: FileLook | null;
  } | null;
}

export type PreparedUndo =
  | { readonly status: "prepared" }
  | { readonly status: "failed"; readonly error: AppErrorCode };

/** Rebuilds the original in `temporary`, but only if the photo is still the one we wrote, and proves its hash. */
export async function prepareUndo({ same, temporary, from }: UndoInput): Promise<PreparedUndo> {
  const error =
    changedProblem(same) ??
    (from ? (copyProblem(from.sealed) ?? (await rebuildBeside(temporary, from))) : undefined);
  if (!error) return { status: "prepared" };
  removeIfThere(temporary);
  return { status: "failed", error };
}

function changedProblem(files: UndoInput["same"]): AppErrorCode | undefined {
  try {
    return files.every(({ path, hash }) => hashFile(path).hash.equals(hash))
      ? undefined
      : "file-changed";
  } catch (error) {
    return readingError(error);
  }
}

function copyProblem(sealed: string): AppErrorCode | undefined {
  try {
    withFile(sealed, () => undefined);
    return undefined;
  } catch (error) {
    return errnoOf(error) === "ENOENT" ? "copy-missing" : readingError(error);
  }
}

type From = NonNullable<UndoInput["from"]>;

async function rebuildBeside(temporary: string, from: From): Promise<AppErrorCode | undefined> {
  try {
    const written = await writeNewFrom(temporary, originalOf(from));
    if (!written.equals(from.hash)) return "copy-damaged";
    if (!hashFile(temporary).hash.equals(written)) return "verify-failed";
    if (from.look) takeOver(temporary, from.look);
    return undefined;
  } catch (error) {
    return error instanceof SealBroken ? "copy-damaged" : writingError(error);
  }
}

async function* originalOf({ sealed, identity, patched }: From): AsyncGenerator<Uint8Array> {
  if (patched === null) {
    yield* openKept(identity, sealed);
    return;
  }
  const { path } = patched;
  const stripped = path === null ? undefined : FileSource.open(path);
  const patch = FileSource.open(sealed);
  try {
    const chunks = chunksOf(patch, [{ start: 0, end: patch.size }]);
    const { header, data } = await openPatch(identity, chunks);
    yield* rebuild(stripped ?? new MemorySource(new Uint8Array()), header.parts, data);
  } finally {
    stripped?.close();
    patch.close();
  }
}
