import { useQuery } from "@tanstack/react-query";
import type { PhotoFilter } from "../../shared/model/photo.ts";
import { useQueries } from "./engine.tsx";
import { EVERY_PHOTO } from "./route.ts";

/** Photos that would hurt somebody if they were stolen. */
export const DANGEROUS: PhotoFilter = { ...EVERY_PHOTO, severities: ["high", "critical"] };
/** Photos in the strip of the worst. */
const MAX_WORST = 12;

/** How all photos together stand, and the worst of them. */
export function useOverview() {
  const { photo } = useQueries();
  const counts = useQuery(photo.counts.queryOptions({ input: { filter: EVERY_PHOTO } }));
  const worst = useQuery(
    photo.page.queryOptions({ input: { filter: DANGEROUS, from: 0, limit: MAX_WORST } }),
  );
  return {
    counts: counts.data ?? null,
    worst: worst.data?.photos ?? [],
    isPending: counts.isPending,
    error: counts.error,
    again: () => void counts.refetch(),
  };
}
