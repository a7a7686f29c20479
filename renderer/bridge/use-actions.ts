import { skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PhotoChoice } from "../../shared/contract/index.ts";
import type { ActionOutcome, ActionRequest } from "../../shared/model/action.ts";
import { failure } from "../../shared/model/errors.ts";
import type { PhotoId, PreviewId } from "../../shared/model/ids.ts";
import type { TextKey } from "../../shared/text/index.ts";
import { countFinished, type WantedKind } from "./action-desk.ts";
import { type ActionRun, countOf, followAction, NOT_BEGUN } from "./action-run.ts";
import { useEngine, useQueries } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { withKey } from "./key-desk.ts";
import { goTo, routeOf } from "./route.ts";
import { dropToast, dropUndoToasts, showError, showToast, type UndoTarget } from "./toasts.ts";
import type { Engine } from "./transport.ts";
import { useRefreshPhotos } from "./use-photos.ts";

/** What an action would do. `request` is null while the person has not chosen enough to tell. */
export const useActionPreview = (choice: PhotoChoice, request: ActionRequest | null) =>
  useQuery(
    useQueries().action.preview.queryOptions({
      input: request === null ? skipToken : { choice, request },
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );

/** Applies a preview and tells how far it is. */
export function useApplyAction(kind: WantedKind) {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  const [run, setRun] = useState(NOT_BEGUN);
  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: async (previewId: PreviewId) => {
      setRun(NOT_BEGUN);
      return followAction(await engine.action.apply({ previewId }), setRun);
    },
    onSuccess: (end) => {
      if (kind === "quarantine" && countOf(end, "done") > 0) leaveGonePhoto();
    },
    onSettled: () => {
      countFinished();
      refresh("all");
    },
  });
  return { apply: mutate, run, isRunning: isPending, isDone: isSuccess, error, reset };
}

/** A photo that went into the vault has no page any more. */
function leaveGonePhoto(): void {
  const here = routeOf(location.hash);
  if (here.page === "photo") goTo({ page: "album", filter: here.filter });
}

const ANNOUNCED = {
  strip: "undo.cleaned",
  quarantine: "undo.quarantined",
  redact: "undo.covered",
  export: "undo.copied",
} as const satisfies Record<WantedKind, TextKey>;

/** Tells that an action is done, with a button that takes it back. */
export function announceAction(kind: WantedKind, run: ActionRun, canUndo: boolean): void {
  const count = countOf(run, "done");
  if (count === 0) return;
  const { batchId } = run;
  const undoes = canUndo && batchId !== null ? { undoes: { batchId, kind } } : {};
  showToast({ tone: "good", key: ANNOUNCED[kind], facts: { count }, ...undoes });
}

/** Takes a batch, or single photos, back to what they were. Asks for the passphrase where that is needed. */
export function useUndo() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  return useMutation({
    mutationFn: (target: UndoTarget): Promise<ActionRun> => {
      if ("batchId" in target) {
        const { batchId } = target;
        return withKey(async () => followAction(await engine.action.undo({ batchId })));
      }
      if ("restored" in target) return putAway(engine, target.restored);
      return undoPhotos(target.photoIds, (photoId) => engine.action.undoPhoto({ photoId }));
    },
    onMutate: () => {
      dropUndoToasts();
      return showToast({ tone: "busy", key: "undo.working", facts: {} });
    },
    onSuccess: (run, target) => announceBack(run, undoneKey(target)),
    onError: (error) => showError(asAppError(error)),
    onSettled: (_run, _error, _target, busyToast) => {
      if (busyToast !== undefined) dropToast(busyToast);
      refresh("all");
    },
  });
}

function undoneKey(target: UndoTarget): TextKey {
  if ("restored" in target) return "undo.putAway";
  return "kind" in target && target.kind === "export" ? "undo.copiesGone" : "undo.done";
}

/** What came out of the vault goes in again, from where it lies now. */
async function putAway(engine: Engine, photoIds: readonly PhotoId[]): Promise<ActionRun> {
  const request = { kind: "quarantine" } as const;
  const { id } = await engine.action.preview({ choice: { photoIds }, request });
  return followAction(await engine.action.apply({ previewId: id }));
}

async function undoPhotos(
  photoIds: readonly PhotoId[],
  undo: (photoId: PhotoId) => Promise<Parameters<typeof followAction>[0]>,
): Promise<ActionRun> {
  const outcomes: ActionOutcome[] = [];
  for (const photoId of photoIds) {
    const run = await withKey(async () => followAction(await undo(photoId)));
    outcomes.push(...run.outcomes);
  }
  return { ...NOT_BEGUN, outcomes };
}

/** Tells how many originals are back, with a button that undoes that, and why others are not. */
export function announceBack(run: ActionRun, doneKey: TextKey, undoes?: UndoTarget): void {
  const [done, failed] = [countOf(run, "done"), countOf(run, "failed")];
  const button = undoes === undefined ? {} : { undoes };
  if (done > 0) showToast({ tone: "good", key: doneKey, facts: { count: done }, ...button });
  if (failed === 0) return;
  const code = run.outcomes.find((outcome) => outcome.error !== null)?.error ?? "unexpected";
  const reason = failure(code);
  showToast({ tone: "bad", key: "undo.failed", facts: { count: failed }, reason });
}

export const useHistory = () => useQuery(useQueries().action.history.queryOptions());
