import { useQueries as useManyQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { FolderId, PhotoId } from "../../shared/model/ids.ts";
import { EVERY_PHOTO, type PhotoFilter, type PhotoTile } from "../../shared/model/photo.ts";
import { useEngine, useQueries } from "./engine.tsx";

/** Rows asked for at a time; a large window shows half as many. */
const BLOCK_ROWS = 200;
/** Rows out of sight are forgotten after so many milliseconds: a million would fill the page's memory. */
const FORGET_MS = 60_000;
/** The most rows that one question may ask for. */
const MOST_ROWS = 500;

/** Rows of a list, by their place in it. */
export interface Rows {
  /** How many there are; null until that is known. */
  readonly total: number | null;
  /** The photo in a row; undefined while it is not read. */
  readonly at: (row: number) => PhotoTile | undefined;
  /** Tells which rows are in sight. */
  readonly show: (first: number, last: number) => void;
  readonly error: unknown;
}

/** The photos that a filter shows: any part of a list of any length, read as it comes into sight. */
export function usePhotos(filter: PhotoFilter, startRow: number): Rows {
  const [sight, setSight] = useState({ first: blockOf(startRow), last: blockOf(startRow) });
  const [lastTotal, setLastTotal] = useState<number | null>(null);
  const queries = useQueries();
  const blocks = Array.from({ length: sight.last - sight.first + 1 }, (_, n) => sight.first + n);
  const answers = useManyQueries({
    queries: blocks.map((block) =>
      queries.photo.page.queryOptions({
        input: { filter, from: block * BLOCK_ROWS, limit: BLOCK_ROWS },
        gcTime: FORGET_MS,
      }),
    ),
  });
  const total = answers.find(({ data }) => data !== undefined)?.data?.total ?? lastTotal;
  if (total !== lastTotal) setLastTotal(total);
  const show = useCallback((first: number, last: number) => {
    const next = { first: blockOf(first), last: blockOf(last) };
    setSight((now) => (now.first === next.first && now.last === next.last ? now : next));
  }, []);
  const at = (row: number) => answers[blockOf(row) - sight.first]?.data?.photos[row % BLOCK_ROWS];
  return { total, at, show, error: answers.find(({ error }) => error !== null)?.error ?? null };
}

const blockOf = (row: number): number => Math.floor(row / BLOCK_ROWS);

/** Reads the photos of some rows, in sight or not; for ranges that a person picks. */
export function useReadRows() {
  const engine = useEngine();
  return async (filter: PhotoFilter, from: number, to: number): Promise<readonly PhotoTile[]> => {
    const photos: PhotoTile[] = [];
    for (let at = from; at <= to; at += MOST_ROWS) {
      const limit = Math.min(MOST_ROWS, to - at + 1);
      photos.push(...(await engine.photo.page({ filter, from: at, limit })).photos);
    }
    return photos;
  };
}

/** How many photos a filter shows, and how many each other choice would show. */
export function useCounts(filter: PhotoFilter) {
  const { data } = useQuery(
    useQueries().photo.counts.queryOptions({
      input: { filter: { ...filter, sort: EVERY_PHOTO.sort } },
      placeholderData: (previous) => previous,
    }),
  );
  return data ?? null;
}

/** What is in a chosen folder, or in all. */
export const useFolderCounts = (folderId: FolderId | null) =>
  useCounts({ ...EVERY_PHOTO, folderId });

/** What is in a chosen folder, or in all, or among one person's photos, before anything narrows it. */
export const useScopeCounts = ({ folderId, person }: PhotoFilter) =>
  useCounts({ ...EVERY_PHOTO, folderId, person });

export const usePhoto = (photoId: PhotoId) =>
  useQuery(useQueries().photo.get.queryOptions({ input: { photoId } }));

/** Every tag, read from the file anew and forgotten as soon as it is out of sight. */
export const useTags = (photoId: PhotoId) =>
  useQuery(useQueries().photo.tags.queryOptions({ input: { photoId }, gcTime: 0, retry: false }));

/** Reads again what a scan or an action may have changed. */
export function useRefreshPhotos() {
  const client = useQueryClient();
  const queries = useQueries();
  return useCallback(
    (which: "all" | "photos") => {
      void client.invalidateQueries({ queryKey: queries.photo.key() });
      void client.invalidateQueries({ queryKey: queries.folder.list.key() });
      void client.invalidateQueries({ queryKey: queries.insight.key() });
      if (which === "photos") return;
      void client.invalidateQueries({ queryKey: queries.action.history.key() });
      void client.invalidateQueries({ queryKey: queries.vault.state.key() });
      void client.invalidateQueries({ queryKey: queries.vault.list.key() });
    },
    [client, queries],
  );
}

/** The photos before and after one, in the album it was opened from. */
export function useNeighbours(photoId: PhotoId, filter: PhotoFilter) {
  const { data } = useQuery(
    useQueries().photo.row.queryOptions({
      input: { filter, photoId },
      placeholderData: (previous) => previous,
    }),
  );
  return { previous: data?.previous ?? null, next: data?.next ?? null };
}
