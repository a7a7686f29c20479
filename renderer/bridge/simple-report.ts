import type { HistoryEntry } from "../../shared/model/action.ts";
import type { FolderId } from "../../shared/model/ids.ts";
import type { PhotoCounts } from "../../shared/model/photo.ts";
import { type ActionRun, countOf } from "./action-run.ts";
import { createStore, useStore } from "./store.ts";

/** What simple mode found in a folder and did about it, from the look to the printed page. */
export interface SimpleReport {
  readonly folderId: FolderId;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly photos: number;
  readonly dangerous: number;
  readonly byKind: PhotoCounts["byKind"];
  readonly cleaned: number;
  readonly putAway: number;
  readonly failed: number;
  readonly batches: readonly Pick<HistoryEntry, "batchId" | "kind">[];
  readonly isUndone: boolean;
}

/** Null until something was looked at; gone after a reload, for it is of no use later. */
const report = createStore<SimpleReport | null>(null);
export const useSimpleReport = (): SimpleReport | null => useStore(report);

export const dangerousIn = ({ bySeverity }: PhotoCounts): number =>
  (bySeverity.high ?? 0) + (bySeverity.critical ?? 0);

export function beginReport(folderId: FolderId, counts: PhotoCounts): void {
  report.set({
    folderId,
    at: Date.now(),
    photos: counts.photos,
    dangerous: dangerousIn(counts),
    byKind: counts.byKind,
    cleaned: 0,
    putAway: 0,
    failed: 0,
    batches: [],
    isUndone: false,
  });
}

/** Adds what became of the photos. */
export function addToReport(kind: "strip" | "quarantine", run: ActionRun): void {
  const before = report.get();
  if (before === null) return;
  const [done, failed] = [countOf(run, "done"), countOf(run, "failed")];
  const { batchId } = run;
  report.set({
    ...before,
    cleaned: before.cleaned + (kind === "strip" ? done : 0),
    putAway: before.putAway + (kind === "quarantine" ? done : 0),
    failed: before.failed + failed,
    batches:
      batchId === null || done === 0 ? before.batches : [...before.batches, { batchId, kind }],
  });
}

export function reportUndone(): void {
  const before = report.get();
  if (before !== null) report.set({ ...before, isUndone: true, batches: [] });
}
