import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { FolderId, ScanId } from "../../../shared/model/ids.ts";
import type { ScanProgress, ScanState } from "../../../shared/model/scan.ts";

/** Milliseconds of work before a time left is told: the first photos say little about the rest. */
const HONEST_AFTER_MS = 1_500;

/** Counts a scan as it goes and tells how long it may still take. */
export class Tally {
  state: ScanState = "walking";
  found = 0;
  done = 0;
  unchanged = 0;
  failed = 0;
  dangerous = 0;
  error: AppErrorCode | null = null;
  readonly skipped: Partial<Record<AppErrorCode, number>> = {};
  readonly #scanId: ScanId;
  readonly #folderId: FolderId;
  readonly #startedAt = performance.now();
  #endedAt: number | null = null;

  constructor(scanId: ScanId, folderId: FolderId) {
    this.#scanId = scanId;
    this.#folderId = folderId;
  }

  skip(code: AppErrorCode) {
    this.skipped[code] = (this.skipped[code] ?? 0) + 1;
  }

  end(state: ScanState, error: AppErrorCode | null = null) {
    this.state = state;
    this.error = error;
    this.#endedAt = performance.now();
  }

  progress(): ScanProgress {
    const elapsedMs = Math.round((this.#endedAt ?? performance.now()) - this.#startedAt);
    return {
      scanId: this.#scanId,
      folderId: this.#folderId,
      state: this.state,
      found: this.found,
      done: this.done,
      unchanged: this.unchanged,
      failed: this.failed,
      dangerous: this.dangerous,
      msLeft: this.#msLeft(elapsedMs),
      elapsedMs,
      skipped: { ...this.skipped },
      error: this.error,
    };
  }

  /** By the photos read so far; unchanged ones cost nothing and would make it too hopeful. */
  #msLeft(elapsedMs: number): number | null {
    const read = this.done - this.unchanged;
    if (this.state !== "running" || read === 0 || elapsedMs < HONEST_AFTER_MS) return null;
    return Math.round(((this.found - this.done) * elapsedMs) / read);
  }
}
