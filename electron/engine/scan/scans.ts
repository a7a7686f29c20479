import { type AppError, failure } from "../../../shared/model/errors.ts";
import { type FolderId, folderId, type ScanId, scanId } from "../../../shared/model/ids.ts";
import type { ScanProgress } from "../../../shared/model/scan.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { storageError } from "../../base/errno.ts";
import type { ProcessPool } from "../../base/pool.ts";
import type { WalkedNotice } from "../../base/walk.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { ReadPhoto } from "../catalogue/photos.ts";
import type { Depth } from "../formats/format.ts";
import { folderProblem } from "./ground.ts";
import { itemKeyFrom } from "./item-word.ts";
import { Looking } from "./looking.ts";
import { Reading } from "./reading.ts";
import { runScan, type ScanJob } from "./scan-run.ts";
import { asFolders } from "./single-files.ts";
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
    const problem = folderProblem(root, this.#catalogue.folders.deviceOf(folderId));
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
    const look = new Looking(parts).run(this.#at(paths)).catch(leftWaiting);
    this.#laterLooks.add(look);
    void look.finally(() => this.#laterLooks.delete(look));
  }

  /** Resolves when no picture waits any more that an action has changed. */
  async idle() {
    await Promise.allSettled(this.#laterLooks);
  }

  #parts(tally: Tally, signal: AbortSignal, changed = () => {}) {
    const { photos, contents } = this.#catalogue;
    return {
      photos,
      contents,
      pool: this.#pool,
      itemKey: this.#itemKey,
      tally,
      signal,
      changed,
      isLost: () => false,
    };
  }

  #at(paths: readonly string[]): ReadPhoto[] {
    const { photos } = this.#catalogue;
    const ids = paths.flatMap((path) => photos.at(path) ?? []);
    return ids.flatMap((id) => photos.read(id) ?? []);
  }

  #run(job: ScanJob): Promise<void> {
    const parts = {
      ...this.#parts(job.tally, job.stop.signal, job.changed),
      folders: this.#catalogue.folders,
      passOver: this.#passOver,
    };
    return runScan(parts, job);
  }

  #isRunning(folderId: FolderId): boolean {
    return [...this.#scans.values()].some(
      ({ tally }) => tally.folderId === folderId && !tally.isOver,
    );
  }

  #tell(tally: Tally) {
    for (const hear of this.#hearers) hear(tally.progress());
  }
}

/** The disk of the catalogue failed: the photos still say that they wait, and the next scan looks at them. A bug is thrown on. */
const leftWaiting = (error: unknown): void => void storageError(error);
