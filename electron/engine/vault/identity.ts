import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { z } from "zod";
import { type AppError, failure } from "../../../shared/model/errors.ts";
import { type Protection, protection } from "../../../shared/model/vault.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { errnoOf } from "../../base/errno.ts";
import {
  makeFolder,
  removeFile,
  removeIfThere,
  replaceFile,
  temporaryBeside,
  writeNew,
} from "../../base/files.ts";
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
/** The key as it is, mode 0600. */
const IDENTITY = "identity.txt";
/** The key sealed with a passphrase (age's scrypt recipient). */
const SEALED_IDENTITY = "identity.age";

/** Index and key do not belong together, or one of them is damaged: whoever sealed now could not take it back. */
class KeyBroken extends Error {}

async function readKeys(folder: string): Promise<VaultKeys | undefined> {
  const index = readIfThere(join(folder, INDEX));
  if (index === undefined) return undefined;
  const known = vaultFile.parse(jsonOf(index));
  if (known.protection !== "file") {
    // The power went out between the two last steps of `protectKeys`.
    if (readIfThere(join(folder, SEALED_IDENTITY))) removeIfThere(join(folder, IDENTITY));
    return { ...known, identity: null };
  }
  const identity = readFileSync(fsPath(join(folder, IDENTITY)), "utf8").trim();
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
  const known = readIfThere(join(folder, IDENTITY))?.toString().trim();
  const identity = known ?? (await generateX25519Identity());
  const recipient = await recipientOf(identity);
  if (known === undefined) settle(folder, IDENTITY, Buffer.from(`${identity}\n`));
  writeIndex(folder, recipient, "file");
  return { recipient, identity, protection: "file" };
}

/**
 * Opens the sealed key.
 * @returns `wrong-passphrase`; `copy-missing` when the key's file is gone.
 */
export async function unlockIdentity(
  folder: string,
  recipient: string,
  secret: string,
): Promise<Result<string, AppError>> {
  const sealed = readIfThere(join(folder, SEALED_IDENTITY));
  if (!sealed) return err(failure("copy-missing", { subject: SEALED_IDENTITY }));
  const identity = await openSealed(sealed, secret);
  const isOurs = identity !== undefined && (await identityToRecipient(identity)) === recipient;
  return isOurs ? ok(identity) : err(failure("wrong-passphrase"));
}

/**
 * Protects the key another way. The new form of the key is on the disk, and has been opened again
 * from there, before the index names it; the old form goes last.
 * @throws what writing throws.
 */
export async function protectIdentity(
  folder: string,
  keys: { readonly recipient: string; readonly identity: string },
  how: { readonly protection: Protection; readonly secret: string | null },
): Promise<boolean> {
  if (how.secret === null) {
    settle(folder, IDENTITY, Buffer.from(`${keys.identity}\n`));
    writeIndex(folder, keys.recipient, "file");
    removeIfThere(join(folder, SEALED_IDENTITY));
    return true;
  }
  const encrypter = new Encrypter();
  encrypter.setPassphrase(how.secret);
  const sealed = await encrypter.encrypt(`${keys.identity}\n`);
  if ((await openSealed(sealed, how.secret)) !== keys.identity) return false;
  settle(folder, SEALED_IDENTITY, sealed);
  writeIndex(folder, keys.recipient, how.protection);
  if (readIfThere(join(folder, IDENTITY))) removeFile(join(folder, IDENTITY));
  return true;
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
  writeNew(temporary, [bytes]);
  replaceFile(temporary, path);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(fsPath(path));
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
