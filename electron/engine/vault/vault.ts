import { randomUUID } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type AppError, failure } from "../../../shared/model/errors.ts";
import { MIN_PASSPHRASE, type Protection } from "../../../shared/model/vault.ts";
import { err, map, ok, type Result } from "../../../shared/result.ts";
import { errnoOf } from "../../base/errno.ts";
import { makeFolder, removeIfThere, syncFolder } from "../../base/files.ts";
import { fsPath } from "../../base/paths.ts";
import { TEMPORARY_PREFIX } from "../../base/walk.ts";
import { openEntry, type VaultEntry } from "./entry.ts";
import { openKeys, protectIdentity, unlockIdentity, type VaultKeys } from "./identity.ts";
import type { OriginalPlace } from "./original.ts";

const ENTRY_END = ".json.age";

/** A file in the vault and its size in bytes. */
export interface SealedFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * Sealed files that bring originals back. Everything in the vault's folder but the public index and
 * an unprotected key is a standard age file: docs/vault.md opens them without us.
 */
export class Vault {
  readonly #folder: string;
  readonly #nameKey: Uint8Array;
  #keys: VaultKeys;

  private constructor(folder: string, keys: VaultKeys, nameKey: Uint8Array) {
    this.#folder = folder;
    this.#keys = keys;
    this.#nameKey = nameKey;
    for (const part of PARTS) makeFolder(join(folder, part));
    syncFolder(folder);
  }

  /** The vault of a data folder, made at the first call. `nameKey`: 32 bytes that name its objects. */
  static async open(dataDir: string, nameKey: Uint8Array): Promise<Result<Vault, AppError>> {
    const folder = join(dataDir, "vault");
    return map(await openKeys(folder), (keys) => new Vault(folder, keys, nameKey));
  }

  get recipient(): string {
    return this.#keys.recipient;
  }
  get protection(): Protection {
    return this.#keys.protection;
  }
  /** The key that opens what was sealed; null while the vault is locked. Sealing never needs it. */
  get identity(): string | null {
    return this.#keys.identity;
  }

  /** Opens a locked vault until the program ends. About a second of work, on purpose. */
  async unlock(secret: string): Promise<Result<null, AppError>> {
    const opened = await unlockIdentity(this.#folder, this.recipient, secret.normalize("NFC"));
    if (opened.ok) this.#keys = { ...this.#keys, identity: opened.value };
    return map(opened, () => null);
  }

  /** Forgets the key again, where a secret can bring it back. */
  lock() {
    if (this.protection !== "file") this.#keys = { ...this.#keys, identity: null };
  }

  /** Protects the key with a secret, with another one, or (null) by its file's mode alone. */
  async protect(how: Protection, secret: string | null): Promise<Result<null, AppError>> {
    const { identity, recipient } = this.#keys;
    if (identity === null) return err(failure("vault-locked"));
    if (secret !== null && [...secret].length < MIN_PASSPHRASE)
      return err(failure("passphrase-too-short"));
    try {
      const normal = secret?.normalize("NFC") ?? null;
      const protection = secret === null ? "file" : how;
      const keys = { identity, recipient };
      if (!(await protectIdentity(this.#folder, keys, { protection, secret: normal })))
        return err(failure("verify-failed"));
      this.#keys = { ...keys, protection };
      return ok(null);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return err(failure("data-folder-unusable", { subject: `vault ${errnoOf(error)}` }));
    }
  }

  /** Names that no other sealed file has and that say nothing about the photo. */
  newPatch(): string {
    return `${randomUUID()}.age`;
  }
  newEntry(): string {
    return `${randomUUID()}${ENTRY_END}`;
  }

  /** Where a patch or an entry lies. */
  pathOf(name: string): string {
    return join(this.#folder, name.endsWith(ENTRY_END) ? "entries" : "patches", name);
  }
  objectPath(object: string): string {
    return join(this.#folder, "objects", object);
  }

  /** What an analyst needs to keep a whole file under a new entry. */
  placeFor(
    entry: string,
    kind: VaultEntry["kind"],
    sidecars: readonly string[] = [],
  ): OriginalPlace {
    const objects = join(this.#folder, "objects");
    const { recipient } = this;
    return {
      recipient,
      objects,
      entry: this.pathOf(entry),
      nameKey: this.#nameKey,
      kind,
      sidecars,
    };
  }

  /** Makes the names of sealed files last, not only their bytes. To be called before any original changes. */
  settle() {
    for (const part of PARTS) syncFolder(join(this.#folder, part));
  }

  /** Removes a patch or an entry. */
  remove(name: string) {
    removeIfThere(this.pathOf(name));
  }
  removeObject(object: string) {
    removeIfThere(this.objectPath(object));
  }

  /** Takes away what killed programs were writing. Only while no other program is at work. */
  dropTemporaries() {
    for (const folder of [this.#folder, ...PARTS.map((part) => join(this.#folder, part))]) {
      const left = readdirSync(fsPath(folder), "utf8").filter(isTemporary);
      for (const name of left) removeIfThere(join(folder, name));
    }
  }

  entries(): SealedFile[] {
    return this.#list("entries", ENTRY);
  }
  objects(): SealedFile[] {
    return this.#list("objects", OBJECT);
  }
  patches(): SealedFile[] {
    return this.#list("patches", PATCH);
  }

  /** @throws `SealBroken`; what reading throws. */
  async openEntry(name: string): Promise<VaultEntry | undefined> {
    const { identity } = this.#keys;
    return identity === null ? undefined : openEntry(identity, this.pathOf(name));
  }

  entryNames(): string[] {
    return this.#names("entries", ENTRY);
  }
  objectNames(): string[] {
    return this.#names("objects", OBJECT);
  }

  #list(part: (typeof PARTS)[number], pattern: RegExp): SealedFile[] {
    const folder = join(this.#folder, part);
    return this.#names(part, pattern).map((name) => ({ name, bytes: sizeOf(join(folder, name)) }));
  }

  #names(part: (typeof PARTS)[number], pattern: RegExp): string[] {
    return readdirSync(fsPath(join(this.#folder, part)), "utf8").filter((name) =>
      pattern.test(name),
    );
  }
}

const PARTS = ["patches", "objects", "entries"] as const;
const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const PATCH = new RegExp(`^${UUID}\\.age$`);
const ENTRY = new RegExp(`^${UUID}\\.json\\.age$`);
const OBJECT = /^[0-9a-f]{64}\.age$/;

const isTemporary = (name: string): boolean => name.startsWith(TEMPORARY_PREFIX);

/** Another program may have removed it a moment ago: then it takes no room. */
function sizeOf(path: string): number {
  return lstatSync(fsPath(path), { throwIfNoEntry: false })?.size ?? 0;
}
