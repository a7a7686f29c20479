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
  done = 0;
  unchanged = 0;
  failed = 0;
  dangerous = 0;
  error: AppErrorCode | null = null;
  skipped: Partial<Record<AppErrorCode, number>> = {};
  readonly #scanId: ScanId;
  readonly folderId: FolderId;
  readonly #looksToo: boolean;
  readonly #startedAt = performance.now();
  /** What looking at all pictures is expected to take, and what those took that were: weights, not times. */
  #looks: { readonly since: number; readonly all: number; done: number } | null = null;
  #endedAt: number | null = null;

  /** `looksToo`: pictures are looked at after the files are read. */
  constructor(scanId: ScanId, folderId: FolderId, looksToo: boolean) {
    this.#scanId = scanId;
    this.folderId = folderId;
    this.#looksToo = looksToo;
  }

  /** @param all the sum of what will be told to `look` */
  beginLooking(all: number) {
    this.#looks = { since: performance.now(), all, done: 0 };
  }

  /** A picture of that weight was looked at. */
  look(weight: number) {
    this.done += 1;
    if (this.#looks) this.#looks.done += weight;
  }

  skip(code: AppErrorCode) {
    this.skipped[code] = (this.skipped[code] ?? 0) + 1;
  }

  /** What it goes through is not there for the moment. */
  pause() {
    this.state = "paused";
  }

  /** From the beginning: what was counted is counted again. */
  goOn() {
    this.state = "walking";
    this.skipped = {};
    this.#looks = null;
    this.found = this.read = this.done = this.unchanged = this.failed = this.dangerous = 0;
  }

  get isOver(): boolean {
    return this.#endedAt !== null;
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
      folderId: this.folderId,
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
   * By the work that is done. Where pictures are looked at, by those alone, as much as each is
   * expected to take: reading is over in no time beside it. Otherwise by photos, unchanged ones left
   * out, which cost nothing and would make it too hopeful.
   */
  #msLeft(elapsedMs: number): number | null {
    if (this.state !== "running" || (this.#looksToo && !this.#looks)) return null;
    const read = this.done - this.unchanged;
    const files = { since: this.#startedAt, all: read + this.found - this.done, done: read };
    const { since, all, done } = this.#looks ?? files;
    const spentMs = elapsedMs - (since - this.#startedAt);
    if (done === 0 || spentMs < HONEST_AFTER_MS) return null;
    return Math.round(((all - done) * spentMs) / done);
  }
}
