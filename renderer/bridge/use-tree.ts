import { useQuery } from "@tanstack/react-query";
import type { DirectoryId } from "../../shared/model/ids.ts";
import { useQueries } from "./engine.tsx";

/** The folders directly in one; the chosen folders for null. */
export const useTree = (at: DirectoryId | null) =>
  useQuery(useQueries().photo.tree.queryOptions({ input: { at } })).data ?? null;
