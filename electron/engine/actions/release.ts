import { errnoOf } from "../../base/errno.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { SealBroken } from "../vault/seal.ts";
import type { Vault } from "../vault/vault.ts";

/**
 * Drops sealed originals that nothing needs any more. One that an unknown or unreadable entry might
 * need stays, and so does everything while any program is in the middle of an action.
 * @returns how many were dropped.
 */
export async function releaseObjects({ kept }: Catalogue, vault: Vault): Promise<number> {
  const known = kept.copies();
  const foreign = new Map<string, string>();
  for (const { name } of vault.entries().filter((entry) => !known.has(entry.name))) {
    const object = await objectOf(vault, name);
    if (object === undefined) return 0;
    foreign.set(name, object);
  }
  let dropped = 0;
  kept.whileQuiet((needed) => {
    const now = kept.copies();
    if (vault.entries().some(({ name }) => !now.has(name) && !foreign.has(name))) return;
    const others = new Set(foreign.values());
    for (const { name } of vault.objects()) {
      if (needed.has(name) || others.has(name)) continue;
      if (isRemoved(vault, name)) dropped += 1;
    }
  });
  return dropped;
}

/** Do sealed originals lie in the vault that no entry can need? Looks at names only. */
export function hasLitter({ kept }: Catalogue, vault: Vault): boolean {
  const needed = kept.objects();
  if (vault.objectNames().every((name) => needed.has(name))) return false;
  const known = kept.copies();
  return vault.entryNames().every((name) => known.has(name));
}

/** A sealed file too many is no loss: one that cannot be removed now goes the next time. */
function isRemoved(vault: Vault, object: string): boolean {
  try {
    vault.removeObject(object);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

async function objectOf(vault: Vault, entry: string): Promise<string | undefined> {
  try {
    return (await vault.openEntry(entry))?.object;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
