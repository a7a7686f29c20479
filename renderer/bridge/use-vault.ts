import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { EntryId, PlaceId } from "../../shared/model/ids.ts";
import type { Language } from "../../shared/model/settings.ts";
import type { VaultCheck, VaultItem } from "../../shared/model/vault.ts";
import { type ActionRun, countOf, followAction, NOT_BEGUN } from "./action-run.ts";
import { useEngine, useQueries } from "./engine.tsx";
import { asAppError } from "./errors.ts";
import { withKey } from "./key-desk.ts";
import { dropUndoToasts, showError, showToast } from "./toasts.ts";
import { announceBack } from "./use-actions.ts";
import { useRefreshPhotos } from "./use-photos.ts";

const NO_ITEMS: readonly VaultItem[] = [];

export const useVaultState = () => useQuery(useQueries().vault.state.queryOptions());

export function useVaultItems() {
  const { data, isPending, error } = useQuery(useQueries().vault.list.queryOptions());
  return { items: data ?? NO_ITEMS, isPending, error };
}

/** Puts originals back where they were, or into a place. */
export function useRestore() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  const [run, setRun] = useState(NOT_BEGUN);
  const restore = useMutation({
    mutationFn: (wish: { readonly entryIds: readonly EntryId[]; readonly to: PlaceId | null }) => {
      setRun(NOT_BEGUN);
      return withKey(async () => followAction(await engine.vault.restore(wish), setRun));
    },
    onMutate: dropUndoToasts,
    onSuccess: (end, { to }) => {
      const back = end.outcomes.filter(({ result }) => result === "done");
      const restored = back.flatMap(({ photoId }) => photoId ?? []);
      const undoes = restored.length > 0 ? { restored } : undefined;
      announceBack(end, to === null ? "vault.restored" : "vault.restoredTo", undoes);
    },
    onError: (error) => showError(asAppError(error)),
    onSettled: () => refresh("all"),
  });
  return { restore: restore.mutateAsync, isRunning: restore.isPending, run };
}

const FOR_GOOD = "delete for good" as const;

/** Deletes originals, or all that is older than the setting says, for good. The page has asked twice. */
export function useDeleteForGood() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  const [run, setRun] = useState(NOT_BEGUN);
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (what: readonly EntryId[] | "older") => {
      setRun(NOT_BEGUN);
      return withKey(async () =>
        followAction(
          what === "older"
            ? await engine.vault.dropOlder({ confirm: FOR_GOOD })
            : await engine.vault.deleteForGood({ entryIds: what, confirm: FOR_GOOD }),
          setRun,
        ),
      );
    },
    onSuccess: (end: ActionRun) =>
      showToast({ tone: "good", key: "vault.deleted", facts: { count: countOf(end, "done") } }),
    onError: (error) => showError(asAppError(error)),
    onSettled: () => refresh("all"),
  });
  return { deleteForGood: mutateAsync, isRunning: isPending, run };
}

/** Opens everything in the vault to its end, and tells how far it is. */
export function useCheckVault() {
  const engine = useEngine();
  const [check, setCheck] = useState<VaultCheck | null>(null);
  const [stopper] = useState(() => new AbortController());
  const { signal } = stopper;
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () =>
      withKey(async () => {
        for await (const step of await engine.vault.check(undefined, { signal })) setCheck(step);
      }),
  });
  const stop = () => stopper.abort();
  return { start: () => mutate(), stop, check, isRunning: isPending, isDone: isSuccess, error };
}

/** With the passphrase or the key of the recovery sheet; null asks the system's key chain. */
export function useUnlock() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  return useMutation({
    mutationFn: (passphrase: string | null) => engine.vault.unlock({ passphrase }),
    onSuccess: () => refresh("all"),
  });
}

export function useLock() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  return useMutation({
    mutationFn: () => engine.vault.lock(),
    onSuccess: () => showToast({ tone: "good", key: "vault.lockedNow", facts: {} }),
    onError: (error) => showError(asAppError(error)),
    onSettled: () => refresh("all"),
  });
}

/** Sets or changes the passphrase; null removes it. */
export function useSetPassphrase() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  return useMutation({
    mutationFn: (passphrase: string | null) =>
      withKey(() => engine.vault.setPassphrase({ passphrase })),
    onSuccess: (_done, passphrase) =>
      showToast({
        tone: "good",
        key: passphrase === null ? "vault.passphraseGone" : "vault.passphraseSet",
        facts: {},
      }),
    onSettled: () => refresh("all"),
  });
}

/** Gives the key to the system's key chain. */
export function useKeyChain() {
  const engine = useEngine();
  const refresh = useRefreshPhotos();
  return useMutation({
    mutationFn: () => withKey(() => engine.vault.giveToKeyChain()),
    onSuccess: () => showToast({ tone: "good", key: "vault.keychainUsed", facts: {} }),
    onSettled: () => refresh("all"),
  });
}

/** The sheet with the key; asked for anew each time and kept nowhere. */
export const useRecoverySheet = (language: Language) => {
  const engine = useEngine();
  const { queryKey } = useQueries().vault.recoverySheet.queryOptions({ input: { language } });
  return useQuery({
    queryKey,
    queryFn: () => withKey(() => engine.vault.recoverySheet({ language })),
    gcTime: 0,
    retry: false,
  });
};
