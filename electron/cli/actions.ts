import type { ActionOutcome } from "../../shared/model/action.ts";
import { type BatchId, batchId } from "../../shared/model/ids.ts";
import { Refused } from "../base/refused.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { runToEnd } from "./change.ts";
import { unlocked } from "./passphrase.ts";
import { EXIT, type ExitCode, language, note, print, reason, say } from "./terminal.ts";

export interface UndoCommand {
  readonly batch: number | null;
  readonly last: boolean;
  readonly json: boolean;
  readonly passphraseFile: string | undefined;
}

/** `safelight undo [batch] [--last]` */
export async function undoCommand(engine: OpenEngine, given: UndoCommand): Promise<ExitCode> {
  if (given.batch === null && !given.last) {
    note(say("cli.undo.which"));
    return EXIT.wrongUse;
  }
  const batch =
    given.batch === null ? engine.parts.actions.lastBatch() : batchId.parse(given.batch);
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
