import { utimesSync } from "node:fs";
import { join } from "node:path";
import { lossesIn, treeOf } from "./judge.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { Stage } from "./stage.ts";

/** Photos from the future, from before 1970, and all of one instant. */
export async function oddTimes(report: Report, effort: Effort) {
  const days = ["1901-01-01", "1969-12-31", "2099-12-31"].map((day) => new Date(day));
  for (const kind of effort.some(KINDS, 1)) {
    const stage = await Stage.set({ kind, direction: "change", photos: 3 });
    for (const day of days) {
      await report.run(`${kind.name} of photos of ${day.toISOString()}`, async () => {
        stage.reset();
        for (const path of stage.originals.keys()) utimesSync(join(stage.home, path), day, day);
        const before = treeOf(stage.home);
        await stage.mustRun(stage.words);
        const losses = await stage.undoAll();
        return [...losses, ...lossesIn(treeOf(stage.home), { states: [before] })];
      });
    }
    stage.remove();
  }
}

const YEAR_MS = 365 * 86_400_000;

/** Has a program and its analysts believe that it is another year. */
const inYears = (years: number) => ({
  env: {
    NODE_OPTIONS: `--import=${encodeURI(
      `data:text/javascript,const now=Date.now;Date.now=()=>now()+${years * YEAR_MS}`,
    )}`,
  },
});

/**
 * The clock is wrong by years, forward and back, between a change, another one and their undoing: what
 * was last is still taken back first, and nothing depends on a photo being older than its record.
 */
export async function clockSetBack(report: Report, effort: Effort) {
  for (const kind of effort.some(KINDS, 1)) {
    const stage = await Stage.set({ kind, direction: "change", photos: 3 });
    for (const [first, second, third] of effort.some(CLOCKS, 1)) {
      const name = `${kind.name} in ${first} years, again in ${second}, undone in ${third}`;
      await report.run(name, async () => {
        stage.reset();
        await stage.mustRun(stage.words, inYears(first));
        const changed = treeOf(stage.home);
        await stage.mustRun(["strip", stage.photos, "--preset", "everything"], inYears(second));
        // A redacted or quarantined photo has nothing left to strip: then the first change is the last one.
        const isTwice = lossesIn(treeOf(stage.home), { states: [changed] }).length > 0;
        await stage.mustRun(["vault", "verify"], inYears(third));
        const undo = await stage.run(["undo", "--last"], inYears(third));
        const states = [isTwice ? changed : stage.originals];
        const one = lossesIn(treeOf(stage.home), { states });
        const rest = undo.code === 0 ? await stage.undoAll() : [];
        const end = lossesIn(treeOf(stage.home), { states: [stage.originals] });
        return [...one, ...rest, ...end, ...stage.unaccounted()];
      });
    }
    stage.remove();
  }
}

/** Years from now at a change, at the next one and at the undoing. */
const CLOCKS = [
  [0, -10, -10],
  [10, 0, 0],
  [75, -50, 0],
  [-50, 75, -50],
] as const;
