import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { AppErrorCode } from "../../shared/model/errors.ts";
import type { FolderId, PhotoId } from "../../shared/model/ids.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { errnoOf, storageError } from "../base/errno.ts";
import { type EngineOptions, type OpenEngine, openEngine } from "../engine/engine.ts";
import { EXIT, type ExitCode, note, reason, StatusLine, say } from "./terminal.ts";

/** Opens the engine, runs a command on it and closes it whatever happens. */
export async function withEngine(
  options: EngineOptions,
  command: (engine: OpenEngine) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const opened = await openEngine({ ...options, onUpdate: tellUpdate });
    status.clear();
    if (opened.ok) return await runOn(opened.value, command);
    note(reason(opened.error.code));
  } catch (error) {
    // The journal's disk is full, or the like: what was under way is brought to an end by the next start.
    note(reason(storageError(error)));
  }
  return EXIT.someFailed;
}

const status = new StatusLine();
const tellUpdate = (share: number) =>
  status.show(() => say("shells.start.updating", { percent: Math.round(100 * share) }));

async function runOn(
  engine: OpenEngine,
  command: (engine: OpenEngine) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const { finished, reverted } = engine.parts.actions.recovered;
    if (finished + reverted > 0) note(say("cli.recovered", { finished, reverted }));
    return await command(engine);
  } finally {
    await engine.close();
  }
}

/** What a path on the command line names. */
export type Named =
  | { readonly kind: "folder"; readonly path: string; readonly folderId: FolderId }
  | { readonly kind: "file"; readonly path: string };

/** The file itself, whatever links lead to its folder. @throws what `node:fs` throws. */
export const realFile = (path: string): string => join(realpathSync(dirname(path)), basename(path));

/** Looks a path up. Links to folders are followed once, as a person who types them expects. */
export function nameOf(engine: OpenEngine, given: string): Result<Named, AppErrorCode> {
  const path = resolve(given);
  try {
    if (lstatSync(path).isFile()) return ok({ kind: "file", path: realFile(path) });
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return err(errnoOf(error) === "ENOENT" ? "folder-missing" : "folder-unreadable");
  }
  const added = engine.folders.add(path);
  if (!added.ok) return err(added.error.code);
  const root = engine.parts.catalogue.folders.pathOf(added.value) ?? path;
  return ok({ kind: "folder", path: root, folderId: added.value });
}

/** The photos of what was named, in the order of their paths. */
export function photosOf(engine: OpenEngine, named: readonly Named[]): PhotoId[] {
  const { photos, questions } = engine.parts.catalogue;
  const ids = named.flatMap((one) =>
    one.kind === "folder" ? questions.idsBelow(one.path) : (photos.at(one.path) ?? []),
  );
  return [...new Set(ids)];
}
