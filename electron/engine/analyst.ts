import { map } from "../../shared/result.ts";
import { serveTasks, type Tasks } from "../base/worker.ts";
import type { CopyCheck } from "./actions/check-copy.ts";
import type { KeepInput } from "./actions/prepare-keep.ts";
import type { PaintInput } from "./actions/prepare-paint.ts";
import type { SidecarInput } from "./actions/prepare-sidecar.ts";
import type { StripInput } from "./actions/prepare-strip.ts";
import type { UndoInput } from "./actions/prepare-undo.ts";
import { placeFinder } from "./gazetteer/gazetteer.ts";
import type { CompareInput, KnownFaces } from "./persons/measure.ts";
import { examinePhoto } from "./scan/examine.ts";
import { type Examined, packExamined } from "./scan/examined.ts";
import type { InspectBatch } from "./scan/inspect.ts";
import { marked } from "./scan/item-word.ts";
import type { PreviewInput } from "./scan/picture-task.ts";
import type { RevealInput } from "./scan/reveal-task.ts";
import type { LookTask } from "./scan/see.ts";

/*
 * The analyst's process: everything that opens a photo happens here, one at a time, in a process
 * that may be killed at any instant. It holds nothing worth keeping. Decoders and the vault's
 * ciphers are loaded by the first task that needs them: a scan of metadata needs neither.
 */
const findPlaces = placeFinder();

const tasks: Tasks = {
  inspect: async ({ photos, itemKey }: InspectBatch) => {
    const seen: Examined[] = [];
    for (const photo of photos) {
      seen.push(packExamined(await examinePhoto(photo), itemKey, findPlaces));
    }
    return seen;
  },
  look: async (task: LookTask) => {
    const seen = await (await import("./scan/see.ts")).seePicture(task);
    return map(seen, (shown) => ({ ...shown, findings: marked(shown.findings, task.itemKey) }));
  },
  preview: async (input: PreviewInput) =>
    (await import("./scan/picture-task.ts")).drawPreview(input),
  tags: async (path: string) => (await import("./scan/picture-task.ts")).listTags(path),
  "measure-face": async (face: KnownFaces) =>
    (await import("./persons/measure.ts")).measureFace(face),
  "compare-faces": async (input: CompareInput) =>
    (await import("./persons/measure.ts")).comparePhoto(input),
  reveal: async (input: RevealInput) => (await import("./scan/reveal-task.ts")).revealPhoto(input),
  strip: async (input: StripInput) =>
    (await import("./actions/prepare-strip.ts")).prepareStrip(input),
  sidecar: async (input: SidecarInput) =>
    (await import("./actions/prepare-sidecar.ts")).prepareSidecar(input),
  keep: async (input: KeepInput) => (await import("./actions/prepare-keep.ts")).prepareKeep(input),
  paint: async (input: PaintInput) =>
    (await import("./actions/prepare-paint.ts")).preparePaint(input),
  "open-copy": async (input: CopyCheck) =>
    (await import("./actions/check-copy.ts")).checkCopy(input),
  undo: async (input: UndoInput) => (await import("./actions/prepare-undo.ts")).prepareUndo(input),
};
serveTasks(tasks, async (input) => (await import("./actions/remains.ts")).dropRemains(input));
