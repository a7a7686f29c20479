import { lstatSync } from "node:fs";
import type { StripKind } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { SidecarKind } from "../../../shared/policy/sidecar-source.ts";
import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { type ByteSource, FileSource } from "../../base/bytes.ts";
import { readingError, writingError } from "../../base/errno.ts";
import { hashFile, lookOf, removeIfThere, takeOver, writeNew } from "../../base/files.ts";
import { fingerprintOf, stampOf } from "../../base/fingerprint.ts";
import { displayPath, fsPath } from "../../base/paths.ts";
import { stripSidecar } from "../formats/sidecars/strip-sidecar.ts";
import { hashOfSource } from "../vault/original.ts";
import type { Prepared } from "./change-run.ts";
import { type CopyPlace, dropCopy, keepCopy } from "./keep-copy.ts";

/** What an analyst needs to clean a sidecar. It writes `temporary` and into the vault, never the sidecar. */
export interface SidecarInput {
  readonly path: string;
  readonly fingerprint: string;
  readonly kind: SidecarKind;
  readonly temporary: string;
  /** Where to seal all of it; null when the person chose to keep nothing. */
  readonly keep: CopyPlace | null;
  readonly plan: Omit<StripPlan, "drops"> & { readonly drops: readonly StripKind[] };
}

/**
 * Makes a sidecar ready to be cleaned: `afterHash` is null where all of it goes. What undoes it is
 * a patch that holds the whole file, so it does not matter what becomes of the rest. On any failure
 * nothing is left behind.
 */
export async function prepareSidecar(input: SidecarInput): Promise<Prepared> {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(input.path);
    if (file.fingerprint() !== input.fingerprint) return failed("file-changed");
    const prepared = await prepareOpen(file, input);
    if (prepared.status !== "prepared") cleanUp(input);
    return prepared;
  } catch (error) {
    cleanUp(input);
    return failed(file ? writingError(error) : readingError(error));
  } finally {
    file?.close();
  }
}

async function prepareOpen(file: ByteSource, input: SidecarInput): Promise<Prepared> {
  const { path, temporary, keep, kind } = input;
  const clean = stripSidecar(kind, file, { ...input.plan, drops: new Set(input.plan.drops) });
  if (clean === "keep") return { status: "unchanged" };
  const afterHash = clean === "drop" ? null : writeNew(temporary, [clean]);
  if (afterHash && !hashFile(temporary).hash.equals(afterHash)) return failed("verify-failed");
  const beforeHash = hashOfSource(file);
  const object = keep ? await keepWhole(file, beforeHash, path, keep) : null;
  if (object === undefined) return failed("verify-failed", "copy");
  const stat = lstatSync(fsPath(path), { bigint: true });
  if (fingerprintOf(stat) !== input.fingerprint) return failed("file-changed");
  const look = lookOf(stat);
  if (afterHash) takeOver(temporary, look);
  return {
    status: "prepared",
    beforeHash,
    afterHash,
    bytesBefore: file.size,
    bytesAfter: clean === "drop" ? 0 : clean.length,
    look,
    stamp: stampOf(stat),
    object,
  };
}

function keepWhole(file: ByteSource, hash: Buffer, path: string, keep: CopyPlace) {
  const { size } = file;
  const parts = size === 0 ? [] : [size];
  const header = { path: displayPath(path), size, sha256: hash.toString("hex"), parts };
  return keepCopy(keep, { path, file, header, removed: [{ start: 0, end: size }] });
}

function cleanUp({ temporary, keep }: SidecarInput) {
  removeIfThere(temporary);
  if (keep) dropCopy(keep);
}

const failed = (error: AppErrorCode, subject?: string): Prepared => ({
  status: "failed",
  error,
  ...(subject !== undefined && { subject }),
});
