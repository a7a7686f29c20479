import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Folder } from "../../shared/model/folder.ts";
import { type FolderId, folderId, type PlaceId } from "../../shared/model/ids.ts";
import { useEngine, useQueries } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { EVERY_PHOTO, goTo } from "./route.ts";
import { createStore, useStore } from "./store.ts";
import { showError, showToast } from "./toasts.ts";
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

/** Whether the page's own folder picker is open, and whether a drop led to it. */
const picker = createStore<"closed" | "open" | "after-drop">("closed");
export const usePicker = () => ({
  state: useStore(picker),
  open: () => picker.set("open"),
  openAfterDrop: () => picker.set("after-drop"),
  close: () => picker.set("closed"),
});

/** Shows a folder's album and begins to check it. */
export function useEnterFolder() {
  const { mutate: start } = useStartScan();
  const client = useQueryClient();
  const queries = useQueries();
  return (id: FolderId) => {
    void client.invalidateQueries({ queryKey: queries.folder.key() });
    goTo({ page: "album", filter: { ...EVERY_PHOTO, folderId: id } });
    start(id);
  };
}

/** Opens the system's dialog, or the page's own picker where the shell has none. */
export function useChooseFolder() {
  const engine = useEngine();
  const enter = useEnterFolder();
  const { data: info } = useQuery(useQueries().app.info.queryOptions({ staleTime: Infinity }));
  const dialog = useMutation({
    mutationFn: () => engine.folder.choose(),
    onSuccess: (id) => id !== null && enter(id),
    onError: (error) => showError(asAppError(error)),
  });
  const choose = () => (info?.folderDialog === "built-in" ? picker.set("open") : dialog.mutate());
  return { choose, isBusy: dialog.isPending || info === undefined };
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
    windowBridge()?.dropFolder === undefined ? picker.set("after-drop") : take.mutate(files);
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
  const add = useMutation({
    mutationFn: (place: PlaceId) => engine.folder.addPlace({ at: place }),
    onSuccess: (id) => {
      picker.set("closed");
      enter(id);
    },
  });
  return { listing, goTo: setAt, add };
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
