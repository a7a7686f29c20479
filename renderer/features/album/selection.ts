import type { PhotoChoice } from "../../../shared/contract/index.ts";
import type { PhotoId } from "../../../shared/model/ids.ts";
import type { PhotoFilter } from "../../../shared/model/photo.ts";

/** Which photos are picked: some, one by one, or all that the filter shows, loaded or not. */
export interface Selection {
  readonly all: boolean;
  readonly ids: ReadonlySet<PhotoId>;
  /** Where a range begins; an index in the grid. */
  readonly anchor: number;
}

type Listed = readonly { readonly id: PhotoId }[];

export const NOTHING: Selection = { all: false, ids: new Set(), anchor: 0 };
export const EVERYTHING: Selection = { all: true, ids: new Set(), anchor: 0 };

export const isSelected = (selection: Selection, id: PhotoId): boolean =>
  selection.all || selection.ids.has(id);

export const isEmpty = (selection: Selection): boolean =>
  !selection.all && selection.ids.size === 0;

/** Picks or drops one photo. Out of "all", it is the only one dropped among the photos loaded so far. */
export function toggle(selection: Selection, photos: Listed, index: number): Selection {
  const photo = photos[index];
  if (photo === undefined) return selection;
  const ids = new Set(selection.all ? photos.map(({ id }) => id) : selection.ids);
  if (!ids.delete(photo.id)) ids.add(photo.id);
  return { all: false, ids, anchor: index };
}

/** Adds everything from the anchor up to `index`. */
export function extend(selection: Selection, photos: Listed, index: number): Selection {
  const [from, to] = [Math.min(selection.anchor, index), Math.max(selection.anchor, index)];
  const range = photos.slice(from, to + 1).map(({ id }) => id);
  return { ...selection, all: false, ids: new Set([...selection.ids, ...range]) };
}

/** The selection as the engine takes it; null when nothing is picked. */
export function choiceOf(selection: Selection, filter: PhotoFilter): PhotoChoice | null {
  if (selection.all) return { filter };
  return selection.ids.size === 0 ? null : { photoIds: [...selection.ids] };
}
