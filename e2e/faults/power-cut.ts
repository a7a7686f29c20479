import { chmodSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CrashDisk, type Loses } from "./crash-disk.ts";
import { diskOps } from "./disk-ops.ts";
import { filesBelow } from "./judge.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { emptied, Stage, type StageOptions } from "./stage.ts";
import { traced, whyNoStrace } from "./strace.ts";

/*
 * A power cut, simulated: strace records every call of a run that changes the disk, with its bytes;
 * a model of a disk replays them up to each instant and then forgets what had not been made to last.
 * What such a disk holds is laid out and the next start has to cope with it.
 */

const LOSES: readonly Loses[] = ["all it may", "data only", "some of it"];

export async function powerCuts(report: Report, effort: Effort) {
  const why = whyNoStrace();
  if (why) return report.skip("power cut", why);
  const journeys = KINDS.flatMap((kind): StageOptions[] => [
    { kind, direction: "change", photos: 2 },
    { kind, direction: "undo", photos: 2 },
  ]);
  for (const options of effort.some(journeys, 2)) {
    const stage = await Stage.set(options);
    const before = filesBelow(stage.root).filter((path) => !path.includes("/master/"));
    const files = new Map(before.map((path) => [path, readFileSync(path)]));
    const modes = new Map(before.map((path) => [path, lstatSync(path).mode & 0o7777]));
    const { lines } = await traced(stage, { everything: true, calls: RECORDED });
    const ops = diskOps(lines, stage.root);
    const instants = Array.from({ length: ops.length + 1 }, (_, n) => n);
    const cases = instants.flatMap((n) => LOSES.map((loses) => ({ n, loses })));
    for (const { n, loses } of effort.some(cases, 4, 60)) {
      const name = `${options.direction} ${options.kind.name}, power cut after call ${n} of ${ops.length}, disk loses ${loses}`;
      await report.run(name, async () => {
        const disk = new CrashDisk(files);
        for (const op of ops.slice(0, n)) disk.apply(op);
        layOut(stage, disk.afterPowerCut(loses, effort.random), modes);
        return stage.judge({ bytesOnly: true });
      });
    }
    stage.remove();
  }
}

const RECORDED = [
  ["openat", "write", "pwrite64", "fsync", "fdatasync", "rename"],
  ["unlink", "link", "ftruncate"],
].flat();

function layOut(
  stage: Stage,
  files: ReadonlyMap<string, Buffer>,
  modes: ReadonlyMap<string, number>,
) {
  for (const folder of [stage.home, stage.dataDir]) emptied(folder);
  for (const [path, bytes] of files) {
    // SQLite makes its shared memory anew after a power cut.
    if (path.endsWith("-shm")) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    chmodSync(path, modes.get(path) ?? 0o600);
  }
  mkdirSync(join(stage.dataDir, "vault"), { recursive: true });
}
