import { lstatSync } from "node:fs";
import type { ByteSource } from "../../base/bytes.ts";
import { lookOf, removeIfThere } from "../../base/files.ts";
import { fsPath } from "../../base/paths.ts";
import { keepPatch } from "../vault/keep.ts";
import { keepOriginal, type OriginalPlace } from "../vault/original.ts";
import type { PatchHeader, Removed } from "../vault/patch.ts";
import { SealBroken } from "../vault/seal.ts";

/** Where what undoes a change of bytes is sealed, and for whom: a small patch, or the whole original. */
export type CopyPlace = { readonly path: string; readonly recipient: string } | OriginalPlace;

interface Changed {
  readonly path: string;
  readonly file: ByteSource;
  readonly header: PatchHeader;
  readonly removed: readonly Removed[];
}

/**
 * Seals what undoes a change and proves it.
 * @returns the whole original's name in the vault, null for a patch; undefined when the proof failed.
 * @throws what reading and writing throw.
 */
export async function keepCopy(
  place: CopyPlace,
  { path, file, header, removed }: Changed,
): Promise<string | null | undefined> {
  if (!("entry" in place)) {
    return (await keepPatch(place, header, file, removed)) ? null : undefined;
  }
  try {
    const look = lookOf(lstatSync(fsPath(path), { bigint: true }));
    return (await keepOriginal(file, { path, look }, place))?.object;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** A whole original's object stays: another entry may need it, and what none needs is released later. */
export const dropCopy = (place: CopyPlace): void =>
  removeIfThere("entry" in place ? place.entry : place.path);
