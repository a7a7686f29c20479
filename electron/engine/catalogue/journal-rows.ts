import { z } from "zod";
import {
  type ActionKind,
  type ActionState,
  actionKind,
  actionState,
} from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import {
  type ActionId,
  actionId,
  type BatchId,
  batchId,
  type PhotoId,
  photoId,
} from "../../../shared/model/ids.ts";
import { pathColumn } from "./rows.ts";

/** One changed file, as far as the journal knows it. Hashes are SHA-256 of whole files. */
export interface JournalRow {
  readonly id: ActionId;
  readonly batchId: BatchId;
  readonly kind: ActionKind;
  readonly owner: string;
  readonly photoId: PhotoId | null;
  /** Of a sidecar: the action of the photo it went along with. */
  readonly alongWith: ActionId | null;
  /** The file that the action changes, removes or makes. */
  readonly path: string;
  readonly state: ActionState;
  /** The file being written beside it. */
  readonly temporary: string | null;
  /** Where an undo is about to put the original; null stands for `path`. */
  readonly target: string | null;
  /** Name of the patch or the entry that the vault keeps to undo it; null when there is none. */
  readonly copy: string | null;
  /** Name of the whole original in the vault. */
  readonly object: string | null;
  /** What was there before, and what the action put there; null where there is no file. */
  readonly beforeHash: Buffer | null;
  readonly afterHash: Buffer | null;
  readonly bytesBefore: number;
  readonly bytesAfter: number;
  /** Mode, owner and times of the original, JSON. */
  readonly look: string | null;
  /** Milliseconds since 1970, UTC, of the last step. */
  readonly changedAt: number;
}

export const journalRow = z
  .object({
    id: actionId,
    batch_id: batchId,
    kind: actionKind,
    owner: z.string(),
    photo_id: photoId.nullable(),
    along_with: actionId.nullable(),
    path: pathColumn,
    state: actionState,
    temporary: pathColumn.nullable(),
    target: pathColumn.nullable(),
    copy: z.string().nullable(),
    object: z.string().nullable(),
    before_hash: z.instanceof(Buffer).nullable(),
    after_hash: z.instanceof(Buffer).nullable(),
    bytes_before: z.int(),
    bytes_after: z.int(),
    look: z.string().nullable(),
    changed_at: z.int(),
  })
  .transform(
    (row): JournalRow => ({
      ...row,
      batchId: row.batch_id,
      photoId: row.photo_id,
      alongWith: row.along_with,
      beforeHash: row.before_hash,
      afterHash: row.after_hash,
      bytesBefore: row.bytes_before,
      bytesAfter: row.bytes_after,
      changedAt: row.changed_at,
    }),
  );

/** What a step of an action adds to its row. */
export interface JournalStep {
  readonly id: ActionId;
  readonly state: ActionState;
  readonly error?: AppErrorCode;
  readonly temporary?: string | null;
  readonly target?: string | null;
  readonly copy?: string | null;
  readonly object?: string | null;
  readonly beforeHash?: Uint8Array;
  readonly afterHash?: Uint8Array | null;
  readonly bytesBefore?: number;
  readonly bytesAfter?: number;
  readonly look?: string;
}

export interface Planned {
  readonly photoId: PhotoId | null;
  readonly path: string;
  readonly temporary: string | null;
  readonly copy: string | null;
  /** Which of the files planned before it, by its place in the list, this one goes along with. */
  readonly alongWith: number | null;
}

/** A sidecar's action that stands for its photo, and those of the photo's other sidecars. */
export interface Lead {
  readonly first: ActionId;
  readonly others: readonly ActionId[];
  readonly photoId: PhotoId | null;
}

/** A change that had been made when the catalogue was lost, as the vault remembers it. */
export interface Adopted {
  readonly path: string;
  readonly copy: string;
  readonly object: string;
  readonly beforeHash: Uint8Array;
  readonly bytes: number;
  readonly look: string;
  readonly keptAt: number;
  /** Copies of the sidecars that went along. */
  readonly sidecars: readonly string[];
}
