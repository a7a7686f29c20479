import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import { z } from "zod";
import { type AppError, failure } from "../../../shared/model/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { errnoOf } from "../../base/errno.ts";
import { makeFolder, replaceFile, temporaryBeside, writeNew } from "../../base/files.ts";
import { fsPath } from "../../base/paths.ts";

/** What stands open in the vault's folder: whom to seal for, and where the key to it is. */
const vaultFile = z.object({
  version: z.literal(1),
  /** age recipient of every sealed file (C2SP age v1, X25519). */
  recipient: z.string().startsWith("age1"),
  /** `file`: the key lies beside, readable by its owner only. */
  protection: z.enum(["file"]),
});

/** The two halves of the vault's key. Sealing needs the recipient only. */
export interface VaultKeys {
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…`; never logged, never stored elsewhere. */
  readonly identity: string;
}

/** Opens the vault's keys in `folder`, making them at the first call. */
export async function openKeys(folder: string): Promise<Result<VaultKeys, AppError>> {
  try {
    makeFolder(folder);
    return ok(readKeys(folder) ?? (await makeKeys(folder)));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined && !(error instanceof z.ZodError)) throw error;
    return err(failure("data-folder-unusable", { subject: `vault ${errno ?? "key"}` }));
  }
}

const INDEX = "vault.json";
const IDENTITY = "identity.txt";

function readKeys(folder: string): VaultKeys | undefined {
  const index = readIfThere(join(folder, INDEX));
  if (index === undefined) return undefined;
  const { recipient } = vaultFile.parse(JSON.parse(index));
  const identity = readFileSync(fsPath(join(folder, IDENTITY)), "utf8").trim();
  return { recipient, identity: z.string().startsWith("AGE-SECRET-KEY-1").parse(identity) };
}

/** The identity is on the disk before the index names it: an index always has its key. */
async function makeKeys(folder: string): Promise<VaultKeys> {
  const identity = readIfThere(join(folder, IDENTITY))?.trim() ?? (await generateX25519Identity());
  const recipient = await identityToRecipient(identity);
  if (readIfThere(join(folder, IDENTITY)) === undefined) settle(folder, IDENTITY, `${identity}\n`);
  const index = { version: 1, recipient, protection: "file" };
  settle(folder, INDEX, `${JSON.stringify(index, null, 2)}\n`);
  return { recipient, identity };
}

function settle(folder: string, name: string, text: string) {
  const path = join(folder, name);
  const temporary = temporaryBeside(path);
  writeNew(temporary, [Buffer.from(text)]);
  replaceFile(temporary, path);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(fsPath(path), "utf8");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
