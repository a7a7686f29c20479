import { lstatSync } from "node:fs";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { type StripPlan, stripPlan } from "../../../shared/policy/strip-plan.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { FileSource, MemorySource } from "../../base/bytes.ts";
import { readingError, writingError } from "../../base/errno.ts";
import { hashFile, lookOf, removeIfThere, takeOver, writeNew } from "../../base/files.ts";
import { fingerprintOf, stampOf } from "../../base/fingerprint.ts";
import { MAX_DECODE_BYTES, STRIP_IN_MEMORY_BYTES } from "../../base/limits.ts";
import { fsPath } from "../../base/paths.ts";
import { formatOf } from "../formats/registry.ts";
import { type PaintOrder, paint } from "../imaging/paint.ts";
import { hashOfSource, keepOriginal, type OriginalPlace } from "../vault/original.ts";
import { SealBroken } from "../vault/seal.ts";
import type { Prepared } from "./change-run.ts";
import { pieceChunks, type StripInput } from "./prepare-strip.ts";
import { verifyStripped } from "./verify.ts";

/** What an analyst needs to write a picture anew in `temporary`. It never writes the picture itself. */
export interface PaintInput {
  readonly path: string;
  /** The file as the person saw it; one that changed since is not touched. */
  readonly fingerprint: string;
  readonly temporary: string;
  /** What is painted; null where only metadata goes and the picture stays as it is, to the byte. */
  readonly order: PaintOrder | null;
  readonly plan: StripInput["plan"];
  /** Where the whole original is kept; null for copies, whose original stays where it is. */
  readonly keep: OriginalPlace | null;
}

/** A copy is for others: whoever may read files here may read it. The umask takes away what it should. */
const COPY_MODE = 0o666;

/**
 * Makes a covered, resized or stripped file, proves it and, where it is to take the original's
 * place, seals the whole original. On any failure nothing is left behind.
 */
export async function preparePaint(input: PaintInput): Promise<Prepared> {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(input.path);
    const prepared = await prepareOpen(file, input);
    if (prepared.status !== "prepared") cleanUp(input);
    return prepared;
  } catch (error) {
    cleanUp(input);
    if (error instanceof SealBroken) return failed("verify-failed");
    return failed(file ? writingError(error) : readingError(error));
  } finally {
    file?.close();
  }
}

async function prepareOpen(file: FileSource, input: PaintInput): Promise<Prepared> {
  const stat = lstatSync(fsPath(input.path), { bigint: true });
  if (fingerprintOf(stat) !== input.fingerprint || file.fingerprint() !== input.fingerprint)
    return failed("file-changed");
  const [look, stamp] = [lookOf(stat), stampOf(stat)];
  const made = input.order === null ? stripInto(file, input) : await paintInto(file, input);
  if (!made.ok) return failed(made.error);
  const { hash: afterHash, stat: written } = hashFile(input.temporary);
  if (!afterHash.equals(made.value)) return failed("verify-failed");
  const { path, keep } = input;
  const kept = keep ? await keepOriginal(file, { path, look }, keep) : undefined;
  if (keep && !kept) return failed("verify-failed");
  if (stampOf(lstatSync(fsPath(path), { bigint: true })) !== stamp) return failed("file-changed");
  if (keep) takeOver(input.temporary, look);
  return {
    status: "prepared",
    beforeHash: kept?.sha256 ?? hashOfSource(file),
    afterHash,
    bytesBefore: file.size,
    bytesAfter: Number(written.size),
    look,
    stamp,
    object: kept?.object ?? null,
  };
}

/** Pixels as they are, metadata by the plan. @returns SHA-256 of what was written. */
function stripInto(source: FileSource, input: PaintInput): Result<Buffer, AppErrorCode> {
  const file = source.inMemory(STRIP_IN_MEMORY_BYTES);
  const plan: StripPlan = { ...input.plan, drops: new Set(input.plan.drops) };
  const format = formatOf(file);
  if (!format) return err("format-unknown");
  const inspection = format.inspect(file, "full");
  if (!inspection.ok) return err("format-damaged");
  const pieces = format.strip(file, plan);
  if (!pieces.ok) return err(pieces.error.code);
  const hash = writeNew(input.temporary, pieceChunks(file, pieces.value), COPY_MODE);
  const result = FileSource.open(input.temporary);
  try {
    const back = result.inMemory(STRIP_IN_MEMORY_BYTES);
    const doubt = verifyStripped({ file, inspection: inspection.value }, back, format, plan);
    return doubt ? err("verify-failed") : ok(hash);
  } finally {
    result.close();
  }
}

/** What an encoder adds on its own (a program's name, a resolution) is no metadata of ours either. */
const NOTHING_STAYS = stripPlan({ preset: "everything", kinds: [], keepDate: false });

async function paintInto(
  source: FileSource,
  input: PaintInput,
): Promise<Result<Buffer, AppErrorCode>> {
  const before = formatOf(source);
  if (!before || input.order === null) return err("format-unknown");
  if (source.size > MAX_DECODE_BYTES) return err("too-many-pixels");
  const painted = await paint(source.bytes(0, source.size), before.id, input.order);
  if (!painted.ok) return painted;
  const file = new MemorySource(painted.value.bytes);
  const format = formatOf(file);
  if (format?.id !== painted.value.format) return err("verify-failed");
  const pieces = format.strip(file, NOTHING_STAYS);
  if (!pieces.ok) return err("verify-failed");
  return ok(writeNew(input.temporary, pieceChunks(file, pieces.value), COPY_MODE));
}

function cleanUp({ temporary, keep }: PaintInput) {
  removeIfThere(temporary);
  if (keep) removeIfThere(keep.entry);
}

const failed = (error: AppErrorCode): Prepared => ({ status: "failed", error });
