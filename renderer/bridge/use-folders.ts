import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Folder, PlaceListing } from "../../shared/model/folder.ts";
import { type FolderId, folderId, type PlaceId } from "../../shared/model/ids.ts";
import { useEngine, useQueries } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { EVERY_PHOTO, goTo } from "./route.ts";
import { createStore, useStore } from "./store.ts";
import { showError, showToast } from "./toasts.ts";
import { useAppInfo, useSettings } from "./use-app.ts";
import { useStartScan } from "./use-scans.tsx";
import { windowBridge } from "./window-bridge.ts";

const NO_FOLDERS: readonly Folder[] = [];

export function useFolders() {
  const { data, isPending } = useQuery(useQueries().folder.list.queryOptions());
  return { folders: data ?? NO_FOLDERS, isPending };
}

export function useFolder(id: FolderId | null): Folder | null {
  return useFolders().folders.find((folder) => folder.id === id) ?? null;
}

/** A folder that is only written into: its number, and its path for people. */
export type Place = PlaceListing["here"];

/** What the page's own folder picker is open for; null while it is closed. */
type Picking =
  | { readonly purpose: "album"; readonly isAfterDrop: boolean }
  | { readonly purpose: "place"; take(place: Place | null): void };
const picker = createStore<Picking | null>(null);
export const usePicking = () => useStore(picker);

const pickAlbum = (isAfterDrop: boolean) => picker.set({ purpose: "album", isAfterDrop });

/** Closes the picker without a folder. */
export function closePicker(): void {
  const picking = picker.get();
  picker.set(null);
  if (picking?.purpose === "place") picking.take(null);
}

const pickPlace = (): Promise<Place | null> =>
  new Promise((take) => picker.set({ purpose: "place", take }));

/** Shows a folder's album, in simple mode its look, and begins to check it. */
export function useEnterFolder() {
  const { mutate: start, mutateAsync: started } = useStartScan();
  const { isSimple } = useSettings().settings;
  const client = useQueryClient();
  const queries = useQueries();
  return (id: FolderId) => {
    void client.invalidateQueries({ queryKey: queries.folder.key() });
    if (isSimple) {
      // Only then, or what was found the last time would flash up. A refusal has been told.
      const look = () => goTo({ page: "simple", step: "look", folderId: id });
      void started(id).then(look, () => undefined);
      return;
    }
    goTo({ page: "album", filter: { ...EVERY_PHOTO, folderId: id } });
    start(id);
  };
}

/** Opens the system's dialog, or the page's own picker where the shell has none. */
export function useChooseFolder() {
  const engine = useEngine();
  const enter = useEnterFolder();
  const info = useAppInfo();
  const dialog = useMutation({
    mutationFn: () => engine.folder.choose(),
    onSuccess: (id) => id !== null && enter(id),
    onError: (error) => showError(asAppError(error)),
  });
  const choose = () => (info?.folderDialog === "built-in" ? pickAlbum(false) : dialog.mutate());
  return { choose, isBusy: dialog.isPending || info === null };
}

/** Asks for a folder to write into; null when the person would rather not. */
export function useChoosePlace() {
  const engine = useEngine();
  const info = useAppInfo();
  return async (): Promise<Place | null> => {
    if (info?.folderDialog === "built-in") return pickPlace();
    try {
      const at = await engine.folder.choosePlace();
      return at === null ? null : (await engine.folder.browse({ at })).here;
    } catch (error) {
      showError(asAppError(error));
      return null;
    }
  };
}

/** What to do with files dropped on the page: the window knows their folder, a browser does not. */
export function useDropFolder() {
  const enter = useEnterFolder();
  const take = useMutation({
    mutationFn: async (files: FileList) => windowBridge()?.dropFolder?.(files) ?? null,
    onSuccess: (answer) => {
      const id = folderId.safeParse(answer);
      if (id.success) enter(id.data);
      else showToast({ tone: "bad", key: "home.dropNothing", facts: {} });
    },
    onError: (error) => showError(asAppError(error)),
  });
  return (files: FileList) =>
    windowBridge()?.dropFolder === undefined ? pickAlbum(true) : take.mutate(files);
}

/** The built-in picker: where it stands, and how it moves on. */
export function usePlaces() {
  const [at, setAt] = useState<PlaceId | null>(null);
  const engine = useEngine();
  const enter = useEnterFolder();
  const listing = useQuery(
    useQueries().folder.browse.queryOptions({
      input: { at },
      gcTime: 0,
      placeholderData: (previous) => previous,
    }),
  );
  const choose = useMutation({
    mutationFn: async (place: Place) => {
      const picking = picker.get();
      const id =
        picking?.purpose === "album" ? await engine.folder.addPlace({ at: place.id }) : null;
      picker.set(null);
      if (id !== null) enter(id);
      if (picking?.purpose === "place") picking.take(place);
    },
  });
  return { listing, goTo: setAt, choose };
}

/** Makes a folder in a place of the built-in picker, which then goes there. */
export function useMakePlace(at: PlaceId | null, goTo: (place: PlaceId) => void) {
  const engine = useEngine();
  return useMutation({
    mutationFn: async (name: string) =>
      at === null ? null : engine.folder.makePlace({ at, name }),
    onSuccess: (place) => place !== null && goTo(place),
  });
}

/** Whether a folder is checked by itself whenever something in it changes. */
export function useWatchFolder() {
  const engine = useEngine();
  const client = useQueryClient();
  const queries = useQueries();
  return useMutation({
    mutationFn: ({ id, on }: { readonly id: FolderId; readonly on: boolean }) =>
      engine.folder.watch({ folderId: id, on }),
    onSettled: () => client.invalidateQueries({ queryKey: queries.folder.key() }),
    onError: (error) => showError(asAppError(error)),
  });
}

export function useForgetFolder() {
  const engine = useEngine();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: FolderId) => engine.folder.forget({ folderId: id }),
    onSettled: () => client.invalidateQueries(),
    onError: (error) => showError(asAppError(error)),
  });
}
