import { z } from "zod";

/** Cells of one place at most; near the poles they are narrow. */
export const MAX_FOCUS_CELLS = 300;

/** What an insight is about: photos with a clue of any of these types, or in any of these cells. */
export const insightFocus = z.union([
  z.object({
    clues: z.array(z.string().max(60)).min(1).max(20).readonly(),
    /** Only with this name; null for any. */
    name: z.string().max(400).nullable(),
  }),
  z.object({ cells: z.array(z.int().nonnegative()).min(1).max(MAX_FOCUS_CELLS).readonly() }),
]);
export type InsightFocus = z.infer<typeof insightFocus>;
