import { useMutation, useQuery } from "@tanstack/react-query";
import type { FolderId } from "../../shared/model/ids.ts";
import type { ReportWish } from "../../shared/model/report.ts";
import { useEngine, useQueries } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { showError, showToast } from "./toasts.ts";
import { useChoosePlace } from "./use-folders.ts";

/** The counts of a folder, or of all; made anew each time they are shown. */
export const useReport = (folderId: FolderId | null) =>
  useQuery(useQueries().report.make.queryOptions({ input: { folderId }, gcTime: 0 }));

/** Asks for a folder and writes the report's files there. Nothing happens when the person would rather not. */
export function useSaveReport() {
  const engine = useEngine();
  const choosePlace = useChoosePlace();
  const { mutate: save, isPending } = useMutation({
    mutationFn: async (wish: Omit<ReportWish, "to">) => {
      const place = await choosePlace();
      return place === null ? null : engine.report.save({ ...wish, to: place.id });
    },
    onSuccess: (names) => {
      if (names === null) return;
      showToast({ tone: "good", key: "report.saved", facts: { names: names.join(", ") } });
    },
    onError: (error) => showError(asAppError(error)),
  });
  return { save, isSaving: isPending };
}
