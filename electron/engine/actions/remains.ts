import { z } from "zod";
import { removeIfThere } from "../../base/files.ts";

/** Where the inputs of the tasks that write say what they write. */
const writing = z.object({
  temporary: z.string().nullish(),
  keep: z.object({ path: z.string().optional(), entry: z.string().optional() }).nullish(),
  place: z.object({ entry: z.string() }).optional(),
});

/**
 * Takes away what an analyst made ready for an engine that was killed meanwhile. The next start may
 * have cleaned up before the analyst was done; names are never used twice, so this takes nobody else's.
 */
export function dropRemains(input: unknown) {
  const parsed = writing.safeParse(input);
  if (!parsed.success) return;
  const { temporary, keep, place } = parsed.data;
  for (const path of [temporary, keep?.path, keep?.entry, place?.entry])
    if (typeof path === "string") removeIfThere(path);
}
