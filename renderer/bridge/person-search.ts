import { useCallback } from "react";
import type { UnitBox } from "../../shared/model/geometry.ts";
import type { FolderId, PersonId } from "../../shared/model/ids.ts";
import type { PersonProgress } from "../../shared/model/person.ts";
import type { PhotoTile } from "../../shared/model/photo.ts";
import { useEngine } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { EVERY_PHOTO, goTo, routeOf } from "./route.ts";
import { createStore, useStore } from "./store.ts";
import { showError } from "./toasts.ts";
import type { Engine } from "./transport.ts";
import { useRefreshPhotos } from "./use-photos.ts";

/** A face, with all that is needed to show it. */
export interface ChosenFace {
  readonly photo: Pick<PhotoTile, "id" | "revision" | "status" | "width" | "height">;
  readonly box: UnitBox;
}

/** What the window that asks before anything is measured is open for; null while it is closed. */
interface PersonDesk {
  readonly face: ChosenFace;
  /** The folder whose album the photo was opened from. */
  readonly folderId: FolderId | null;
}
const desk = createStore<PersonDesk | null>(null);
export const askForPerson = (face: ChosenFace, folderId: FolderId | null): void =>
  desk.set({ face, folderId });
export const closePersonDesk = (): void => desk.set(null);
export const usePersonDesk = (): PersonDesk | null => useStore(desk);

/** The search of this page. The engine forgets it as soon as this page reads it no longer. */
export interface PersonSearch {
  readonly face: ChosenFace;
  readonly progress: PersonProgress;
  readonly leave: AbortController;
}
const search = createStore<PersonSearch | null>(null);
export const usePersonSearch = (): PersonSearch | null => useStore(search);

/** While faces are compared, lists are read anew at most this often, in milliseconds. */
const REFRESH_MS = 1_500;

/** Begins a search, forgets the one before, and shows what it finds. */
export function useFindPerson() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  return async ({ face }: PersonDesk, folderId: FolderId | null): Promise<void> => {
    search.get()?.leave.abort();
    const leave = new AbortController();
    let refreshedAt = 0;
    try {
      for await (const progress of await open(engine, face, folderId, leave.signal)) {
        if (leave.signal.aborted) return;
        const isFirst = search.get()?.leave !== leave;
        search.set({ face, progress, leave });
        if (isFirst) showAlbum(progress.personId);
        if (progress.state === "running" && performance.now() - refreshedAt < REFRESH_MS) continue;
        refreshedAt = performance.now();
        refresh(progress.state === "running" ? "photos" : "all");
      }
      // The stream of a search does not end by itself: the engine has gone.
      if (search.get()?.leave === leave) search.set(null);
    } catch (error) {
      if (leave.signal.aborted) return;
      if (search.get()?.leave === leave) search.set(null);
      showError(asAppError(error));
    }
  };
}

const open = (
  engine: Engine,
  { photo, box }: ChosenFace,
  folderId: FolderId | null,
  signal: AbortSignal,
) => engine.person.find({ photoId: photo.id, box, folderId }, { signal });

const showAlbum = (person: PersonId): void =>
  goTo({ page: "album", filter: { ...EVERY_PHOTO, person } });

/** Compares no further; what was found stays. */
export function useStopPersonSearch() {
  const engine = useEngine();
  return (personId: PersonId): void => {
    engine.person.stop({ personId }).catch((error: unknown) => showError(asAppError(error)));
  };
}

/** Forgets all that the search measured and found. */
export function useForgetPerson() {
  const refresh = useRefreshPhotos();
  return useCallback(() => {
    search.get()?.leave.abort();
    search.set(null);
    const here = routeOf(location.hash);
    if (here.page === "album" && here.filter.person !== null)
      goTo({ page: "album", filter: EVERY_PHOTO });
    refresh("all");
  }, [refresh]);
}
