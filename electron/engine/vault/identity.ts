import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { z } from "zod";
import { type AppError, failure } from "../../../shared/model/errors.ts";
import { type Guard, type Protection, protection } from "../../../shared/model/vault.ts";
import { err, map, ok, type Result } from "../../../shared/result.ts";
import { errnoOf } from "../../base/errno.ts";
import {
  makeFolder,
  removeFile,
  removeIfThere,
  replaceFile,
  temporaryBeside,
  writeNew,
} from "../../base/files.ts";
import type { KeyChain } from "../../base/key-chain.ts";
import { fsPath } from "../../base/paths.ts";

/** What stands open in the vault's folder: whom to seal for, and how the key to it is protected. */
const vaultFile = z.object({
  version: z.literal(1),
  /** age recipient of every sealed file (C2SP age v1, X25519). */
  recipient: z.string().startsWith("age1"),
  protection,
});

const secretKey = z.string().startsWith("AGE-SECRET-KEY-1");

/** The two halves of the vault's key. Sealing needs the recipient only. */
export interface VaultKeys {
  readonly recipient: string;
  readonly protection: Protection;
  /** `AGE-SECRET-KEY-1…`; never logged, never stored elsewhere. Null until a secret has opened it. */
  readonly identity: string | null;
}

/** Opens the vault's keys in `folder`, making them at the first call. */
export async function openKeys(folder: string): Promise<Result<VaultKeys, AppError>> {
  try {
    makeFolder(folder);
    return ok((await readKeys(folder)) ?? (await makeKeys(folder)));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined && !(error instanceof z.ZodError || error instanceof KeyBroken))
      throw error;
    return err(failure("data-folder-unusable", { subject: `vault ${errno ?? "key"}` }));
  }
}

const INDEX = "vault.json";
/** The key's three forms: as it is, mode 0600; sealed with a passphrase (age's scrypt recipient); sealed by the key chain. */
const FORMS: Readonly<Record<Protection, string>> = {
  file: "identity.txt",
  passphrase: "identity.age",
  keychain: "identity.keychain",
};

/** Index and key do not belong together, or one of them is damaged: whoever sealed now could not take it back. */
class KeyBroken extends Error {}

async function readKeys(folder: string): Promise<VaultKeys | undefined> {
  const index = readIfThere(join(folder, INDEX));
  if (index === undefined) return undefined;
  const known = vaultFile.parse(jsonOf(index));
  if (known.protection !== "file") {
    // The power went out between the two last steps of `protectIdentity`.
    if (readIfThere(join(folder, FORMS[known.protection]))) removeIfThere(join(folder, FORMS.file));
    return { ...known, identity: null };
  }
  const identity = readFileSync(fsPath(join(folder, FORMS.file)), "utf8").trim();
  if ((await recipientOf(secretKey.parse(identity))) !== known.recipient) throw new KeyBroken();
  return { ...known, identity };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch (error) {
    throw new KeyBroken("the index is no JSON", { cause: error });
  }
}

/** @throws {@link KeyBroken} when a letter of the key is wrong (Bech32 has a checksum). */
async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity);
  } catch (error) {
    throw new KeyBroken("the key is damaged", { cause: error });
  }
}

/** The identity is on the disk before the index names it: an index always has its key. */
async function makeKeys(folder: string): Promise<VaultKeys> {
  const known = readIfThere(join(folder, FORMS.file))?.toString().trim();
  const identity = known ?? (await generateX25519Identity());
  const recipient = await recipientOf(identity);
  if (known === undefined) settle(folder, FORMS.file, Buffer.from(`${identity}\n`));
  writeIndex(folder, recipient, "file");
  return { recipient, identity, protection: "file" };
}

/** The key as it stands on the recovery sheet, perhaps in small letters. */
const RECOVERY_KEY = /^\s*(AGE-SECRET-KEY-1[0-9A-Z]{58})\s*$/i;

/**
 * Opens the key with a passphrase. The key of the recovery sheet opens it too, however it is protected.
 * @returns `wrong-passphrase`; `copy-missing` when the key's file is gone.
 */
export async function unlockIdentity(
  folder: string,
  recipient: string,
  secret: string,
): Promise<Result<string, AppError>> {
  const written = RECOVERY_KEY.exec(secret)?.[1]?.toUpperCase();
  const sealed = readIfThere(join(folder, FORMS.passphrase));
  if (written === undefined && !sealed)
    return err(failure("copy-missing", { subject: FORMS.passphrase }));
  const identity = written ?? (sealed && (await openSealed(sealed, secret)));
  const isOurs = identity !== undefined && (await belongs(identity, recipient));
  return isOurs ? ok(identity) : err(failure("wrong-passphrase"));
}

/**
 * Opens the key through the system's key chain.
 * @returns what the key chain answers; `keychain-refused` when it opens something else.
 */
export async function unlockByChain(
  folder: string,
  recipient: string,
  chain: KeyChain,
): Promise<Result<string, AppError>> {
  const sealed = readIfThere(join(folder, FORMS.keychain));
  if (!sealed) return err(failure("copy-missing", { subject: FORMS.keychain }));
  const opened = await chain.open(sealed);
  if (!opened.ok) return opened;
  const { text, renewed } = opened.value;
  if (!(await belongs(text, recipient))) return err(failure("keychain-refused"));
  if (renewed !== null) settle(folder, FORMS.keychain, renewed);
  return ok(text);
}

async function belongs(identity: string, recipient: string): Promise<boolean> {
  try {
    return (await recipientOf(identity)) === recipient;
  } catch (error) {
    if (error instanceof KeyBroken) return false;
    throw error;
  }
}

/** A guard with what it needs. */
export type Guarding =
  | Extract<Guard, { readonly by: "passphrase" }>
  | { readonly by: "file" }
  | { readonly by: "keychain"; readonly chain: KeyChain };

/**
 * Protects the key another way. The new form of the key has been opened again, and is on the disk,
 * before the index names it; the old forms go last.
 * @returns what the key chain answers; `verify-failed` when the new form does not open.
 * @throws what writing throws.
 */
export async function protectIdentity(
  folder: string,
  keys: { readonly recipient: string; readonly identity: string },
  guarding: Guarding,
): Promise<Result<null, AppError>> {
  const form = await formOf(keys.identity, guarding);
  return map(form, (bytes) => {
    settle(folder, FORMS[guarding.by], bytes);
    writeIndex(folder, keys.recipient, guarding.by);
    for (const [by, name] of Object.entries(FORMS)) {
      if (by !== guarding.by && readIfThere(join(folder, name))) removeFile(join(folder, name));
    }
    return null;
  });
}

async function formOf(identity: string, guarding: Guarding): Promise<Result<Uint8Array, AppError>> {
  const line = `${identity}\n`;
  if (guarding.by === "file") return ok(Buffer.from(line));
  if (guarding.by === "passphrase") {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(guarding.passphrase);
    const sealed = await encrypter.encrypt(line);
    const isSame = (await openSealed(sealed, guarding.passphrase)) === identity;
    return isSame ? ok(sealed) : err(failure("verify-failed"));
  }
  const sealed = await guarding.chain.seal(identity);
  if (!sealed.ok) return sealed;
  const opened = await guarding.chain.open(sealed.value);
  if (!opened.ok) return opened;
  return opened.value.text === identity ? sealed : err(failure("verify-failed"));
}

async function openSealed(sealed: Uint8Array, secret: string): Promise<string | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(secret);
  try {
    return secretKey.parse((await decrypter.decrypt(sealed, "text")).trim());
  } catch (error) {
    // age says in words that no passphrase matched, or that a byte is wrong: both are one thing here.
    if (errnoOf(error) !== undefined) throw error;
    return undefined;
  }
}

function writeIndex(folder: string, recipient: string, how: Protection) {
  const index = { version: 1, recipient, protection: how };
  settle(folder, INDEX, Buffer.from(`${JSON.stringify(index, null, 2)}\n`));
}

/** Writes a file anew, in one step that a power cut cannot halve. */
function settle(folder: string, name: string, bytes: Uint8Array) {
  const path = join(folder, name);
  const temporary = temporaryBeside(path);
  try {
    writeNew(temporary, [bytes]);
    replaceFile(temporary, path);
  } finally {
    removeIfThere(temporary);
  }
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(fsPath(path));
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
