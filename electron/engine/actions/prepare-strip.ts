import { lstatSync } from "node:fs";
import type { StripKind } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { type ByteSource, chunksOf, FileSource } from "../../base/bytes.ts";
import { readingError, writingError } from "../../base/errno.ts";
import { beginNew, lookOf, removeIfThere, takeOver } from "../../base/files.ts";
import { fingerprintOf, stampOf } from "../../base/fingerprint.ts";
import { STRIP_IN_MEMORY_BYTES } from "../../base/limits.ts";
import { displayPath, fsPath } from "../../base/paths.ts";
import type { Format, Piece } from "../formats/format.ts";
import { formatOf } from "../formats/registry.ts";
import { hashOfSource } from "../vault/original.ts";
import { type PatchPart, reverseParts } from "../vault/patch.ts";
import type { Prepared } from "./change-run.ts";
import { type CopyPlace, dropCopy, keepCopy } from "./keep-copy.ts";
import {
  type Doubt,
  type Inspected,
  isWhole,
  sameBytes,
  sameChunks,
  verifyStripped,
} from "./verify.ts";

/** What an analyst needs to make a photo's new bytes. It writes `temporary` and into the vault, never the photo. */
export interface StripInput {
  readonly path: string;
  /** The photo as the person saw it; one that changed since is not touched. */
  readonly fingerprint: string;
  readonly temporary: string;
  /** Where to seal what undoes it; null when the person chose to keep nothing. */
  readonly keep: CopyPlace | null;
  readonly plan: Omit<StripPlan, "drops"> & { readonly drops: readonly StripKind[] };
}

/**
 * Makes the stripped file beside the photo, seals what undoes it and proves both: stripped file and
 * patch give the original again byte for byte, and the new file passes {@link verifyStripped}.
 * On any failure nothing is left behind.
 */
export async function prepareStrip(input: StripInput): Promise<Prepared> {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(input.path);
    if (file.fingerprint() !== input.fingerprint) return failed("file-changed");
    const prepared = await prepareOpen(file.inMemory(STRIP_IN_MEMORY_BYTES), input);
    if (prepared.status !== "prepared") cleanUp(input);
    return prepared;
  } catch (error) {
    cleanUp(input);
    return failed(file ? writingError(error) : readingError(error));
  } finally {
    file?.close();
  }
}

async function prepareOpen(file: ByteSource, input: StripInput): Promise<Prepared> {
  const plan: StripPlan = { ...input.plan, drops: new Set(input.plan.drops) };
  const format = formatOf(file);
  if (!format) return failed("format-unknown");
  const inspection = format.inspect(file, "full");
  if (!inspection.ok) return failed("format-damaged", inspection.error.subject);
  const pieces = format.strip(file, plan);
  if (!pieces.ok) return failed(pieces.error.code, pieces.error.subject);
  if (isWhole(pieces.value, file.size)) return { status: "unchanged" };
  return writeAndProve({ file, inspection: inspection.value }, format, pieces.value, plan, input);
}

async function writeAndProve(
  original: Inspected,
  format: Format,
  pieces: readonly Piece[],
  plan: StripPlan,
  input: StripInput,
): Promise<Prepared> {
  const { file } = original;
  // While the disk takes the new file, it is sealed what undoes it, and both are proven.
  const { hash: afterHash, onDisk } = beginNew(input.temporary, pieceChunks(file, pieces));
  const beforeHash = hashOfSource(file);
  const { parts, removed } = reverseParts(pieces, file.size) ?? {
    parts: [file.size],
    removed: [{ start: 0, end: file.size }],
  };
  const sha256 = beforeHash.toString("hex");
  const header = { path: displayPath(input.path), size: file.size, sha256, parts };
  const { path, temporary, keep } = input;
  const sealing = keep ? keepCopy(keep, { path, file, header, removed }) : Promise.resolve(null);
  const proving = prove(original, temporary, format, plan, { pieces, parts });
  await settled([sealing, proving, onDisk]);
  const [object, proof] = [await sealing, await proving];
  if (object === undefined) return failed("verify-failed", "copy");
  if (proof.doubt) return failed("verify-failed", proof.doubt);
  const stat = lstatSync(fsPath(input.path), { bigint: true });
  if (fingerprintOf(stat) !== input.fingerprint) return failed("file-changed");
  const look = lookOf(stat);
  takeOver(temporary, look);
  return {
    status: "prepared",
    beforeHash,
    afterHash,
    bytesBefore: file.size,
    bytesAfter: proof.bytesAfter,
    look,
    stamp: stampOf(stat),
    object,
  };
}

/** Reads the new file back and holds it against the original and the plan. */
async function prove(
  original: Inspected,
  temporary: string,
  format: Format,
  plan: StripPlan,
  { pieces, parts }: { readonly pieces: readonly Piece[]; readonly parts: readonly PatchPart[] },
): Promise<{ readonly doubt: Doubt; readonly bytesAfter: number }> {
  const result = FileSource.open(temporary);
  try {
    const back = result.inMemory(STRIP_IN_MEMORY_BYTES);
    const doubt =
      doubtAbout(back, original.file, pieces, parts) ??
      verifyStripped(original, back, format, plan);
    return { doubt, bytesAfter: result.size };
  } finally {
    result.close();
  }
}

/**
 * Waits until the last has settled: as long as one still writes, nothing may be cleaned up.
 * @throws what the first that failed threw.
 */
async function settled(parts: readonly Promise<unknown>[]) {
  await Promise.allSettled(parts);
  await Promise.all(parts);
}

/** The new file as read back from the disk: is it what was to be written, and does it give the original back? */
function doubtAbout(
  result: ByteSource,
  original: ByteSource,
  pieces: readonly Piece[],
  parts: readonly PatchPart[],
): Doubt {
  const whole = [{ start: 0, end: result.size }];
  if (!sameChunks(pieceChunks(original, pieces), chunksOf(result, whole))) return "read-back";
  let at = 0;
  for (const part of parts) {
    const [start, end] = typeof part === "number" ? [at, at + part] : part;
    const was = [{ start: at, end: at + end - start }];
    // What stands in the patch was copied from the original; what is to be copied back must be alike.
    if (typeof part !== "number" && !sameBytes(original, was, result, [{ start, end }])) {
      return "rebuild";
    }
    at += end - start;
  }
  return at === original.size ? undefined : "rebuild";
}

/** The bytes of a strip's result, in order. */
export function* pieceChunks(file: ByteSource, pieces: readonly Piece[]): Generator<Uint8Array> {
  for (const piece of pieces) {
    if ("bytes" in piece) yield piece.bytes;
    else yield* chunksOf(file, [piece]);
  }
}

function cleanUp({ temporary, keep }: StripInput) {
  removeIfThere(temporary);
  if (keep) dropCopy(keep);
}

const failed = (error: AppErrorCode, subject?: string): Prepared => ({
  status: "failed",
  error,
  ...(subject !== undefined && { subject }),
});
