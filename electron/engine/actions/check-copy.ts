import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { errnoOf, readingError } from "../../base/errno.ts";
import { hashOfKept } from "../vault/original.ts";
import { SealBroken } from "../vault/seal.ts";

/** One sealed file to be opened to its end. */
export interface CopyCheck {
  readonly path: string;
  readonly identity: string;
  /** SHA-256 of what it must hold; null where only opening it can tell. */
  readonly hash: Uint8Array | null;
}

/** What is wrong with a sealed file; null when nothing is. */
export async function checkCopy({ path, identity, hash }: CopyCheck): Promise<AppErrorCode | null> {
  try {
    const now = await hashOfKept(identity, path);
    return hash === null || now.equals(hash) ? null : "copy-damaged";
  } catch (error) {
    if (error instanceof SealBroken) return "copy-damaged";
    return errnoOf(error) === "ENOENT" ? "copy-missing" : readingError(error);
  }
}
