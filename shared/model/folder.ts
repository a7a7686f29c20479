import { z } from "zod";
import { directoryId, folderId, placeId } from "./ids.ts";

export const folder = z.object({
  id: folderId,
  /** Its place in the tree of folders. */
  directoryId,
  /** Display text. */
  path: z.string(),
  name: z.string(),
  photos: z.int().nonnegative(),
  /** Photos of severity high or critical. */
  dangerous: z.int().nonnegative(),
  /** Milliseconds since 1970, UTC; null when never scanned to the end. */
  scannedAt: z.int().nullable(),
  /** Scanned by itself whenever something in it changes. */
  isWatched: z.boolean(),
});
export type Folder = z.infer<typeof folder>;

/** One page of the built-in folder picker, for shells that have no dialog of the system's. */
export const placeListing = z.object({
  here: z.object({ id: placeId, path: z.string(), name: z.string() }),
  parent: placeId.nullable(),
  shortcuts: z.array(z.object({ id: placeId, name: z.string() })).readonly(),
  folders: z.array(z.object({ id: placeId, name: z.string() })).readonly(),
  /** How many files lie directly in `here`. */
  files: z.int().nonnegative(),
});
export type PlaceListing = z.infer<typeof placeListing>;

/** One folder of the tree below the chosen ones. Sums count everything at and below it. */
export const directoryNode = z.object({
  id: directoryId,
  /** Display text. */
  name: z.string(),
  photos: z.int().nonnegative(),
  /** Photos of severity high or critical. */
  dangerous: z.int().nonnegative(),
  /** How many folders lie directly in it. */
  folders: z.int().nonnegative(),
});
export type DirectoryNode = z.infer<typeof directoryNode>;
