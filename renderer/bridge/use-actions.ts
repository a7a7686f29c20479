import { skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PhotoChoice } from "../../shared/contract/index.ts";
import type { ActionOutcome, ActionProgress, StripRequest } from "../../shared/model/action.ts";
import { failure } from "../../shared/model/errors.ts";
import type { BatchId, PhotoId, PreviewId } from "../../shared/model/ids.ts";
import { useEngine, useQueries } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { createStore, useStore } from "./store.ts";
import { dropToast, showError, showToast, toasts } from "./toasts.ts";
import { useRefreshPhotos } from "./use-photos.ts";

/** The photos the strip dialog is open for; null while it is closed. */
const stripDesk = createStore<PhotoChoice | null>(null);
export const openStrip = (choice: PhotoChoice): void => stripDesk.set(choice);
export const closeStrip = (): void => stripDesk.set(null);
export const useStripDesk = (): PhotoChoice | null => useStore(stripDesk);

/** Counts the strips that came to an end, so that a selection made before can be let go. */
const finishedStrips = createStore(0);
export const useFinishedStrips = (): number => useStore(finishedStrips);

/** What a strip would do. `strip` is null while the person has not chosen anything that could go. */
export const useStripPreview = (choice: PhotoChoice, strip: StripRequest | null) =>
  useQuery(
    useQueries().action.preview.queryOptions({
      input: strip === null ? skipToken : { choice, request: { kind: "strip", ...strip } },
      gcTime: 0,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );

/** How far an action is, with the latest outcome of each photo. */
export interface ActionRun {
  readonly batchId: BatchId | null;
  readonly done: number;
  readonly total: number;
  readonly outcomes: readonly ActionOutcome[];
}

const NOT_BEGUN: ActionRun = { batchId: null, done: 0, total: 0, outcomes: [] };

async function followAction(
  steps: AsyncIterable<ActionProgress>,
  hear: (run: ActionRun) => void = () => undefined,
): Promise<ActionRun> {
  const outcomes = new Map<string, ActionOutcome>();
  let run = NOT_BEGUN;
  for await (const { batchId, done, total, outcomes: fresh } of steps) {
    for (const outcome of fresh) outcomes.set(keyOf(outcome), outcome);
    run = { batchId, done, total, outcomes: [...outcomes.values()] };
    hear(run);
  }
  return run;
}

/** What tells outcomes apart; a photo that has left the list has no id any more. */
export const keyOf = ({ photoId, actionId, name }: ActionOutcome): string =>
  photoId === null ? `${actionId} ${name}` : String(photoId);

/** Applies a preview and tells how far it is. */
export function useApplyStrip() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  const [run, setRun] = useState(NOT_BEGUN);
  const { mutate, isPending, isSuccess, error, reset } = useMutation({
    mutationFn: async (previewId: PreviewId) => {
      setRun(NOT_BEGUN);
      return followAction(await engine.action.apply({ previewId }), setRun);
    },
    onSettled: () => {
      finishedStrips.set(finishedStrips.get() + 1);
      refresh("all");
    },
  });
  return { apply: mutate, run, isRunning: isPending, isDone: isSuccess, error, reset };
}

const countOf = (run: ActionRun, result: ActionOutcome["result"]): number =>
  run.outcomes.filter((outcome) => outcome.result === result).length;

/** Tells that a strip is done, with a button that takes it back. */
export function announceStrip(run: ActionRun, canUndo: boolean): void {
  const count = countOf(run, "done");
  if (count === 0) return;
  const undoes = canUndo && run.batchId !== null ? { undoes: run.batchId } : {};
  showToast({ tone: "good", key: "undo.cleaned", facts: { count }, ...undoes });
}

type UndoTarget = { readonly batchId: BatchId } | { readonly photoIds: readonly PhotoId[] };

/** Takes a batch, or single photos, back to what they were. */
export function useUndo() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  return useMutation({
    mutationFn: async (target: UndoTarget): Promise<ActionRun> => {
      if ("batchId" in target) return followAction(await engine.action.undo(target));
      const outcomes: ActionOutcome[] = [];
      for (const photoId of target.photoIds) {
        const run = await followAction(await engine.action.undoPhoto({ photoId }));
        outcomes.push(...run.outcomes);
      }
      return { ...NOT_BEGUN, outcomes };
    },
    onMutate: () => {
      for (const { id, undoes } of toasts.get()) if (undoes !== undefined) dropToast(id);
      return showToast({ tone: "busy", key: "undo.working", facts: {} });
    },
    onSuccess: announceUndo,
    onError: (error) => showError(asAppError(error)),
    onSettled: (_run, _error, _target, busyToast) => {
      if (busyToast !== undefined) dropToast(busyToast);
      refresh("all");
    },
  });
}

function announceUndo(run: ActionRun): void {
  const [done, failed] = [countOf(run, "done"), countOf(run, "failed")];
  if (done > 0) showToast({ tone: "good", key: "undo.done", facts: { count: done } });
  if (failed === 0) return;
  const code = run.outcomes.find((outcome) => outcome.error !== null)?.error ?? "unexpected";
  const reason = failure(code);
  showToast({ tone: "bad", key: "undo.failed", facts: { count: failed }, reason });
}

export const useHistory = () => useQuery(useQueries().action.history.queryOptions());
