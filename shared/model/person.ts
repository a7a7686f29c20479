import { z } from "zod";
import { appErrorCode } from "./errors.ts";
import { unitBox } from "./geometry.ts";
import { folderId, personId, photoId } from "./ids.ts";

/** A face that a detector found, and the folder in which its person is looked for; null for all photos. */
export const personWish = z.object({ photoId, box: unitBox, folderId: folderId.nullable() });
export type PersonWish = z.infer<typeof personWish>;

/**
 * How far a search for one person's photos is. Which photos they are is asked with a filter that names
 * the person. What was measured is in memory only, and is forgotten with the search.
 */
export const personProgress = z.object({
  personId,
  state: z.enum(["running", "done", "stopped", "failed"]),
  /** Photos with faces that are compared. */
  total: z.int().nonnegative(),
  done: z.int().nonnegative(),
  /** Of `done`: those in which the person was found, and those that could not be compared. */
  found: z.int().nonnegative(),
  unclear: z.int().nonnegative(),
  error: appErrorCode.nullable(),
});
export type PersonProgress = z.infer<typeof personProgress>;
