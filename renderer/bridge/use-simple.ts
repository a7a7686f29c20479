import { useEffect } from "react";
import type { FolderId } from "../../shared/model/ids.ts";
import { goTo, type Route, type SimpleStep } from "./route.ts";
import { reportUndone, type SimpleReport } from "./simple-report.ts";
import { useUndo } from "./use-actions.ts";
import { useSettings } from "./use-app.ts";

/** Where a person is in simple mode; null while he has all of Safelight before him. */
export function useSimple(route: Route) {
  const { settings, save } = useSettings();
  const isHere = route.page === "simple";
  const { isSimple } = settings;
  useEffect(() => {
    if (isHere && !isSimple) save({ isSimple: true });
  }, [isHere, isSimple, save]);
  if (isHere) return route;
  return isSimple ? ({ page: "simple", step: "choose", folderId: null } as const) : null;
}

/** Goes back to all of Safelight, for good. */
export function useLeaveSimple(): () => void {
  const { save } = useSettings();
  return () => {
    goTo({ page: "home" }); // first, or being there would switch simple mode on again
    save({ isSimple: false });
  };
}

/** Takes back all that simple mode did, the last first, so that each finds what it left. */
export function useTakeBack() {
  const { mutateAsync: undo, isPending } = useUndo();
  const takeBack = async (batches: SimpleReport["batches"]) => {
    for (const batch of batches.toReversed()) await undo(batch);
    reportUndone();
  };
  return { takeBack, isPending };
}

export const goToStep = (step: SimpleStep, folderId: FolderId | null): void =>
  goTo({ page: "simple", step, folderId });
