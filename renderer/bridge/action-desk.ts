import type { PhotoChoice } from "../../shared/contract/index.ts";
import type { ActionKind, StripPreset } from "../../shared/model/action.ts";
import type { FindingKind } from "../../shared/model/finding.ts";
import { createStore, useStore } from "./store.ts";

/** What a person can have done to chosen photos. */
export type WantedKind = Exclude<ActionKind, "delete">;

/** What the action dialog is open for. */
export interface ActionDesk {
  readonly kind: WantedKind;
  readonly choice: PhotoChoice;
  /** Kinds of which something can be covered in these photos. */
  readonly coverKinds: readonly FindingKind[];
  /** What a strip is set to at first. */
  readonly preset: StripPreset;
}

/** Kinds that have a place in the picture. */
export const COVER_KINDS = [
  "face",
  "document",
  "personal-text",
  "barcode",
] as const satisfies readonly FindingKind[];

/** Those among the kinds that can be covered. */
export const coverable = (kinds: Iterable<FindingKind>): readonly FindingKind[] => {
  const there = new Set(kinds);
  return COVER_KINDS.filter((kind) => there.has(kind));
};

/** Null while the dialog is closed. */
const desk = createStore<ActionDesk | null>(null);
export const openAction = (
  kind: WantedKind,
  choice: PhotoChoice,
  coverKinds: readonly FindingKind[] = [],
  preset: StripPreset = "identity",
): void => desk.set({ kind, choice, coverKinds, preset });
export const closeAction = (): void => desk.set(null);
export const useActionDesk = (): ActionDesk | null => useStore(desk);

/** Counts the actions that came to an end, so that a selection made before can be let go. */
const finished = createStore(0);
export const countFinished = (): void => finished.set(finished.get() + 1);
export const useFinishedActions = (): number => useStore(finished);
