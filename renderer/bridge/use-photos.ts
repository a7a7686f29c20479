import {
  type InfiniteData,
  type Query,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import type { FolderId, PhotoId } from "../../shared/model/ids.ts";
import type { PhotoFilter } from "../../shared/model/photo.ts";
import { useQueries } from "./engine.tsx";

/** Photos asked for at a time. */
const PAGE_PHOTOS = 200;
/** While a scan runs, only lists of at most so many pages are read anew each time. */
const SHORT_LIST_PAGES = 3;
const FIRST: string | null = null;

/** The photos of a filter, read on demand. */
export function usePhotos(filter: PhotoFilter) {
  const query = useInfiniteQuery(
    useQueries().photo.page.infiniteOptions({
      input: (cursor: string | null) => ({ filter, cursor, limit: PAGE_PHOTOS }),
      initialPageParam: FIRST,
      getNextPageParam: (page) => page.next,
    }),
  );
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const photos = useMemo(() => data?.pages.flatMap((page) => page.photos) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { photos, error, isPending, hasMore: hasNextPage, loadMore };
}

export function useCounts(folderId: FolderId | null) {
  const { data } = useQuery(
    useQueries().photo.counts.queryOptions({
      input: { folderId },
      placeholderData: (previous) => previous,
    }),
  );
  return data ?? null;
}

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
    (which: "all" | "short-lists") => {
      const isWanted = (query: Query) => which === "all" || pagesOf(query) <= SHORT_LIST_PAGES;
      void client.invalidateQueries({ queryKey: queries.photo.key(), predicate: isWanted });
      void client.invalidateQueries({ queryKey: queries.folder.list.key() });
      if (which === "short-lists") return;
      void client.invalidateQueries({ queryKey: queries.action.history.key() });
      void client.invalidateQueries({ queryKey: queries.vault.state.key() });
      void client.invalidateQueries({ queryKey: queries.vault.list.key() });
    },
    [client, queries],
  );
}

const isPaged = (data: unknown): data is InfiniteData<unknown> =>
  typeof data === "object" && data !== null && "pages" in data && Array.isArray(data.pages);

const pagesOf = (query: Query): number =>
  isPaged(query.state.data) ? query.state.data.pages.length : 1;

/** The photos before and after one, in the album it was opened from. */
export function useNeighbours(photoId: PhotoId, filter: PhotoFilter) {
  const { photos, loadMore } = usePhotos(filter);
  const at = photos.findIndex(({ id }) => id === photoId);
  const isAtEnd = at >= photos.length - 2;
  useEffect(() => {
    if (isAtEnd) loadMore();
  }, [isAtEnd, loadMore]);
  if (at < 0) return { previous: null, next: null };
  return { previous: photos[at - 1]?.id ?? null, next: photos[at + 1]?.id ?? null };
}
