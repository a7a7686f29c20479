import { basename } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import type { FolderId } from "../../../shared/model/ids.ts";
import { TEMPORARY_PREFIX } from "../../base/walk.ts";
import { maybeSidecar } from "../formats/sidecars/sidecar.ts";
import { mayBePhoto } from "./photo-names.ts";

/** Milliseconds without a change after which a folder is scanned: a camera's card is copied in one go. */
const QUIET_MS = 5_000;

/** What a scan that nobody asked for has brought: numbers, nothing else. */
export interface WatchNews {
  readonly folderId: FolderId;
  /** More photos than before. */
  readonly photos: number;
  /** Of severity high or critical. */
  readonly dangerous: number;
}

/** A folder's sums, before and after. */
type Sums = Pick<WatchNews, "photos" | "dangerous">;

export interface WatchParts {
  /** Scans a folder to its end; resolves when there is nothing to wait for any more. */
  readonly scan: (id: FolderId) => Promise<unknown>;
  readonly sumsOf: (id: FolderId) => Sums;
  /** Folders that are none of the person's. */
  readonly passOver: readonly string[];
  readonly quietMs?: number | undefined;
}

interface Watched {
  readonly watcher: FSWatcher;
  timer: NodeJS.Timeout | undefined;
  /** Something changed that no scan has seen. */
  isDue: boolean;
  isScanned: boolean;
}

/**
 * Scans folders by itself: when something in one has changed and nothing changes any more. While it
 * is held, as on battery, changes wait.
 */
export class Watching {
  readonly #parts: WatchParts;
  readonly #folders = new Map<FolderId, Watched>();
  readonly #hearers = new Set<(news: WatchNews) => void>();
  #isHeld = false;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Watches a folder from now on, and scans it soon: it may have changed while nobody looked. */
  follow(id: FolderId, root: string) {
    if (this.#folders.has(id)) return;
    const watcher = watch(root, {
      followSymlinks: false,
      ignoreInitial: true,
      ignored: (path, stats) =>
        this.#parts.passOver.includes(path) || (stats?.isFile() === true && !matters(path)),
    });
    const watched: Watched = { watcher, timer: undefined, isDue: true, isScanned: false };
    this.#folders.set(id, watched);
    watcher.on("all", () => this.#changed(id, watched));
    // A system's limit of watched folders, or a disk that went away: what is not seen is found by the next scan.
    watcher.on("error", () => this.#changed(id, watched));
    this.#changed(id, watched);
  }

  leave(id: FolderId) {
    const watched = this.#folders.get(id);
    if (!watched) return;
    this.#folders.delete(id);
    clearTimeout(watched.timer);
    void watched.watcher.close();
  }

  /** On battery: changes are remembered and scanned once it may go on. */
  hold(isHeld: boolean) {
    this.#isHeld = isHeld;
    for (const [id, watched] of this.#folders) if (watched.isDue) this.#changed(id, watched);
  }

  onNews(hear: (news: WatchNews) => void): () => void {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  close() {
    for (const id of [...this.#folders.keys()]) this.leave(id);
  }

  #changed(id: FolderId, watched: Watched) {
    watched.isDue = true;
    clearTimeout(watched.timer);
    if (this.#isHeld || watched.isScanned || !this.#folders.has(id)) return;
    watched.timer = setTimeout(() => void this.#scan(id, watched), this.#parts.quietMs ?? QUIET_MS);
  }

  async #scan(id: FolderId, watched: Watched) {
    const { scan, sumsOf } = this.#parts;
    const before = sumsOf(id);
    watched.isDue = false;
    watched.isScanned = true;
    await scan(id);
    watched.isScanned = false;
    if (!this.#folders.has(id)) return;
    const after = sumsOf(id);
    const photos = after.photos - before.photos;
    const dangerous = Math.max(0, after.dangerous - before.dangerous);
    if (photos > 0) for (const hear of this.#hearers) hear({ folderId: id, photos, dangerous });
    if (watched.isDue) this.#changed(id, watched);
  }
}

/** A photo by its name, or what stands beside one; never a file that we are just writing. */
function matters(path: string): boolean {
  const name = basename(path);
  return !name.startsWith(TEMPORARY_PREFIX) && (mayBePhoto(name) || maybeSidecar(name));
}
