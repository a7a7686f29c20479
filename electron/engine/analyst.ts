import { serveTasks } from "../base/worker.ts";
import { prepareStrip, type StripInput } from "./actions/prepare-strip.ts";
import { prepareUndo, type UndoInput } from "./actions/prepare-undo.ts";
import { type InspectInput, inspectPhoto } from "./scan/inspect.ts";
import { drawPreview, listTags, type PreviewInput } from "./scan/picture-task.ts";

/*
 * The analyst's process: everything that opens a photo happens here, one at a time, in a process
 * that may be killed at any instant. It holds nothing worth keeping.
 */
serveTasks({
  inspect: (photos: readonly InspectInput[]) => photos.map(inspectPhoto),
  preview: (input: PreviewInput) => drawPreview(input),
  tags: (path: string) => listTags(path),
  strip: (input: StripInput) => prepareStrip(input),
  undo: (input: UndoInput) => prepareUndo(input),
});
