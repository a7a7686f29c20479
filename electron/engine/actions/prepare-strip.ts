import { fstatSync } from "node:fs";
import type { StripKind } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { FileSource } from "../../base/bytes.ts";
import { readingError, writingError } from "../../base/errno.ts";
import {
  type FileLook,
  hashFile,
  lookOf,
  readChunks,
  removeIfThere,
  takeOver,
  withFile,
  writeNew,
} from "../../base/files.ts";
import { fingerprintOf } from "../../base/fingerprint.ts";
import type { Format, Piece } from "../formats/format.ts";
import { formatOf } from "../formats/registry.ts";
import { isWhole, verifyStripped } from "./verify.ts";

/** What an analyst needs to make a photo's new bytes. It writes `temporary` and `copy`, never the photo. */
export interface StripInput {
  readonly path: string;
  /** The photo as the person saw it; one that changed since is not touched. */
  readonly fingerprint: string;
  readonly temporary: string;
  /** Where to keep the original; null when the person chose to keep none. */
  readonly copy: string | null;
  readonly plan: Omit<StripPlan, "drops"> & { readonly drops: readonly StripKind[] };
}

export type Prepared =
  | { readonly status: "unchanged" }
  | {
      readonly status: "prepared";
      readonly beforeHash: Uint8Array;
      readonly afterHash: Uint8Array;
      readonly bytesBefore: number;
      readonly bytesAfter: number;
      readonly look: FileLook;
    }
  | { readonly status: "failed"; readonly error: AppErrorCode; readonly subject?: string };

/**
 * Makes the stripped file beside the photo, keeps the original and proves both: the copy has the
 * original's hash, the new file passes {@link verifyStripped}. On any failure nothing is left behind.
 */
export function prepareStrip(input: StripInput): Prepared {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(input.path);
    if (file.fingerprint() !== input.fingerprint) return failed("file-changed");
    const prepared = prepareOpen(file, input);
    if (prepared.status !== "prepared") cleanUp(input);
    return prepared;
  } catch (error) {
    cleanUp(input);
    return failed(file ? writingError(error) : readingError(error));
  } finally {
    file?.close();
  }
}

function prepareOpen(file: FileSource, input: StripInput): Prepared {
  const plan: StripPlan = { ...input.plan, drops: new Set(input.plan.drops) };
  const format = formatOf(file);
  if (!format) return failed("format-unknown");
  const inspection = format.inspect(file, "full");
  if (!inspection.ok) return failed("format-damaged", inspection.error.subject);
  const pieces = format.strip(file, plan);
  if (!pieces.ok) return failed(pieces.error.code, pieces.error.subject);
  if (isWhole(pieces.value, file.size)) return { status: "unchanged" };
  const original = { file, inspection: inspection.value };
  return writeAndProve(original, format, pieces.value, plan, input);
}

function writeAndProve(
  original: Parameters<typeof verifyStripped>[0] & { readonly file: FileSource },
  format: Format,
  pieces: readonly Piece[],
  plan: StripPlan,
  input: StripInput,
): Prepared {
  const { path, temporary, copy } = input;
  const afterHash = withFile(path, (fd) => writeNew(temporary, pieceChunks(fd, pieces)));
  const { hash: beforeHash, stat } = hashFile(path);
  if (copy !== null) {
    withFile(path, (fd) => writeNew(copy, readChunks(fd, 0, Number(stat.size))));
    if (!hashFile(copy).hash.equals(beforeHash)) return failed("verify-failed", "copy");
  }
  const doubt = doubtAbout(temporary, afterHash, original, format, plan);
  if (doubt) return failed("verify-failed", doubt);
  takeOver(temporary, lookOf(stat));
  if (fingerprintOf(stat) !== input.fingerprint) return failed("file-changed");
  return {
    status: "prepared",
    beforeHash,
    afterHash,
    bytesBefore: Number(stat.size),
    bytesAfter: withFile(temporary, (fd) => fstatSync(fd).size),
    look: lookOf(stat),
  };
}

/** Reads the new file back from the disk and checks it there. */
function doubtAbout(
  temporary: string,
  written: Buffer,
  original: Parameters<typeof verifyStripped>[0],
  format: Format,
  plan: StripPlan,
): string | undefined {
  if (!hashFile(temporary).hash.equals(written)) return "read-back";
  const result = FileSource.open(temporary);
  try {
    return verifyStripped(original, result, format, plan);
  } finally {
    result.close();
  }
}

function* pieceChunks(fd: number, pieces: readonly Piece[]): Generator<Uint8Array> {
  for (const piece of pieces) {
    if ("bytes" in piece) yield piece.bytes;
    else yield* readChunks(fd, piece.start, piece.end);
  }
}

function cleanUp({ temporary, copy }: StripInput) {
  removeIfThere(temporary);
  if (copy !== null) removeIfThere(copy);
}

const failed = (error: AppErrorCode, subject?: string): Prepared => ({
  status: "failed",
  error,
  ...(subject !== undefined && { subject }),
});
