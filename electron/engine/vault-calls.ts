import { failure } from "../../shared/model/errors.ts";
import type { PlaceId } from "../../shared/model/ids.ts";
import { err, ok } from "../../shared/result.ts";
import { Refused } from "../base/refused.ts";
import type { Actions } from "./actions/actions.ts";
import type { VaultCalls } from "./engine-api.ts";
import type { Places } from "./places.ts";
import { recoverySheet } from "./vault/sheet.ts";
import type { Vault } from "./vault/vault.ts";

/** The vault's part of the engine. */
export function vaultCalls(actions: Actions, vault: Vault, places: Places): VaultCalls {
  const { originals } = actions;
  const folderOf = (to: PlaceId | null) => {
    if (to === null) return null;
    const path = places.pathOf(to);
    if (path === undefined) throw new Refused(failure("folder-missing"));
    return path;
  };
  return {
    check: () => originals.check(),
    restore: (ids, to) => actions.restore(ids, folderOf(to)),
    deleteForGood: (ids) => actions.deleteForGood(ids),
    dropOlder: () => actions.dropOlder(),
    state: () => originals.state(),
    list: () => originals.list(),
    unlock: (secret) => vault.unlock(secret),
    lock: () => vault.lock(),
    protect: (guard) => vault.protect(guard),
    recoverySheet: (language) => {
      const { identity, recipient } = vault;
      if (identity === null) return err(failure("vault-locked"));
      return ok(recoverySheet({ identity, recipient }, language));
    },
  };
}
