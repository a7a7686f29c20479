import type { PhotoChoice } from "../../shared/contract/index.ts";
import type {
  ActionPreview,
  ActionProgress,
  HistoryEntry,
  StripRequest,
} from "../../shared/model/action.ts";
import type { AppError } from "../../shared/model/errors.ts";
import type { DetectorId } from "../../shared/model/finding.ts";
import type { Folder, PlaceListing } from "../../shared/model/folder.ts";
import type {
  BatchId,
  FolderId,
  PhotoId,
  PlaceId,
  PreviewId,
  ScanId,
} from "../../shared/model/ids.ts";
import type {
  PhotoCounts,
  PhotoDetail,
  PhotoFilter,
  PhotoTag,
  PhotoTile,
} from "../../shared/model/photo.ts";
import type { ScanProgress } from "../../shared/model/scan.ts";
import type { AppInfo, Settings } from "../../shared/model/settings.ts";
import type { Result } from "../../shared/result.ts";

/** Encoded bytes of a picture made for the page, and their media type (`image/png`, `image/jpeg`, `image/webp`). */
export interface PreviewPicture {
  readonly bytes: Uint8Array;
  readonly type: string;
}

export interface PhotoPage {
  readonly photos: readonly PhotoTile[];
  readonly next: string | null;
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
    addPlace(at: PlaceId): Result<FolderId, AppError>;
  };
  readonly scans: {
    /** `null` means every detector there is. */
    start(
      id: FolderId,
      options: { readonly detectors: readonly DetectorId[] | null },
    ): Result<ScanId, AppError>;
    stop(id: ScanId): void;
    current(): readonly ScanProgress[];
    /** Calls `hear` on every change, unthrottled; the returned function ends it. */
    onProgress(hear: (progress: ScanProgress) => void): () => void;
  };
  readonly photos: {
    /** `limit` is 1–500. */
    page(filter: PhotoFilter, cursor: string | null, limit: number): PhotoPage;
    counts(folderId: FolderId | null): PhotoCounts;
    get(id: PhotoId): Result<PhotoDetail, AppError>;
    tags(id: PhotoId): Promise<Result<readonly PhotoTag[], AppError>>;
    /** Upright, at most `px` (16–4096) on its longer side. */
    preview(id: PhotoId, px: number): Promise<Result<PreviewPicture, AppError>>;
  };
  readonly actions: {
    preview(choice: PhotoChoice, strip: StripRequest): Promise<Result<ActionPreview, AppError>>;
    /** These three throw `Refused` (base/refused.ts) before the first item when they cannot begin. */
    apply(id: PreviewId): AsyncIterable<ActionProgress>;
    undo(batch: BatchId): AsyncIterable<ActionProgress>;
    undoPhoto(photo: PhotoId): AsyncIterable<ActionProgress>;
    history(): readonly HistoryEntry[];
  };
  close(): Promise<void>;
}
