import { lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { type AppError, type AppErrorCode, failure } from "../../shared/model/errors.ts";
import type { Purged } from "../../shared/model/settings.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { errnoOf } from "../base/errno.ts";
import type { Catalogue } from "./catalogue/catalogue.ts";
import type { Vault } from "./vault/vault.ts";

/** What is Safelight's in its data folder; whatever else lies there is not touched. */
const OURS = [
  /^catalogue\.sqlite(-wal|-shm|-journal)?$/,
  /^vault\/(vault\.json|identity\.(txt|age|keychain)|\.safelight-[\w-]+\.tmp)$/,
  /^vault\/(patches|objects|entries)\/[\w.-]+\.(age|tmp)$/,
  /^running\/[0-9a-f-]+\.lock(-journal)?$/,
];
const FOLDERS = ["vault/patches", "vault/objects", "vault/entries", "vault", "running", ""];

/** Why nothing may be removed now: others are at work, or the vault has the only copy of a photo. */
export function purgeProblem(
  { catalogue, vault }: { readonly catalogue: Catalogue; readonly vault: Vault },
  evenQuarantined: boolean,
): AppErrorCode | undefined {
  if (catalogue.isShared()) return "safelight-running";
  return vault.entries().length > 0 && !evenQuarantined ? "vault-not-empty" : undefined;
}

/** Removes what is ours and looks again whether it is gone. The engine must be closed. */
export function purgeFolder(dataDir: string): Result<readonly Purged[], AppError> {
  const removed: Purged[] = [];
  try {
    for (const folder of FOLDERS) {
      for (const entry of filesIn(join(dataDir, folder))) {
        const name = folder === "" ? entry : `${folder}/${entry}`;
        if (!OURS.some((pattern) => pattern.test(name))) continue;
        const path = join(dataDir, name);
        const bytes = lstatSync(path).size;
        unlinkSync(path);
        if (lstatSync(path, { throwIfNoEntry: false })) return err(failure("verify-failed"));
        removed.push({ name, bytes });
      }
      removeIfEmpty(join(dataDir, folder));
    }
    return ok(removed);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === undefined) throw error;
    return err(failure("data-folder-unusable", { subject: errno }));
  }
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** A folder with something in it that is not ours stays. */
function removeIfEmpty(folder: string) {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY", "EEXIST", "EPERM", "EBUSY"].includes(errnoOf(error) ?? ""))
      throw error;
  }
}
