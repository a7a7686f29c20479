import { readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type AppError, failure } from "../../shared/model/errors.ts";
import type { PlaceListing } from "../../shared/model/folder.ts";
import { type PlaceId, placeId } from "../../shared/model/ids.ts";
import { folderName } from "../../shared/policy/folder-name.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { errnoOf } from "../base/errno.ts";
import { makeNewFolder } from "../base/files.ts";
import { displayPath, fsPath, pathFromBytes } from "../base/paths.ts";
import { folderProblem } from "./scan/ground.ts";

/** Folders of the home folder that people keep pictures in, if they exist. */
const LIKELY = [
  "Pictures",
  "图片",
  "Photos",
  "DCIM",
  "Downloads",
  "下载",
  "Desktop",
  "桌面",
  "Documents",
];

/** The built-in folder picker's memory: places have numbers, so that the page never holds a path. */
export class Places {
  readonly #paths: string[] = [];
  readonly #ids = new Map<string, PlaceId>();

  pathOf(id: PlaceId): string | undefined {
    return this.#paths[id];
  }

  /** The number of a folder that a shell's dialog chose. */
  idOf(path: string): PlaceId {
    return this.#place(path).id;
  }

  /** What lies in a place, hidden folders left out; the home folder where none is named. */
  list(at: PlaceId | null): Result<PlaceListing, AppError> {
    const path = at === null ? homedir() : this.pathOf(at);
    if (path === undefined || folderProblem(path)) return err(failure("folder-missing"));
    try {
      const entries = readdirSync(fsPath(path), { withFileTypes: true, encoding: "buffer" });
      const named = entries.map((entry) => ({ entry, name: pathFromBytes(entry.name) }));
      const folders = named
        .filter(({ entry, name }) => entry.isDirectory() && !name.startsWith("."))
        .map(({ name }) => name)
        .sort(byName);
      return ok({
        here: { ...this.#place(path), path: displayPath(path) },
        parent: dirname(path) === path ? null : this.#place(dirname(path)).id,
        shortcuts: shortcuts().map((shortcut) => this.#place(shortcut)),
        folders: folders.map((name) => this.#place(join(path, name))),
        files: named.filter(({ entry }) => entry.isFile()).length,
      });
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return err(failure("folder-unreadable"));
    }
  }

  /** Makes a folder in a place and gives it a number. */
  make(at: PlaceId, typed: string): Result<PlaceId, AppError> {
    const parent = this.pathOf(at);
    const name = folderName(typed);
    if (name === undefined) return err(failure("folder-name-unusable"));
    if (parent === undefined || folderProblem(parent)) return err(failure("folder-missing"));
    try {
      makeNewFolder(join(parent, name));
      return ok(this.#place(join(parent, name)).id);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === undefined) throw error;
      return err(failure(errno === "EEXIST" ? "folder-exists" : "folder-not-made"));
    }
  }

  #place(path: string): { id: PlaceId; name: string } {
    const known = this.#ids.get(path);
    const id = known ?? placeId.parse(this.#paths.push(path) - 1);
    if (known === undefined) this.#ids.set(path, id);
    return { id, name: displayPath(basename(path) || path) };
  }
}

const byName = new Intl.Collator(undefined, { numeric: true }).compare;

function shortcuts(): string[] {
  const home = homedir();
  return [home, ...LIKELY.map((name) => join(home, name))].filter(
    (path) => folderProblem(path) === undefined,
  );
}

/** The folder itself, whatever links lead to it, so that it is known by one path only. */
export function realFolder(path: string): Result<string, AppError> {
  try {
    const real = pathFromBytes(realpathSync(fsPath(path), { encoding: "buffer" }));
    const problem = folderProblem(real);
    return problem ? err(failure(problem)) : ok(real);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return err(failure("folder-missing"));
  }
}
