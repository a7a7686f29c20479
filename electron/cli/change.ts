import type {
  ActionKind,
  ActionOutcome,
  ActionPreview,
  ActionProgress,
  PreviewLine,
} from "../../shared/model/action.ts";
import { DETECTOR_OF } from "../../shared/model/finding.ts";
import type { BatchId, PhotoId } from "../../shared/model/ids.ts";
import { hasText } from "../../shared/text/index.ts";
import { displayPath } from "../base/paths.ts";
import type { Wish } from "../engine/actions/previews.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { sightsOf } from "../engine/scan/versions.ts";
import { photosOf } from "./engine.ts";
import { type Look, look, tellProblems } from "./look.ts";
import { namedOrComplain } from "./scan.ts";
import {
  EXIT,
  type ExitCode,
  nameOfType,
  note,
  print,
  reason,
  StatusLine,
  say,
} from "./terminal.ts";

export interface ChangeCommand {
  /** What to do, once the photos are known. */
  readonly wish: (photos: readonly PhotoId[]) => Wish;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** What became of one file, for scripts. */
interface OutcomeRecord {
  readonly path: string;
  readonly result: ActionOutcome["result"];
  readonly error: ActionOutcome["error"];
  readonly bytesRemoved: number;
  /** Name of what was written, where that is another one. */
  readonly newName: string | null;
}

/** `safelight strip|quarantine|redact|export`: scans what is new, then does exactly what a preview named. */
export async function changeCommand(
  engine: OpenEngine,
  paths: readonly string[],
  { wish, dryRun, json }: ChangeCommand,
): Promise<ExitCode> {
  const startedAt = performance.now();
  const named = namedOrComplain(engine, paths);
  if (!named) return EXIT.wrongUse;
  const looked = await look(engine, named, lookFor(wish([]), dryRun));
  if (looked.isStopped) return EXIT.stopped;
  tellProblems(looked);
  const photoIds = photosOf(engine, named);
  const pathOf = rememberPaths(engine, photoIds);
  const request = wish(photoIds);
  const preview = engine.parts.actions.preview({ photoIds }, request);
  const ran = dryRun
    ? { batch: null, outcomes: [] }
    : await runToEnd(engine.actions.apply(preview.id));
  await engine.parts.scans.idle();
  const photos = outcomeRecords(pathOf, preview, ran.outcomes);
  const summary = { ...summaryOf(photos), elapsedMs: Math.round(performance.now() - startedAt) };
  const { goes, stays, kind: action } = preview;
  if (json) {
    const { batch } = ran;
    const preset = "preset" in request ? { preset: request.preset } : {};
    const document = { version: 1, action, dryRun, ...preset, batch, goes, stays, photos, summary };
    print(JSON.stringify(document));
  } else {
    if (dryRun) tellPreview(preview);
    tellOutcomes(action, photos, dryRun ? null : summary, ran.batch);
  }
  return summary.failed > 0 || looked.problems.length > 0 ? EXIT.someFailed : EXIT.fine;
}

/**
 * A strip reads every photo to its end itself and a quarantine none; only what is to be covered must
 * have been found before, and only a dry run must know beforehand all that would go.
 */
function lookFor(wish: Wish, dryRun: boolean): Look {
  const covered = wish.kind === "redact" ? wish : wish.kind === "export" ? wish.redact : null;
  const kinds = covered?.kinds ?? [];
  const sights = sightsOf(kinds.flatMap((kind) => (kind === "unseen" ? [] : DETECTOR_OF[kind])));
  return { depth: dryRun || covered ? "full" : "quick", sights };
}

/** Of photos that an action takes out of the catalogue, nobody could tell the path afterwards. */
function rememberPaths(engine: OpenEngine, ids: readonly PhotoId[]) {
  const { photos } = engine.parts.catalogue;
  const paths = new Map(ids.map((id) => [id, displayPath(photos.place(id)?.path ?? "")]));
  return (id: PhotoId | null) => (id === null ? "" : (paths.get(id) ?? ""));
}

/** Refused photos first, then what became of the others. */
function outcomeRecords(
  pathOf: (id: PhotoId | null) => string,
  { refused }: ActionPreview,
  outcomes: readonly ActionOutcome[],
): OutcomeRecord[] {
  const failed = refused.map(
    ({ photoId, error }): OutcomeRecord => ({
      path: pathOf(photoId),
      result: "failed",
      error,
      bytesRemoved: 0,
      newName: null,
    }),
  );
  const rest = outcomes.map(({ photoId, result, error, bytesRemoved, newName }) => ({
    path: pathOf(photoId),
    result,
    error: result === "failed" ? error : null,
    bytesRemoved,
    newName,
  }));
  return [...failed, ...rest];
}

/** Follows an action to its end, with its progress on the terminal. */
export async function runToEnd(steps: AsyncIterable<ActionProgress>) {
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

function tellPreview({ goes, stays, photos, kind }: ActionPreview) {
  const line = ({ kind: of, type, photos: count }: PreviewLine) => {
    const stay = `stays.${type}`;
    const what = of === "picture" && hasText(stay) ? say(stay) : nameOfType(type);
    return `  ${say("cli.strip.line", { what, count })}`;
  };
  if (kind === "quarantine") {
    print(say("cli.quarantine.would", { count: photos }));
    return;
  }
  print(say("cli.strip.goes"));
  for (const one of goes) print(line(one));
  print(say("cli.strip.stays"));
  for (const one of stays) print(line(one));
}

function tellOutcomes(
  action: ActionKind,
  photos: readonly OutcomeRecord[],
  summary: ReturnType<typeof summaryOf> | null,
  batch: BatchId | null,
) {
  for (const { path, error } of photos.filter(({ result }) => result === "failed")) {
    note(`  ${path}: ${reason(error ?? "unexpected")}`);
  }
  if (summary === null || action === "delete") return;
  const { done, unchanged, failed } = summary;
  note(say(`cli.${action}.done`, { done, unchanged, failed }));
  if (batch !== null && done > 0) note(say("cli.strip.undoHint", { batch: `${batch}` }));
}
