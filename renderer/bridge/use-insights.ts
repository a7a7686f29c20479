import { useQuery } from "@tanstack/react-query";
import { useQueries } from "./engine.tsx";

/** What all photos together give away. */
export const useInsights = () => useQuery(useQueries().insight.all.queryOptions());
