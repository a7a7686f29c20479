import type {
  ActionOutcome,
  ActionPreview,
  ActionProgress,
  PreviewLine,
  StripRequest,
} from "../../shared/model/action.ts";
import { type BatchId, batchId } from "../../shared/model/ids.ts";
import { hasText } from "../../shared/text/index.ts";
import { displayPath } from "../base/paths.ts";
import { Refused } from "../base/refused.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { photosOf } from "./engine.ts";
import { look } from "./look.ts";
import { namedOrComplain } from "./scan.ts";
import {
  EXIT,
  type ExitCode,
  language,
  nameOfType,
  note,
  print,
  reason,
  StatusLine,
  say,
} from "./terminal.ts";

export interface StripCommand {
  readonly request: StripRequest;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** What became of one file, for scripts. */
interface OutcomeRecord {
  readonly path: string;
  readonly result: ActionOutcome["result"];
  readonly error: ActionOutcome["error"];
  readonly bytesRemoved: number;
}

/** `safelight strip <path>…`: scans what is new, then strips exactly what a preview named. */
export async function stripCommand(
  engine: OpenEngine,
  paths: readonly string[],
  { request, dryRun, json }: StripCommand,
): Promise<ExitCode> {
  const startedAt = performance.now();
  const named = namedOrComplain(engine, paths);
  if (!named) return EXIT.wrongUse;
  const looked = await look(engine, named, "full");
  if (looked.isStopped) return EXIT.stopped;
  const preview = engine.parts.actions.preview({ photoIds: photosOf(engine, named) }, request);
  const ran = dryRun
    ? { batch: null, outcomes: [] }
    : await runToEnd(engine.actions.apply(preview.id));
  const photos = outcomeRecords(engine, preview, ran.outcomes);
  const summary = { ...summaryOf(photos), elapsedMs: Math.round(performance.now() - startedAt) };
  const { goes, stays } = preview;
  if (json) {
    const { batch } = ran;
    const { preset } = request;
    print(JSON.stringify({ version: 1, dryRun, preset, batch, goes, stays, photos, summary }));
  } else {
    if (dryRun) tellPreview(goes, stays);
    tellOutcomes(photos, dryRun ? null : summary, ran.batch);
  }
  return summary.failed > 0 ? EXIT.someFailed : EXIT.fine;
}

/** Refused photos first, then what became of the others. */
function outcomeRecords(
  engine: OpenEngine,
  { refused }: ActionPreview,
  outcomes: readonly ActionOutcome[],
): OutcomeRecord[] {
  const pathOf = (id: ActionOutcome["photoId"]) =>
    displayPath((id === null ? undefined : engine.parts.catalogue.photos.place(id)?.path) ?? "");
  const failed = refused.map(
    ({ photoId, error }): OutcomeRecord => ({
      path: pathOf(photoId),
      result: "failed",
      error,
      bytesRemoved: 0,
    }),
  );
  const rest = outcomes.map(({ photoId, result, error, bytesRemoved }) => ({
    path: pathOf(photoId),
    result,
    error: result === "failed" ? error : null,
    bytesRemoved,
  }));
  return [...failed, ...rest];
}

/** `safelight undo [batch] [--last]` */
export async function undoCommand(
  engine: OpenEngine,
  given: { readonly batch: number | null; readonly last: boolean; readonly json: boolean },
): Promise<ExitCode> {
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
  try {
    const { outcomes } = await runToEnd(engine.actions.undo(batch));
    const failed = outcomes.filter(({ result }) => result === "failed");
    const done = outcomes.length - failed.length;
    if (given.json) {
      const photos = outcomes.map(({ name, result, error }) => ({ name, result, error }));
      print(
        JSON.stringify({ version: 1, batch, photos, summary: { done, failed: failed.length } }),
      );
    }
    for (const { name, error } of failed) note(`  ${name}: ${reason(error ?? "unexpected")}`);
    note(say("cli.undo.done", { done, failed: failed.length }));
    return failed.length > 0 ? EXIT.someFailed : EXIT.fine;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    note(reason(error.error.code));
    return EXIT.someFailed;
  }
}

/** `safelight history` */
export async function historyCommand(engine: OpenEngine, json: boolean): Promise<ExitCode> {
  const history = engine.actions.history();
  if (json) print(JSON.stringify({ version: 1, batches: history }));
  else if (history.length === 0) note(say("cli.history.empty"));
  else {
    for (const { batchId: batch, startedAt, preset, done, failed, undone } of history) {
      const when = new Date(startedAt).toLocaleString(language);
      print(
        say("cli.history.line", {
          batch: `#${batch}`,
          when,
          preset: preset ?? "",
          done,
          failed,
          undone,
        }),
      );
    }
  }
  return EXIT.fine;
}

async function runToEnd(steps: AsyncIterable<ActionProgress>) {
  const outcomes: ActionOutcome[] = [];
  const line = new StatusLine();
  let batch: BatchId | null = null;
  for await (const step of steps) {
    batch = step.batchId;
    outcomes.push(...step.outcomes);
    line.show(() => say("cli.scan.progress", { done: step.done, found: step.total }));
  }
  line.clear();
  return { batch, outcomes };
}

function summaryOf(photos: readonly OutcomeRecord[]) {
  const of = (result: OutcomeRecord["result"]) =>
    photos.filter((photo) => photo.result === result).length;
  return {
    photos: photos.length,
    done: of("done"),
    unchanged: of("unchanged"),
    failed: of("failed"),
    bytesRemoved: photos.reduce((sum, photo) => sum + photo.bytesRemoved, 0),
  };
}

function tellPreview(goes: readonly PreviewLine[], stays: readonly PreviewLine[]) {
  const line = ({ kind, type, photos }: PreviewLine) => {
    const stay = `stays.${type}`;
    const what = kind === "picture" && hasText(stay) ? say(stay) : nameOfType(type);
    return `  ${say("cli.strip.line", { what, count: photos })}`;
  };
  print(say("cli.strip.goes"));
  for (const one of goes) print(line(one));
  print(say("cli.strip.stays"));
  for (const one of stays) print(line(one));
}

function tellOutcomes(
  photos: readonly OutcomeRecord[],
  summary: ReturnType<typeof summaryOf> | null,
  batch: BatchId | null,
) {
  for (const { path, error } of photos.filter(({ result }) => result === "failed")) {
    note(`  ${path}: ${reason(error ?? "unexpected")}`);
  }
  if (summary === null) return;
  const { done, unchanged, failed } = summary;
  note(say("cli.strip.done", { done, unchanged, failed }));
  if (batch !== null && done > 0) note(say("cli.strip.undoHint", { batch: `${batch}` }));
}
