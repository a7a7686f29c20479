import { lstatSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { errnoOf } from "../../base/errno.ts";
import { fsPath } from "../../base/paths.ts";

/** Milliseconds between two looks for a disk that went away. */
const LOOK_EVERY_MS = 1_000;

/** What reading fails with when the disk below goes away; where it stays, the file alone is meant. */
const LOSSES: ReadonlySet<string> = new Set<AppErrorCode>([
  "file-vanished",
  "file-unreadable",
  "read-failed",
  "folder-unreadable",
]);
export const isLoss = (code: string | null): boolean => LOSSES.has(code ?? "");

/**
 * The folder that a scan goes through, on the disk that it began on. A disk or a network share that is
 * pulled out leaves an empty folder on the disk above, or none: what is then not found is not gone.
 */
export class Ground {
  readonly #root: string;
  #device: string | undefined;
  #away: string | undefined;

  constructor(root: string) {
    this.#root = root;
    this.#device = deviceOf(root);
  }

  /** The disk, as the system numbers it now; the same one may get another number when it is put in again. */
  get device(): string | undefined {
    return this.#device;
  }

  isThere(): boolean {
    const now = deviceOf(this.#root);
    const isThere = now !== undefined && now === this.#device;
    if (!isThere) this.#away = now;
    return isThere;
  }

  /** Is there a disk again, other than the one that showed when it had gone? It is the one from now on. */
  isBack(): boolean {
    const now = deviceOf(this.#root);
    if (now === undefined || now === this.#away) return false;
    this.#device = now;
    return true;
  }

  /** Resolves when it is back, or at the signal. */
  async back(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !this.isBack()) {
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
    }
  }
}

/**
 * Why a folder cannot be scanned, if it cannot.
 * @param known the disk that it lay on when it was last scanned: an empty folder on another one is a
 *   place where a disk is missing
 */
export function folderProblem(path: string, known?: string): AppErrorCode | undefined {
  try {
    if (!lstatSync(fsPath(path)).isDirectory()) return "folder-not-a-folder";
    const isOther = known !== undefined && known !== deviceOf(path);
    return isOther && readdirSync(fsPath(path)).length === 0 ? "folder-missing" : undefined;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return "folder-missing";
  }
}

function deviceOf(path: string): string | undefined {
  try {
    return String(lstatSync(fsPath(path), { bigint: true }).dev);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
