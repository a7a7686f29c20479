import { lstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { errnoOf } from "../../base/errno.ts";
import { fingerprintOf } from "../../base/fingerprint.ts";
import { fsPath } from "../../base/paths.ts";
import { namesIn, type WalkedFile, type WalkedFolder } from "../../base/walk.ts";
import { maybeSidecar } from "../formats/sidecars/sidecar.ts";

/**
 * Single files as the listings that hold them, with what may tell about them. Files that are gone
 * or are no files are left out.
 */
export async function* asFolders(paths: readonly string[]): AsyncGenerator<WalkedFolder> {
  for (const [path, files] of Map.groupBy(new Set(paths), dirname)) {
    const beside = namesIn(path).filter(maybeSidecar);
    const names = new Set([...files.map((file) => basename(file)), ...beside]);
    yield { path, files: [...names].flatMap((name) => fileAt(path, name) ?? []), notices: [] };
  }
}

function fileAt(folder: string, name: string): WalkedFile | undefined {
  try {
    const stat = lstatSync(fsPath(join(folder, name)), { bigint: true });
    if (!stat.isFile()) return undefined;
    return { name, bytes: Number(stat.size), fingerprint: fingerprintOf(stat) };
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
