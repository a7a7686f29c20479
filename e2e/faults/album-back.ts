import { lossesIn, treeOf } from "./judge.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { Stage } from "./stage.ts";

/** A whole album is changed in one batch and taken back: bytes, modes and times are the original ones. */
export async function albumsBack(report: Report, effort: Effort) {
  for (const kind of effort.some(KINDS, 1)) {
    const photos = effort.times(kind.name === "strip" ? 1000 : 100, 60);
    const stage = await Stage.set({ kind, direction: "change", photos });
    await report.run(`${photos} photos, ${kind.name} and undo`, async () => {
      stage.reset();
      await stage.mustRun(stage.words);
      await stage.mustRun(["undo", "--last"]);
      const back = lossesIn(treeOf(stage.home), { states: [stage.originals] });
      return [...back, ...stage.unaccounted()];
    });
    stage.remove();
  }
}
