import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { errnoOf, readingError, writingError } from "../../base/errno.ts";
import {
  type FileLook,
  hashFile,
  readChunks,
  removeIfThere,
  takeOver,
  withFile,
  writeNew,
} from "../../base/files.ts";

/** What an analyst needs to write a photo's original bytes beside it again. */
export interface UndoInput {
  readonly path: string;
  readonly temporary: string;
  readonly copy: string;
  readonly beforeHash: Uint8Array;
  readonly afterHash: Uint8Array;
  readonly look: FileLook | null;
}

export type PreparedUndo =
  | { readonly status: "prepared" }
  | { readonly status: "failed"; readonly error: AppErrorCode };

/** Writes the kept original to `temporary`, but only if the photo is still the one we wrote and the copy is whole. */
export function prepareUndo(input: UndoInput): PreparedUndo {
  const problem = photoProblem(input) ?? copyProblem(input);
  if (problem) return { status: "failed", error: problem };
  try {
    const { size } = hashFile(input.copy).stat;
    const written = withFile(input.copy, (fd) =>
      writeNew(input.temporary, readChunks(fd, 0, Number(size))),
    );
    if (input.look) takeOver(input.temporary, input.look);
    if (written.equals(input.beforeHash) && hashFile(input.temporary).hash.equals(written)) {
      return { status: "prepared" };
    }
    removeIfThere(input.temporary);
    return { status: "failed", error: "copy-damaged" };
  } catch (error) {
    removeIfThere(input.temporary);
    return { status: "failed", error: writingError(error) };
  }
}

function photoProblem({ path, afterHash }: UndoInput): AppErrorCode | undefined {
  try {
    return hashFile(path).hash.equals(afterHash) ? undefined : "file-changed";
  } catch (error) {
    return readingError(error);
  }
}

function copyProblem({ copy, beforeHash }: UndoInput): AppErrorCode | undefined {
  try {
    return hashFile(copy).hash.equals(beforeHash) ? undefined : "copy-damaged";
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return "copy-missing";
    return readingError(error);
  }
}
