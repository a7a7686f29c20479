import { resolve } from "node:path";
import type { ActionOutcome } from "../../shared/model/action.ts";
import { type BatchId, batchId, type PhotoId } from "../../shared/model/ids.ts";
import { errnoOf } from "../base/errno.ts";
import { Refused } from "../base/refused.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { runToEnd } from "./change.ts";
import { realFile } from "./engine.ts";
import { unlocked } from "./passphrase.ts";
import { EXIT, type ExitCode, language, note, print, reason, say } from "./terminal.ts";

export interface UndoCommand {
  /** A batch by its number, or one photo by its path. */
  readonly what: number | string | null;
  readonly last: boolean;
  readonly json: boolean;
  readonly passphraseFile: string | undefined;
}

/** `safelight undo [batch or path] [--last]` */
export async function undoCommand(engine: OpenEngine, given: UndoCommand): Promise<ExitCode> {
  const { what } = given;
  if (what === null && !given.last) {
    note(say("cli.undo.which"));
    return EXIT.wrongUse;
  }
  if (typeof what === "string") return undoOne(engine, what, given);
  const batch = what === null ? engine.parts.actions.lastBatch() : batchId.parse(what);
  if (batch === undefined) {
    note(say("cli.undo.nothing"));
    return EXIT.someFailed;
  }
  if (!(await unlocked(engine, given.passphraseFile))) return EXIT.someFailed;
  const isExport = engine.actions
    .history()
    .some(({ batchId: id, kind }) => id === batch && kind === "export");
  return takeBack(engine.actions.undo(batch), { json: given.json, batch, isExport });
}

/** The last change of one photo. One that went into the vault is put back by `restore`. */
async function undoOne(engine: OpenEngine, path: string, given: UndoCommand): Promise<ExitCode> {
  const photo = photoAt(engine, path);
  if (photo === undefined) {
    note(say("cli.wrongFolder", { path, reason: reason("photo-not-found") }));
    return EXIT.someFailed;
  }
  if (!(await unlocked(engine, given.passphraseFile))) return EXIT.someFailed;
  const { json } = given;
  return takeBack(engine.actions.undoPhoto(photo), { json, batch: null, isExport: false });
}

function photoAt(engine: OpenEngine, path: string): PhotoId | undefined {
  try {
    return engine.parts.catalogue.photos.at(realFile(resolve(path)));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

interface Told {
  readonly json: boolean;
  readonly batch: BatchId | null;
  /** What is taken back are copies: they go, and no original was ever touched. */
  readonly isExport: boolean;
}

/** Runs what brings originals back and tells what came of it. */
export async function takeBack(
  steps: ReturnType<OpenEngine["actions"]["undo"]>,
  { json, batch, isExport }: Told,
): Promise<ExitCode> {
  try {
    const { outcomes } = await runToEnd(steps);
    const failed = outcomes.filter(({ result }) => result === "failed");
    const done = outcomes.length - failed.length;
    if (json) {
      const summary = { done, failed: failed.length };
      print(JSON.stringify({ version: 1, batch, photos: outcomes.map(record), summary }));
    }
    for (const { name, error } of failed) note(`  ${name}: ${reason(error ?? "unexpected")}`);
    note(say(isExport ? "cli.undo.copies" : "cli.undo.done", { done, failed: failed.length }));
    return failed.length > 0 ? EXIT.someFailed : EXIT.fine;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    note(reason(error.error.code));
    return EXIT.someFailed;
  }
}

const record = ({ name, newName, result, error }: ActionOutcome) => ({
  name,
  newName,
  result,
  error,
});

/** `safelight history` */
export async function historyCommand(engine: OpenEngine, json: boolean): Promise<ExitCode> {
  const history = engine.actions.history();
  if (json) print(JSON.stringify({ version: 1, batches: history }));
  else if (history.length === 0) note(say("cli.history.empty"));
  else {
    for (const { batchId: batch, kind, startedAt, preset, done, failed, undone } of history) {
      const when = new Date(startedAt).toLocaleString(language);
      const what = preset === null ? kind : `${kind} ${preset}`;
      print(say("cli.history.line", { batch: `#${batch}`, when, what, done, failed, undone }));
    }
  }
  return EXIT.fine;
}
