import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { AppError } from "../../../shared/model/errors.ts";
import { map, type Result } from "../../../shared/result.ts";
import { makeFolder, removeIfThere, syncFolder } from "../../base/files.ts";
import { openKeys, type VaultKeys } from "./identity.ts";

/**
 * Sealed files that bring originals back. Everything in the vault's folder but the public index and
 * the key's file is a standard age file: `age -d -i identity.txt patches/…` opens it without us.
 */
export class Vault {
  readonly keys: VaultKeys;
  readonly #patches: string;

  private constructor(folder: string, keys: VaultKeys) {
    this.keys = keys;
    this.#patches = join(folder, "patches");
    makeFolder(this.#patches);
  }

  /** The vault of a data folder, made at the first call. */
  static async open(dataDir: string): Promise<Result<Vault, AppError>> {
    const folder = join(dataDir, "vault");
    return map(await openKeys(folder), (keys) => new Vault(folder, keys));
  }

  /** A name that no other patch has and that says nothing about the photo. */
  newName(): string {
    return `${randomUUID()}.age`;
  }

  pathOf(name: string): string {
    return join(this.#patches, name);
  }

  /** Makes the names of sealed files last, not only their bytes. To be called before any original changes. */
  settle() {
    syncFolder(this.#patches);
  }

  remove(name: string) {
    removeIfThere(this.pathOf(name));
  }
}
