import type { PhotoChoice } from "../../shared/contract/index.ts";
import type {
  ActionPreview,
  ActionProgress,
  ActionRequest,
  HistoryEntry,
} from "../../shared/model/action.ts";
import type { AppError } from "../../shared/model/errors.ts";
import type { DetectorId, Finding, Verdict } from "../../shared/model/finding.ts";
import type { DirectoryNode, Folder, PlaceListing } from "../../shared/model/folder.ts";
import type {
  BatchId,
  DirectoryId,
  EntryId,
  FolderId,
  PersonId,
  PhotoId,
  PlaceId,
  PreviewId,
  ScanId,
} from "../../shared/model/ids.ts";
import type { Insights } from "../../shared/model/insight.ts";
import type { PersonProgress, PersonWish } from "../../shared/model/person.ts";
import type {
  PhotoCounts,
  PhotoDetail,
  PhotoFilter,
  PhotoPage,
  PhotoRow,
  PhotoTag,
  RevealedValue,
} from "../../shared/model/photo.ts";
import type { Report, ReportWish } from "../../shared/model/report.ts";
import type { Effort, ScanProgress } from "../../shared/model/scan.ts";
import type { AppInfo, Language, Purged, Settings } from "../../shared/model/settings.ts";
import type {
  Guard,
  RecoverySheet,
  VaultCheck,
  VaultItem,
  VaultState,
} from "../../shared/model/vault.ts";
import type { Result } from "../../shared/result.ts";
import type { WatchNews } from "./scan/watching.ts";

/** Encoded bytes of a picture made for the page, and their media type (`image/png`, `image/jpeg`, `image/webp`). */
export interface PreviewPicture {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** What every shell may ask of the engine. Three shells and their tests are written against this alone. */
export interface Engine {
  info(): Pick<AppInfo, "version" | "recovered">;
  settings(): Settings;
  saveSettings(change: Partial<Settings>): Settings;
  readonly folders: {
    list(): readonly Folder[];
    /** `path` comes from a shell (a dialog, a drop, a command line), never from the page. */
    add(path: string): Result<FolderId, AppError>;
    forget(id: FolderId): void;
    browse(at: PlaceId | null): Result<PlaceListing, AppError>;
    makePlace(at: PlaceId, name: string): Result<PlaceId, AppError>;
    addPlace(at: PlaceId): Result<FolderId, AppError>;
    /** A folder to write into; it is not looked through. `path` comes from a shell. */
    placeOf(path: string): Result<PlaceId, AppError>;
  };
  /** Folders that are scanned by themselves whenever something in them changes. */
  readonly watching: {
    /** Called once by a shell that stays: a command of a second has nothing to watch. */
    begin(): void;
    /** Remembered; takes effect at once. */
    set(id: FolderId, on: boolean): Result<null, AppError>;
    /** On battery: changes wait until it may go on. */
    hold(isHeld: boolean): void;
    /** Calls `hear` when a scan that nobody asked for has found new photos; the returned function ends it. */
    onNews(hear: (news: WatchNews) => void): () => void;
  };
  readonly scans: {
    /** `null` means every detector there is. */
    start(
      id: FolderId,
      options: {
        readonly detectors: readonly DetectorId[] | null;
        readonly effort?: Effort | null;
      },
    ): Result<ScanId, AppError>;
    stop(id: ScanId): void;
    current(): readonly ScanProgress[];
    /** Calls `hear` on every change, unthrottled; the returned function ends it. */
    onProgress(hear: (progress: ScanProgress) => void): () => void;
  };
  readonly photos: {
    /** `limit` is 1–500. */
    page(filter: PhotoFilter, from: number, limit: number): PhotoPage;
    counts(filter: PhotoFilter): PhotoCounts;
    row(filter: PhotoFilter, id: PhotoId): PhotoRow;
    tree(at: DirectoryId | null): readonly DirectoryNode[];
    get(id: PhotoId): Result<PhotoDetail, AppError>;
    /** `scan-needed` where the photo's picture was never looked at. */
    judge(
      id: PhotoId,
      findings: readonly Finding[],
      verdict: Verdict | null,
    ): Result<null, AppError>;
    tags(id: PhotoId): Promise<Result<readonly PhotoTag[], AppError>>;
    /** What the masked values stand for, read anew. */
    reveal(id: PhotoId): Promise<Result<readonly RevealedValue[], AppError>>;
    /** Upright, at most `px` (16–4096) on its longer side. */
    preview(
      id: PhotoId,
      px: number,
      signal?: AbortSignal,
    ): Promise<Result<PreviewPicture, AppError>>;
  };
  /** What all photos together give away. */
  insights(): Insights;
  readonly persons: {
    /** Begins; what is found can be asked for with a filter until it is forgotten. */
    find(wish: PersonWish): Result<PersonId, AppError>;
    stop(person: PersonId): void;
    forget(person: PersonId): void;
    current(): readonly PersonProgress[];
    /** Calls `hear` on every change, unthrottled; the returned function ends it. */
    onProgress(hear: (progress: PersonProgress) => void): () => void;
  };
  readonly actions: {
    preview(choice: PhotoChoice, request: ActionRequest): Promise<Result<ActionPreview, AppError>>;
    /** These three throw `Refused` (base/refused.ts) before the first item when they cannot begin. */
    apply(id: PreviewId): AsyncIterable<ActionProgress>;
    undo(batch: BatchId): AsyncIterable<ActionProgress>;
    undoPhoto(photo: PhotoId): AsyncIterable<ActionProgress>;
    history(): readonly HistoryEntry[];
  };
  readonly reports: {
    make(about: { readonly folderId: FolderId | null }): Promise<Result<Report, AppError>>;
    /** Writes new files only; answers with their names. */
    save(wish: ReportWish): Promise<Result<readonly string[], AppError>>;
  };
  readonly vault: VaultCalls;
  /** Removes all that Safelight keeps, and closes. See `app.purge` of the contract. */
  purge(options: {
    readonly evenQuarantined: boolean;
  }): Promise<Result<readonly Purged[], AppError>>;
  close(): Promise<void>;
}

/** What is kept to take changes back. The first four throw `Refused` before the first item when they cannot begin. */
export interface VaultCalls {
  check(): AsyncIterable<VaultCheck>;
  restore(entries: readonly EntryId[], to: PlaceId | null): AsyncIterable<ActionProgress>;
  deleteForGood(entries: readonly EntryId[]): AsyncIterable<ActionProgress>;
  /** Deletes for good what is older than the setting `keepDays`. */
  dropOlder(): AsyncIterable<ActionProgress>;
  state(): VaultState;
  list(): Promise<readonly VaultItem[]>;
  /** With the passphrase or the key of the recovery sheet; null asks the system's key chain. */
  unlock(secret: string | null): Promise<Result<null, AppError>>;
  lock(): void;
  /** `keychain` needs a shell that has one, and may make the system ask the person. */
  protect(guard: Guard): Promise<Result<null, AppError>>;
  recoverySheet(language: Language): Result<RecoverySheet, AppError>;
}
