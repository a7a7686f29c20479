import type { AppErrorCode } from "../../shared/model/errors.ts";
import { folderId, scanId } from "../../shared/model/ids.ts";
import type { ScanProgress } from "../../shared/model/scan.ts";
import { timeLeft } from "../../shared/text/time-left.ts";
import type { WalkedNotice } from "../base/walk.ts";
import type { OpenEngine } from "../engine/engine.ts";
import type { ScanRequest } from "../engine/scan/scans.ts";
import { Tally } from "../engine/scan/tally.ts";
import type { Named } from "./engine.ts";
import { note, reason, StatusLine, say } from "./terminal.ts";

/** How deep, and for what in the pictures. */
export type Look = Pick<ScanRequest, "depth" | "sights">;

/** What a look at several places brought. */
export interface Looked {
  readonly notices: readonly { readonly root: string; readonly notice: WalkedNotice }[];
  /** A place that could not be looked at to its end, and why. */
  readonly problems: readonly { readonly root: string; readonly code: AppErrorCode }[];
  readonly isStopped: boolean;
  readonly elapsedMs: number;
  /** Photos read or found unchanged. */
  readonly done: number;
}

/** Scans folders and files one after another, with progress on the terminal. Ctrl+C stops it and keeps what was read. */
export async function look(
  engine: OpenEngine,
  named: readonly Named[],
  how: Look,
): Promise<Looked> {
  const startedAt = performance.now();
  const notices: { root: string; notice: WalkedNotice }[] = [];
  const problems: { root: string; code: AppErrorCode }[] = [];
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once("SIGINT", onInterrupt);
  let done = 0;
  for (const one of named.filter(({ kind }) => kind === "folder")) {
    const hear = (notice: WalkedNotice) => notices.push({ root: one.path, notice });
    const end = await lookAtFolder(engine, one, how, hear, stop.signal);
    done += end.done;
    if (end.error) problems.push({ root: one.path, code: end.error });
  }
  const files = named.filter(({ kind }) => kind === "file").map(({ path }) => path);
  const tally = new Tally(scanId.parse(1), folderId.parse(1), false);
  await engine.parts.scans.scanFiles(files, how, tally, stop.signal);
  process.removeListener("SIGINT", onInterrupt);
  const elapsedMs = Math.round(performance.now() - startedAt);
  return { notices, problems, isStopped: stop.signal.aborted, elapsedMs, done: done + tally.done };
}

/** Says which folders could not be looked through to their end. */
export function tellProblems({ problems }: Looked) {
  for (const { root, code } of problems) {
    note(say("cli.wrongFolder", { path: root, reason: reason(code) }));
  }
}

async function lookAtFolder(
  engine: OpenEngine,
  folder: Named,
  how: Look,
  hear: (notice: WalkedNotice) => void,
  signal: AbortSignal,
): Promise<{ done: number; error: AppErrorCode | null }> {
  const { scans } = engine.parts;
  if (folder.kind !== "folder" || signal.aborted) return { done: 0, error: null };
  const started = scans.start({ folderId: folder.folderId, ...how }, hear);
  if (!started.ok) return { done: 0, error: started.error.code };
  const stop = () => scans.stop(started.value);
  signal.addEventListener("abort", stop, { once: true });
  const line = new StatusLine();
  const deaf = scans.onProgress((progress) => line.show(() => progressLine(progress)));
  const end = await scans.ended(started.value);
  deaf();
  line.clear();
  return { done: end?.done ?? 0, error: end?.error ?? null };
}

function progressLine({ state, read, done, found, msLeft }: ScanProgress): string {
  if (state === "paused") return say("cli.scan.paused");
  if (state === "running" && done < read && read < found)
    return say("cli.scan.reading", { read, found });
  if (msLeft === null) return say("cli.scan.progress", { done, found });
  const { key, facts } = timeLeft(msLeft);
  return say("cli.scan.progressLeft", { done, found, left: say(key, facts) });
}
