import { useMutation } from "@tanstack/react-query";
import type { Finding, Verdict } from "../../shared/model/finding.ts";
import type { PhotoId } from "../../shared/model/ids.ts";
import { useEngine } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { showError } from "./toasts.ts";
import { useRefreshPhotos } from "./use-photos.ts";

/** Says of some findings of a photo that they are fine or wrong; null takes it back. */
export function useJudge(photoId: PhotoId) {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  return useMutation({
    mutationFn: (said: {
      readonly findings: readonly Finding[];
      readonly verdict: Verdict | null;
    }) => engine.photo.judge({ photoId, ...said }),
    onError: (error) => showError(asAppError(error)),
    onSettled: () => refresh("photos"),
  });
}
