import { lstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type AppError, type AppErrorCode, failure } from "../../../shared/model/errors.ts";
import { type FolderId, type ScanId, scanId } from "../../../shared/model/ids.ts";
import type { ScanProgress } from "../../../shared/model/scan.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { errnoOf, storageError } from "../../base/errno.ts";
import { fingerprintOf } from "../../base/fingerprint.ts";
import { fsPath } from "../../base/paths.ts";
import type { ProcessPool } from "../../base/pool.ts";
import {
  namesIn,
  type WalkedFile,
  type WalkedFolder,
  type WalkedNotice,
  walk,
} from "../../base/walk.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Depth } from "../formats/format.ts";
import { maybeSidecar } from "../formats/sidecar.ts";
import { Scan } from "./scan.ts";
import { Tally } from "./tally.ts";
import type { Sight } from "./versions.ts";

interface Running {
  readonly tally: Tally;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

export interface ScanRequest {
  readonly folderId: FolderId;
  readonly depth: Depth;
  readonly sights?: readonly Sight[];
}

/** Starts, stops and reports scans. One at a time per folder; several folders may be scanned at once. */
export class Scans {
  readonly #catalogue: Catalogue;
  readonly #pool: ProcessPool;
  readonly #passOver: readonly string[];
  readonly #scans = new Map<ScanId, Running>();
  readonly #hearers = new Set<(progress: ScanProgress) => void>();
  #lastId = 0;

  /** `passOver`: folders no scan may enter, such as our own data folder. */
  constructor(catalogue: Catalogue, pool: ProcessPool, passOver: readonly string[]) {
    this.#catalogue = catalogue;
    this.#pool = pool;
    this.#passOver = passOver;
  }

  start(
    { folderId, depth, sights = [] }: ScanRequest,
    notice: (notice: WalkedNotice) => void = () => {},
  ): Result<ScanId, AppError> {
    const root = this.#catalogue.folders.pathOf(folderId);
    if (root === undefined) return err(failure("folder-missing"));
    if (this.#isRunning(folderId)) return err(failure("scan-running"));
    const problem = folderProblem(root);
    if (problem) return err(failure(problem));
    this.#pool.warm();
    this.#lastId += 1;
    const id = scanId.parse(this.#lastId);
    const tally = new Tally(id, folderId);
    const stop = new AbortController();
    const changed = () => this.#tell(tally);
    const job = { root, folderId, depth, sights, tally, stop, changed, notice };
    const ended = this.#run(job).catch((error) => {
      // The catalogue's disk is full, or the like: what was stored stays.
      tally.end("failed", storageError(error));
      changed();
    });
    this.#scans.set(id, { tally, stop, ended });
    return ok(id);
  }

  stop(id: ScanId) {
    this.#scans.get(id)?.stop.abort();
  }

  /** Resolves when the scan is done, stopped or failed. */
  async ended(id: ScanId): Promise<ScanProgress | undefined> {
    const scan = this.#scans.get(id);
    await scan?.ended;
    return scan?.tally.progress();
  }

  current(): ScanProgress[] {
    return [...this.#scans.values()].map(({ tally }) => tally.progress());
  }

  onProgress(hear: (progress: ScanProgress) => void): () => void {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  async close() {
    for (const { stop } of this.#scans.values()) stop.abort();
    await Promise.allSettled([...this.#scans.values()].map(({ ended }) => ended));
  }

  /** Reads single files into the catalogue, for actions on files that no scan has met. */
  async scanFiles(
    paths: readonly string[],
    { depth, sights = [] }: Omit<ScanRequest, "folderId">,
    tally: Tally,
    signal: AbortSignal,
  ) {
    const { photos } = this.#catalogue;
    const scan = new Scan({
      photos,
      pool: this.#pool,
      tally,
      depth,
      sights,
      signal,
      changed: () => {},
    });
    await scan.run(asFolders(paths), false);
  }

  async #run(job: {
    readonly root: string;
    readonly folderId: FolderId;
    readonly depth: Depth;
    readonly sights: readonly Sight[];
    readonly tally: Tally;
    readonly stop: AbortController;
    readonly changed: () => void;
    readonly notice: (notice: WalkedNotice) => void;
  }) {
    const { root, folderId, depth, sights, tally, stop, changed } = job;
    const { photos, folders } = this.#catalogue;
    const { signal } = stop;
    const scan = new Scan({ photos, pool: this.#pool, tally, depth, sights, signal, changed });
    const walked = noticing(walk(root, { signal, passOver: this.#passOver }), job.notice);
    const met = await scan.run(walked, true);
    const problem = folderProblem(root);
    if (problem) tally.end("failed", problem);
    else if (signal.aborted) tally.end("stopped");
    else {
      photos.removeDirectoriesExcept(root, met);
      folders.finished(folderId, Date.now());
      tally.end("done");
    }
    changed();
  }

  #isRunning(folderId: FolderId): boolean {
    return this.current().some(
      (scan) => scan.folderId === folderId && ["walking", "running"].includes(scan.state),
    );
  }

  #tell(tally: Tally) {
    for (const hear of this.#hearers) hear(tally.progress());
  }
}

async function* noticing(
  folders: AsyncIterable<WalkedFolder>,
  hear: (notice: WalkedNotice) => void,
) {
  for await (const folder of folders) {
    for (const notice of folder.notices) hear(notice);
    yield folder;
  }
}

/**
 * Single files as the listings that hold them, with what may tell about them. Files that are gone
 * or are no files are left out.
 */
async function* asFolders(paths: readonly string[]): AsyncGenerator<WalkedFolder> {
  for (const [path, files] of Map.groupBy(new Set(paths), dirname)) {
    const beside = namesIn(path).filter(maybeSidecar);
    const names = new Set([...files.map((file) => basename(file)), ...beside]);
    yield { path, files: [...names].flatMap((name) => fileAt(path, name) ?? []), notices: [] };
  }
}

function fileAt(folder: string, name: string): WalkedFile | undefined {
  try {
    const stat = lstatSync(fsPath(join(folder, name)), { bigint: true });
    if (!stat.isFile()) return undefined;
    return { name, bytes: Number(stat.size), fingerprint: fingerprintOf(stat) };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

/** Why a folder cannot be scanned, if it cannot. */
export function folderProblem(path: string): AppErrorCode | undefined {
  try {
    return lstatSync(fsPath(path)).isDirectory() ? undefined : "folder-not-a-folder";
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return "folder-missing";
  }
}
