import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { chunksOf, FileSource } from "../../base/bytes.ts";
import { errnoOf, readingError, writingError } from "../../base/errno.ts";
import {
  type FileLook,
  hashFile,
  removeIfThere,
  takeOver,
  withFile,
  writeNewFrom,
} from "../../base/files.ts";
import { openPatch, rebuild } from "../vault/keep.ts";
import { SealBroken } from "../vault/seal.ts";

/** What an analyst needs to write a photo's original bytes beside it again. */
export interface UndoInput {
  readonly path: string;
  readonly temporary: string;
  /** The sealed patch and the key that opens it. */
  readonly patch: string;
  readonly identity: string;
  readonly beforeHash: Uint8Array;
  readonly afterHash: Uint8Array;
  readonly look: FileLook | null;
}

export type PreparedUndo =
  | { readonly status: "prepared" }
  | { readonly status: "failed"; readonly error: AppErrorCode };

/** Rebuilds the original in `temporary`, but only if the photo is still the one we wrote, and proves its hash. */
export async function prepareUndo(input: UndoInput): Promise<PreparedUndo> {
  const error = photoProblem(input) ?? patchProblem(input) ?? (await rebuildBeside(input));
  if (!error) return { status: "prepared" };
  removeIfThere(input.temporary);
  return { status: "failed", error };
}

function photoProblem({ path, afterHash }: UndoInput): AppErrorCode | undefined {
  try {
    return hashFile(path).hash.equals(afterHash) ? undefined : "file-changed";
  } catch (error) {
    return readingError(error);
  }
}

function patchProblem({ patch }: UndoInput): AppErrorCode | undefined {
  try {
    withFile(patch, () => undefined);
    return undefined;
  } catch (error) {
    return errnoOf(error) === "ENOENT" ? "copy-missing" : readingError(error);
  }
}

async function rebuildBeside(input: UndoInput): Promise<AppErrorCode | undefined> {
  const stripped = FileSource.open(input.path);
  const sealed = FileSource.open(input.patch);
  try {
    const sealedChunks = chunksOf(sealed, [{ start: 0, end: sealed.size }]);
    const { header, data } = await openPatch(input.identity, sealedChunks);
    const original = rebuild(stripped, header.parts, data);
    const written = await writeNewFrom(input.temporary, original);
    if (!written.equals(input.beforeHash)) return "copy-damaged";
    if (!hashFile(input.temporary).hash.equals(written)) return "verify-failed";
    if (input.look) takeOver(input.temporary, input.look);
    return undefined;
  } catch (error) {
    return error instanceof SealBroken ? "copy-damaged" : writingError(error);
  } finally {
    stripped.close();
    sealed.close();
  }
}
