import { randomUUID } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type AppError, failure } from "../../../shared/model/errors.ts";
import { type Guard, MIN_PASSPHRASE, type Protection } from "../../../shared/model/vault.ts";
import { err, map, ok, type Result } from "../../../shared/result.ts";
import { errnoOf } from "../../base/errno.ts";
import { makeFolder, removeIfThere, syncFolder } from "../../base/files.ts";
import type { KeyChain } from "../../base/key-chain.ts";
import { fsPath } from "../../base/paths.ts";
import { TEMPORARY_PREFIX } from "../../base/walk.ts";
import { openEntry, type VaultEntry } from "./entry.ts";
import {
  type Guarding,
  openKeys,
  protectIdentity,
  unlockByChain,
  unlockIdentity,
  type VaultKeys,
} from "./identity.ts";
import type { OriginalPlace } from "./original.ts";

const ENTRY_END = ".json.age";

/** A file in the vault and its size in bytes. */
export interface SealedFile {
  readonly name: string;
  readonly bytes: number;
}

interface Given {
  /** 32 bytes that name its objects. */
  readonly nameKey: Uint8Array;
  /** Null where the shell has none. */
  readonly chain: KeyChain | null;
}

/**
 * Sealed files that bring originals back. Everything in the vault's folder but the public index and
 * a key that no passphrase protects is a standard age file: docs/vault.md opens them without us.
 */
export class Vault {
  readonly #folder: string;
  readonly #nameKey: Uint8Array;
  readonly #chain: KeyChain | null;
  #keys: VaultKeys;

  private constructor(folder: string, keys: VaultKeys, given: Given) {
    this.#folder = folder;
    this.#keys = keys;
    this.#nameKey = given.nameKey;
    this.#chain = given.chain;
    for (const part of PARTS) makeFolder(join(folder, part));
    syncFolder(folder);
  }

  /** The vault of a data folder, made at the first call. */
  static async open(dataDir: string, given: Given): Promise<Result<Vault, AppError>> {
    const folder = join(dataDir, "vault");
    return map(await openKeys(folder), (keys) => new Vault(folder, keys, given));
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

  /**
   * Opens a locked vault until the program ends: with its passphrase (about a second of work, on
   * purpose), with the key of the recovery sheet, or (null) through the system's key chain.
   */
  async unlock(secret: string | null): Promise<Result<null, AppError>> {
    const opened = await this.#opened(secret);
    if (opened.ok) this.#keys = { ...this.#keys, identity: opened.value };
    return map(opened, () => null);
  }

  #opened(secret: string | null): Promise<Result<string, AppError>> | Result<string, AppError> {
    const [folder, recipient, chain] = [this.#folder, this.recipient, this.#chain];
    if (secret !== null) return unlockIdentity(folder, recipient, secret.normalize("NFC"));
    if (this.protection !== "keychain") return err(failure("vault-locked"));
    if (chain === null) return err(failure("keychain-unavailable"));
    return unlockByChain(folder, recipient, chain);
  }

  /** Forgets the key again, where something can bring it back. */
  lock() {
    if (this.protection !== "file") this.#keys = { ...this.#keys, identity: null };
  }

  /** Protects the key another way than until now, or with another passphrase. */
  async protect(guard: Guard): Promise<Result<null, AppError>> {
    const { identity, recipient } = this.#keys;
    if (identity === null) return err(failure("vault-locked"));
    const guarding = this.#guarding(guard);
    if (!guarding.ok) return guarding;
    try {
      const done = await protectIdentity(this.#folder, { identity, recipient }, guarding.value);
      if (done.ok) this.#keys = { identity, recipient, protection: guard.by };
      return done;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return err(failure("data-folder-unusable", { subject: `vault ${errnoOf(error)}` }));
    }
  }

  #guarding(guard: Guard): Result<Guarding, AppError> {
    switch (guard.by) {
      case "file":
        return ok({ by: "file" });
      case "passphrase": {
        const passphrase = guard.passphrase.normalize("NFC");
        const isLong = [...guard.passphrase].length >= MIN_PASSPHRASE;
        return isLong ? ok({ by: "passphrase", passphrase }) : err(failure("passphrase-too-short"));
      }
      case "keychain":
        return this.#chain === null
          ? err(failure("keychain-unavailable"))
          : ok({ by: "keychain", chain: this.#chain });
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
