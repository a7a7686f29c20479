import { useMutation } from "@tanstack/react-query";
import type { Purged } from "../../shared/model/settings.ts";
import { useEngine } from "./engine.tsx";
import { createStore, useStore } from "./store.ts";

/** What a purge removed; null as long as there was none. The engine is closed after it. */
const proof = createStore<readonly Purged[] | null>(null);
export const usePurged = () => useStore(proof);

export function usePurge() {
  const engine = useEngine();
  return useMutation({
    mutationFn: (evenQuarantined: boolean) =>
      engine.app.purge({ confirm: "purge", evenQuarantined }),
    onSuccess: (removed) => proof.set(removed),
  });
}
