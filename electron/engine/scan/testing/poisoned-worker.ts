import { appendFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { map } from "../../../../shared/result.ts";
import { serveTasks } from "../../../base/worker.ts";
import { examinePhoto } from "../examine.ts";
import { packExamined } from "../examined.ts";
import type { InspectBatch } from "../inspect.ts";
import { marked } from "../item-word.ts";
import { type LookTask, seePicture } from "../see.ts";

/*
 * An analyst for tests: the real one, but for photos whose names say that they bring it down. Each
 * look is noted beside their folder.
 */

const MEGABYTES_AT_A_TIME = 64;

function poison(path: string) {
  appendFileSync(join(dirname(path), "..", "looks"), `${basename(path)}\n`);
  const name = basename(path);
  if (name.startsWith("crash")) process.abort();
  while (name.startsWith("hang"));
  for (const held: Buffer[] = []; name.startsWith("bloat"); ) {
    held.push(Buffer.alloc(MEGABYTES_AT_A_TIME * 1024 * 1024, 1));
  }
}

serveTasks({
  inspect: async ({ photos, itemKey }: InspectBatch) =>
    Promise.all(
      photos.map(async (photo) => packExamined(await examinePhoto(photo), itemKey, () => [])),
    ),
  look: async (task: LookTask) => {
    poison(task.path);
    const seen = await seePicture(task);
    return map(seen, (shown) => ({ ...shown, findings: marked(shown.findings, task.itemKey) }));
  },
});
