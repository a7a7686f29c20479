import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { FolderId, ScanId } from "../../../shared/model/ids.ts";
import type { ScanProgress, ScanState } from "../../../shared/model/scan.ts";

/** Milliseconds of work before a time left is told: the first photos say little about the rest. */
const HONEST_AFTER_MS = 1_500;

/** Counts a scan as it goes and tells how long it may still take. */
export class Tally {
  state: ScanState = "walking";
  found = 0;
  /** Files that were read or found unchanged; the pictures of some may still wait. */
  read = 0;
  /** Pictures that were looked at. */
  looked = 0;
  done = 0;
  unchanged = 0;
  failed = 0;
  dangerous = 0;
  error: AppErrorCode | null = null;
  readonly skipped: Partial<Record<AppErrorCode, number>> = {};
  readonly #scanId: ScanId;
  readonly #folderId: FolderId;
  readonly #looksToo: boolean;
  readonly #startedAt = performance.now();
  #looksSince: number | null = null;
  #endedAt: number | null = null;

  /** `looksToo`: pictures are looked at after the files are read. */
  constructor(scanId: ScanId, folderId: FolderId, looksToo: boolean) {
    this.#scanId = scanId;
    this.#folderId = folderId;
    this.#looksToo = looksToo;
  }

  beginLooking() {
    this.#looksSince = performance.now();
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
      read: this.read,
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

  /**
   * By the photos read so far, unchanged ones left out: they cost nothing and would make it too
   * hopeful. Where pictures are looked at, by those alone: reading is over in no time beside it.
   */
  #msLeft(elapsedMs: number): number | null {
    const since = this.#looksSince === null ? 0 : this.#looksSince - this.#startedAt;
    const spentMs = elapsedMs - since;
    const worked = this.#looksToo ? this.looked : this.done - this.unchanged;
    if (this.state !== "running" || worked === 0 || spentMs < HONEST_AFTER_MS) return null;
    return Math.round(((this.found - this.done) * spentMs) / worked);
  }
}
