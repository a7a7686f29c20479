import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errnoOf } from "../../electron/base/errno.ts";
import { stepsIn } from "./catalogue-peek.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { Stage } from "./stage.ts";
import { straceWords, whyNoStrace } from "./strace.ts";

/** Where analysts are held up, in microseconds, so that they outlive their engine and its next start. */
const HELD = ["chmod", "fsync", "utimensat", "rename"].map((call) => `${call}:delay_enter=700000`);

/**
 * The engine is killed while an analyst is in the middle of a file. The next start cleans up; the
 * analyst goes on after that, and nothing of what it writes may be left.
 */
export async function orphans(report: Report, effort: Effort) {
  const why = whyNoStrace();
  if (why) return report.skip("analysts that outlive their engine", why);
  for (const kind of effort.some(KINDS, 1)) {
    for (const direction of effort.some(["change", "undo"] as const, 1)) {
      const stage = await Stage.set({ kind, direction, photos: 2 });
      for (const held of effort.some(HELD, 1)) {
        await report.run(
          `${direction} ${kind.name}, engine killed, analyst held at ${held}`,
          async () => {
            stage.reset();
            await killedAlone(stage, held);
            return stage.judge();
          },
        );
      }
      stage.remove();
    }
  }
}

async function killedAlone(stage: Stage, held: string) {
  const before = stepsIn(stage.dataDir);
  const [call = ""] = held.split(":");
  const via = straceWords(join(tmpdir(), "safelight-held"), {
    calls: [call],
    inject: [held],
    follow: true,
  });
  const { child, ended } = stage.start({ via });
  const giveUp = performance.now() + 20_000;
  while (stepsIn(stage.dataDir) === before && performance.now() < giveUp) await sleep(5);
  await sleep(200);
  const engine = childrenOf(child.pid ?? 0)[0];
  if (engine !== undefined) process.kill(engine, "SIGKILL");
  await stage.run(["history"]);
  await ended;
}

/** None of a program that had come to its end before: then there is nothing to kill. */
function childrenOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
    return children.split(" ").filter(Boolean).map(Number);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw error;
  }
}
