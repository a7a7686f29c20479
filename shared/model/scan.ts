import { z } from "zod";
import { appErrorCode } from "./errors.ts";
import { folderId, scanId } from "./ids.ts";

/** Something the walk passed over, and why. */
export const walkNotice = z.object({ path: z.string(), code: appErrorCode });
export type WalkNotice = z.infer<typeof walkNotice>;

/** `paused`: the disk of the folder is away; the scan goes on when it is back. */
/** How hard to look: `usual` for whole albums, `thorough` for the photos that matter most. */
export const effort = z.enum(["usual", "thorough"]);
export type Effort = z.infer<typeof effort>;

export const scanState = z.enum(["walking", "running", "paused", "done", "stopped", "failed"]);
export type ScanState = z.infer<typeof scanState>;

export const scanProgress = z.object({
  scanId,
  folderId,
  state: scanState,
  /** Photos met so far; final once `state` has left `walking`. */
  found: z.int().nonnegative(),
  /** Of `found`: those whose file was read or is unchanged; their pictures may still wait. */
  read: z.int().nonnegative(),
  /** Of `found`: those that were read and, as far as asked for, looked at. */
  done: z.int().nonnegative(),
  /** Of `done`: those that were unchanged since the last scan and not looked at again. */
  unchanged: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Photos with a finding of severity high or worse. */
  dangerous: z.int().nonnegative(),
  /** Milliseconds; null until it can be told honestly. */
  msLeft: z.int().nonnegative().nullable(),
  /** Milliseconds since the scan began. */
  elapsedMs: z.int().nonnegative(),
  /** Passed-over places, counted by reason. */
  skipped: z.partialRecord(appErrorCode, z.int().nonnegative()),
  error: appErrorCode.nullable(),
});
export type ScanProgress = z.infer<typeof scanProgress>;
