import { serveTasks } from "../base/worker.ts";
import type { StripInput } from "./actions/prepare-strip.ts";
import type { UndoInput } from "./actions/prepare-undo.ts";
import { examinePhoto } from "./scan/examine.ts";
import type { Inspected, InspectInput } from "./scan/inspect.ts";
import type { PreviewInput } from "./scan/picture-task.ts";

/*
 * The analyst's process: everything that opens a photo happens here, one at a time, in a process
 * that may be killed at any instant. It holds nothing worth keeping. Decoders and the vault's
 * ciphers are loaded by the first task that needs them: a scan of metadata needs neither.
 */
serveTasks({
  inspect: async (photos: readonly InspectInput[]) => {
    const seen: Inspected[] = [];
    for (const photo of photos) seen.push(await examinePhoto(photo));
    return seen;
  },
  preview: async (input: PreviewInput) =>
    (await import("./scan/picture-task.ts")).drawPreview(input),
  tags: async (path: string) => (await import("./scan/picture-task.ts")).listTags(path),
  strip: async (input: StripInput) =>
    (await import("./actions/prepare-strip.ts")).prepareStrip(input),
  undo: async (input: UndoInput) => (await import("./actions/prepare-undo.ts")).prepareUndo(input),
});
