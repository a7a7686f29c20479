import { lstatSync } from "node:fs";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { FileSource } from "../../base/bytes.ts";
import { readingError, writingError } from "../../base/errno.ts";
import { lookOf, removeIfThere } from "../../base/files.ts";
import { fingerprintOf, stampOf } from "../../base/fingerprint.ts";
import { fsPath } from "../../base/paths.ts";
import { keepOriginal, type OriginalPlace } from "../vault/original.ts";
import { SealBroken } from "../vault/seal.ts";
import type { Prepared } from "./change-run.ts";

/** What an analyst needs to seal a whole file. It writes into the vault, never beside the file. */
export interface KeepInput {
  readonly path: string;
  /** The file as the person saw it; one that changed since is not touched. */
  readonly fingerprint: string;
  readonly place: OriginalPlace;
}

/** Seals a whole file and proves that it opens again. On any failure no entry is left behind. */
export async function prepareKeep({ path, fingerprint, place }: KeepInput): Promise<Prepared> {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(path);
    const stat = lstatSync(fsPath(path), { bigint: true });
    if (fingerprintOf(stat) !== fingerprint || file.fingerprint() !== fingerprint)
      return failed("file-changed");
    const look = lookOf(stat);
    const kept = await keepOriginal(file, { path, look }, place);
    if (!kept) return failed("verify-failed", "original");
    const stamp = stampOf(stat);
    if (stampOf(lstatSync(fsPath(path), { bigint: true })) !== stamp) {
      removeIfThere(place.entry);
      return failed("file-changed");
    }
    return {
      status: "prepared",
      beforeHash: kept.sha256,
      afterHash: null,
      bytesBefore: file.size,
      bytesAfter: 0,
      look,
      stamp,
      object: kept.object,
    };
  } catch (error) {
    removeIfThere(place.entry);
    if (error instanceof SealBroken) return failed("verify-failed", "original");
    return failed(file ? writingError(error) : readingError(error));
  } finally {
    file?.close();
  }
}

const failed = (error: AppErrorCode, subject?: string): Prepared => ({
  status: "failed",
  error,
  ...(subject !== undefined && { subject }),
});
