import { setTimeout as sleep } from "node:timers/promises";
import type { Ran } from "../engine/cli.ts";
import { stepsIn } from "./catalogue-peek.ts";
import type { Loss } from "./judge.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { Stage, type StageOptions } from "./stage.ts";
import { type DiskCall, diskCalls, traced, whyNoStrace } from "./strace.ts";

/** Each kind's change, from the very first start on, and its undoing; a few of them in a slice. */
const journeys = (effort: Effort, slice: number, photos: number): readonly StageOptions[] =>
  effort.some(
    KINDS.flatMap((kind): StageOptions[] => [
      { kind, direction: "change", photos, firstStart: true },
      { kind, direction: "undo", photos },
    ]),
    slice,
  );

export const nameOf = ({ kind, direction }: StageOptions) =>
  direction === "change" ? kind.name : `undo of ${kind.name}`;

/** Kills the engine's process before each call that touches the disk, one run for each. */
export async function killsAtEveryStep(report: Report, effort: Effort) {
  const how = { group: "killed before", slice: 2, pages: 30 };
  await eachCall(report, effort, how, async (stage, call) => {
    await traced(stage, { inject: [`${call.name}:signal=KILL:when=${call.nth}`] });
    return stage.judge();
  });
}

const ERRORS = ["ENOSPC", "EIO", "EACCES"] as const;

/** Answers each such call with an error instead. The program must end in words, not in a bug. */
export async function errorsAtEveryStep(report: Report, effort: Effort) {
  for (const error of effort.some(ERRORS, 1)) {
    const how = { group: `${error} from`, slice: 1, full: 10, pages: 6 };
    await eachCall(report, effort, how, async (stage, call) => {
      const ran = await traced(stage, { inject: [`${call.name}:error=${error}:when=${call.nth}`] });
      return [...endsInWords(ran), ...(await stage.judge())];
    });
  }
}

/** From one call on, all of a kind fail: a disk that is full or a folder that is closed stays so. */
export async function lastingErrors(report: Report, effort: Effort) {
  for (const error of effort.some(ERRORS, 1)) {
    const how = { group: `${error} for good from`, slice: 1, full: 6, pages: 4 };
    await eachCall(report, effort, how, async (stage, call) => {
      const inject = `pwrite64,rename,unlink,link,ftruncate:error=${error}:when=${call.nth}+`;
      const ran = await traced(stage, { inject: [inject] });
      return [...endsInWords(ran), ...(await stage.judge())];
    });
  }
}

export function endsInWords({ code, stderr }: Ran): Loss[] {
  const isBug = /^\s+at .*:\d+:\d+/m.test(stderr) || (code !== 0 && stderr.trim() === "");
  return isBug ? [{ path: "", what: `ended ${code} without a sentence: ${stderr}` }] : [];
}

/** How many of the calls are tried; where nothing is said, all. */
interface HowMany {
  /** Journeys of a slice. */
  readonly slice: number;
  /** In a full run: calls that begin or end a step. */
  readonly full?: number;
  /** In a full run: pages of the journal, of which each step writes several. */
  readonly pages: number;
}

function chosenCalls(calls: readonly DiskCall[], effort: Effort, how: HowMany) {
  if (!effort.isFull) return effort.some(calls, 3);
  const pages = calls.filter(({ name }) => name === "pwrite64");
  const steps = calls.filter(({ name }) => name !== "pwrite64");
  return [...effort.some(steps, 0, how.full), ...effort.some(pages, 0, how.pages)];
}

async function eachCall(
  report: Report,
  effort: Effort,
  how: HowMany & { readonly group: string },
  fault: (stage: Stage, call: DiskCall) => Promise<Loss[]>,
) {
  const why = whyNoStrace();
  if (why) return report.skip(how.group, why);
  for (const options of journeys(effort, how.slice, 3)) {
    const stage = await Stage.set(options);
    for (const call of chosenCalls(await diskCalls(stage), effort, how)) {
      await report.run(`${nameOf(options)} ${how.group} ${call.line}`, async () => {
        stage.reset();
        return fault(stage, call);
      });
    }
    stage.remove();
  }
}

/** Kills analysts at their own work; the pool gives the photo a second one, and then up. */
export async function analystKills(report: Report, effort: Effort) {
  const why = whyNoStrace();
  if (why) return report.skip("analysts killed", why);
  const calls = ["write", "fsync", "chmod", "utimensat"].flatMap((name) =>
    [1, 2, 3, 4].map((nth) => ({ name, nth })),
  );
  for (const options of journeys(effort, 1, 3)) {
    const stage = await Stage.set(options);
    for (const { name, nth } of effort.some(calls, 2)) {
      await report.run(`${nameOf(options)}, analysts killed at ${name} ${nth}`, async () => {
        stage.reset();
        const inject = [`${name}:signal=KILL:when=${nth}`];
        await traced(stage, { calls: [name], inject, follow: true });
        return stage.judge();
      });
    }
    stage.remove();
  }
}

/** For each kind's change and undoing: eight times 25 are the two hundred that were asked for. */
const RANDOM_KILLS = 25;

/** Kills at instants that nobody chose: the engine alone, or everything at once as a power button does. */
export async function randomKills(report: Report, effort: Effort) {
  for (const options of journeys(effort, 2, effort.times(300, 24))) {
    const stage = await Stage.set({ ...options, firstStart: false });
    const lasts = await batchMs(stage);
    for (let n = 0; n < effort.times(RANDOM_KILLS, 6); n += 1) {
      const [afterMs, alone] = [effort.random() * lasts, effort.random() < 0.5];
      const who = alone ? "engine" : "everything";
      const name = `${nameOf(options)}, ${who} killed ${afterMs.toFixed(1)} ms into the batch`;
      await report.run(name, async () => {
        stage.reset();
        const group = await killedAfter(stage, afterMs, alone);
        return stage.judge({ group });
      });
    }
    stage.remove();
  }
}

async function batchMs(stage: Stage): Promise<number> {
  stage.reset();
  const before = stepsIn(stage.dataDir);
  const { ended } = stage.start();
  const start = await firstStep(stage, before);
  await ended;
  return performance.now() - start;
}

/** @returns the process group, in which analysts may be at work for a while yet. */
async function killedAfter(stage: Stage, ms: number, alone: boolean) {
  const before = stepsIn(stage.dataDir);
  const { child, ended } = stage.start({ detached: true });
  await Promise.race([firstStep(stage, before), ended]);
  await sleep(ms);
  if (child.pid !== undefined && child.exitCode === null)
    process.kill(alone ? child.pid : -child.pid, "SIGKILL");
  await ended;
  return child.pid;
}

/** Polls the journal until the batch has begun; resolves with the time. */
async function firstStep(stage: Stage, before: number): Promise<number> {
  const giveUp = performance.now() + 30_000;
  while (stepsIn(stage.dataDir) === before && performance.now() < giveUp) await sleep(2);
  return performance.now();
}
