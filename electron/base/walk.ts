import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTick } from "node:timers/promises";
import type { AppErrorCode } from "../../shared/model/errors.ts";
import { errnoOf, readingError } from "./errno.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { WALK_SLICE_MS } from "./limits.ts";
import { fsPath, pathFromBytes } from "./paths.ts";

/** A file as the folder lists it. `fingerprint` changes whenever size, time or inode do. */
export interface WalkedFile {
  readonly name: string;
  readonly bytes: number;
  readonly fingerprint: string;
}

/** One folder's listing. Folders come parents first, each with its files in the order of their names. */
export interface WalkedFolder {
  readonly path: string;
  readonly files: readonly WalkedFile[];
  readonly notices: readonly WalkedNotice[];
}

/** Something that was passed over, and why. */
export interface WalkedNotice {
  readonly path: string;
  readonly code: AppErrorCode;
  /** True for something that would have been a file of the folder. */
  readonly isFile: boolean;
}

/** Temporary files of ours start like this; a walk never shows them. */
export const TEMPORARY_PREFIX = ".safelight-";

// Folders that hold no photo a person put there: bins, indexes and thumbnail stores of systems.
const SYSTEM_FOLDERS = new Set([
  "$recycle.bin",
  "system volume information",
  "lost+found",
  "@eadir",
  "#recycle",
  "#snapshot",
  "node_modules",
  "__macosx",
]);

/**
 * Walks a folder tree without following links. A folder that cannot be listed becomes a notice
 * and the walk goes on; only the root's own failure is thrown (the caller has looked before).
 */
export async function* walk(
  root: string,
  options: { readonly signal?: AbortSignal; readonly passOver?: readonly string[] } = {},
): AsyncGenerator<WalkedFolder> {
  const waiting = [root];
  let sliceEnd = performance.now() + WALK_SLICE_MS;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (options.signal?.aborted) return;
    const listed = await listFolder(path);
    const inner = listed.folders.filter((child) => !options.passOver?.includes(child));
    waiting.push(...inner.reverse());
    yield listed.folder;
    if (performance.now() > sliceEnd) {
      await nextTick();
      sliceEnd = performance.now() + WALK_SLICE_MS;
    }
  }
}

/** The names in a folder, in no order; none when it cannot be listed. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(fsPath(folder), "buffer").map(pathFromBytes);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return [];
  }
}

interface Listed {
  readonly folder: WalkedFolder;
  readonly folders: string[];
}

async function listFolder(path: string): Promise<Listed> {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(fsPath(path), { withFileTypes: true, encoding: "buffer" });
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    const code = "folder-unreadable";
    return { folder: { path, files: [], notices: [{ path, code, isFile: false }] }, folders: [] };
  }
  const files: WalkedFile[] = [];
  const notices: WalkedNotice[] = [];
  const folders: string[] = [];
  for (const { entry, name } of sortedByName(entries)) {
    const full = join(path, name);
    const reason = reasonToPass(entry, name);
    if (reason === "ours") continue;
    if (reason) notices.push({ path: full, code: reason, isFile: !entry.isDirectory() });
    else if (entry.isDirectory()) folders.push(full);
    else noteFile(full, name, files, notices);
  }
  return { folder: { path, files, notices }, folders };
}

function sortedByName(entries: readonly Dirent<Buffer>[]) {
  return entries
    .map((entry) => ({ entry, name: pathFromBytes(entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function noteFile(full: string, name: string, files: WalkedFile[], notices: WalkedNotice[]) {
  try {
    const stat = lstatSync(fsPath(full), { bigint: true });
    files.push({ name, bytes: Number(stat.size), fingerprint: fingerprintOf(stat) });
  } catch (error) {
    notices.push({ path: full, code: readingError(error), isFile: true });
  }
}

function reasonToPass(entry: Dirent<Buffer>, name: string): AppErrorCode | "ours" | undefined {
  if (name.startsWith(TEMPORARY_PREFIX)) return "ours";
  if (entry.isSymbolicLink()) return "link-skipped";
  if (entry.isDirectory()) {
    if (SYSTEM_FOLDERS.has(name.toLowerCase())) return "system-skipped";
    return name.startsWith(".") ? "hidden-skipped" : undefined;
  }
  if (!entry.isFile()) return "special-file-skipped";
  // "._x.jpg" is macOS's resource fork of x.jpg on foreign disks, never a picture itself.
  return name.startsWith("._") ? "hidden-skipped" : undefined;
}
