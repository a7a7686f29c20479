import { useMutation } from "@tanstack/react-query";
import type { PhotoId } from "../../shared/model/ids.ts";
import { useEngine } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { showError } from "./toasts.ts";

/** What a photo's masked values stand for. Asked for by a press, held by the page that asked, gone with it. */
export function useReveal(photoId: PhotoId) {
  const engine = useEngine();
  const { data, mutate, isPending } = useMutation({
    mutationFn: () => engine.photo.reveal({ photoId }),
    gcTime: 0,
    onError: (error) => showError(asAppError(error)),
  });
  return { values: data ?? null, ask: () => mutate(), isAsking: isPending };
}
export type Reveal = ReturnType<typeof useReveal>;
