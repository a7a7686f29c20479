import type { PhotoChoice } from "../../../shared/contract/index.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import type { PhotoFilter, PhotoTile } from "../../../shared/model/photo.ts";

/** Which photos are picked: some, one by one, or all that the filter shows but some. */
export interface Selection {
  readonly all: boolean;
  /** Those picked, or those left out of all. */
  readonly tiles: ReadonlyMap<PhotoId, PhotoTile>;
  /** Where a range begins; a row in the list. */
  readonly anchor: number;
}

export const NOTHING: Selection = { all: false, tiles: new Map(), anchor: 0 };
export const EVERYTHING: Selection = { all: true, tiles: new Map(), anchor: 0 };

export const isSelected = (selection: Selection, id: PhotoId): boolean =>
  selection.all !== selection.tiles.has(id);

export const isEmpty = (selection: Selection): boolean =>
  !selection.all && selection.tiles.size === 0;

/** How many are picked, of so many in all. */
export const countOf = ({ all, tiles }: Selection, total: number): number =>
  all ? total - tiles.size : tiles.size;

/** Picks or drops the photo in a row. */
export function toggle(selection: Selection, photo: PhotoTile, row: number): Selection {
  const tiles = new Map(selection.tiles);
  if (!tiles.delete(photo.id)) tiles.set(photo.id, photo);
  return { ...selection, tiles, anchor: row };
}

/** Adds photos to those picked. */
export function extend(selection: Selection, photos: readonly PhotoTile[]): Selection {
  const tiles = new Map(selection.tiles);
  for (const photo of photos) {
    if (selection.all) tiles.delete(photo.id);
    else tiles.set(photo.id, photo);
  }
  return { ...selection, tiles };
}

/** The selection as the engine takes it; null when nothing is picked. */
export function choiceOf(selection: Selection, filter: PhotoFilter): PhotoChoice | null {
  const ids = [...selection.tiles.keys()];
  if (selection.all) return { filter, except: ids };
  return ids.length === 0 ? null : { photoIds: ids };
}
