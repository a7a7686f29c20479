import { lstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type AppError, type AppErrorCode, failure } from "../../../shared/model/errors.ts";
import { type FolderId, folderId, type ScanId, scanId } from "../../../shared/model/ids.ts";
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
import type { ReadPhoto } from "../catalogue/photos.ts";
import type { Depth } from "../formats/format.ts";
import { maybeSidecar } from "../formats/sidecar.ts";
import { itemKeyFrom } from "./item-word.ts";
import { Looking } from "./looking.ts";
import { Reading } from "./reading.ts";
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

export type FilesRequest = Omit<ScanRequest, "folderId"> & {
  /** Who changed the files knows that they show what they showed before. */
  readonly samePicture?: boolean;
};

/** Starts, stops and reports scans. One at a time per folder; several folders may be scanned at once. */
export class Scans {
  readonly #catalogue: Catalogue;
  readonly #pool: ProcessPool;
  readonly #passOver: readonly string[];
  readonly #itemKey: Uint8Array;
  readonly #scans = new Map<ScanId, Running>();
  readonly #laterLooks = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  readonly #hearers = new Set<(progress: ScanProgress) => void>();
  #lastId = 0;

  /** `passOver`: folders no scan may enter, such as our own data folder. */
  constructor(catalogue: Catalogue, pool: ProcessPool, passOver: readonly string[]) {
    this.#catalogue = catalogue;
    this.#pool = pool;
    this.#passOver = passOver;
    this.#itemKey = itemKeyFrom(catalogue.settings.hashKey());
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
    const tally = new Tally(id, folderId, sights.length > 0);
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
    this.#closing.abort();
    for (const { stop } of this.#scans.values()) stop.abort();
    await Promise.allSettled([...this.#scans.values()].map(({ ended }) => ended));
    await this.idle();
  }

  /** Reads single files into the catalogue and looks at their pictures, without their folders. */
  async scanFiles(
    paths: readonly string[],
    { depth, sights = [], samePicture = false }: FilesRequest,
    tally: Tally,
    signal: AbortSignal,
  ) {
    const parts = { ...this.#parts(tally, signal), depth, sights, samePicture };
    await new Reading(parts).run(asFolders(paths), false);
    if (depth === "full") await new Looking(parts).run(this.#at(paths));
  }

  /**
   * Reads files that an action has changed. Their pictures, where they may be others now, are looked
   * at when there is time; until then they say that they wait.
   */
  async readAgain(
    paths: readonly string[],
    { sights = [], samePicture = false }: Omit<FilesRequest, "depth">,
  ) {
    const tally = new Tally(scanId.parse(1), folderId.parse(1), false);
    const parts = { ...this.#parts(tally, this.#closing.signal), sights, samePicture };
    await new Reading({ ...parts, depth: "full" }).run(asFolders(paths), false);
    const look = new Looking(parts).run(this.#at(paths));
    this.#laterLooks.add(look);
    void look.finally(() => this.#laterLooks.delete(look));
  }

  /** Resolves when no picture waits any more that an action has changed. */
  async idle() {
    await Promise.allSettled(this.#laterLooks);
  }

  #parts(tally: Tally, signal: AbortSignal, changed = () => {}) {
    const { photos } = this.#catalogue;
    return { photos, pool: this.#pool, itemKey: this.#itemKey, tally, signal, changed };
  }

  #at(paths: readonly string[]): ReadPhoto[] {
    const { photos } = this.#catalogue;
    const ids = paths.flatMap((path) => photos.at(path) ?? []);
    return ids.flatMap((id) => photos.read(id) ?? []);
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
    const parts = { ...this.#parts(tally, signal, changed), depth, sights, samePicture: false };
    const walked = noticing(walk(root, { signal, passOver: this.#passOver }), job.notice);
    const met = await new Reading(parts).run(walked, true);
    if (!signal.aborted && folderProblem(root) === undefined) {
      photos.removeDirectoriesExcept(root, met);
      if (tally.done < tally.found) await new Looking(parts).run([...photos.readBelow(root)]);
    }
    const problem = folderProblem(root);
    if (problem) tally.end("failed", problem);
    else if (signal.aborted) tally.end("stopped");
    else {
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
