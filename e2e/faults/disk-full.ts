import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endsInWords } from "./kills.ts";
import { KINDS } from "./kinds.ts";
import type { Effort, Report } from "./report.ts";
import { Stage, type StageOptions } from "./stage.ts";

/* Small disks of memory, filled so that room ends at every page that a change would write. */

const PAGE = 4096;

/** Pages that are left free, one case each; with the most of them everything fits. */
const FREE_PAGES = Array.from({ length: 12 }, (_, n) => n * 4);

const DISKS = ["home", "data"] as const;

export async function fullDisks(report: Report, effort: Effort) {
  const why = whyNoMount();
  if (why) return report.skip("disk full", why);
  const rows = KINDS.flatMap((kind) =>
    (["change", "undo"] as const).flatMap((direction) =>
      DISKS.map((disk) => ({ kind, direction, photos: 3, disk })),
    ),
  );
  for (const { disk, ...options } of effort.some(rows, 2)) {
    await onSmallDisk(options, disk, async (stage) => {
      for (const pages of effort.some(FREE_PAGES, 3)) {
        const name = `${options.direction} ${options.kind.name}, ${pages} pages free for ${disk}`;
        await report.run(name, () => whenFull(stage, join(stage.root, disk), pages));
      }
    });
  }
}

async function onSmallDisk(
  options: StageOptions,
  disk: (typeof DISKS)[number],
  use: (stage: Stage) => Promise<void>,
) {
  const stage = await Stage.set(options);
  const folder = join(stage.root, disk);
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m,mode=0755", "tmpfs", folder]);
    await use(stage);
  } finally {
    execFileSync("umount", [folder], { stdio: "ignore" });
    stage.remove();
  }
}

const FILLER = ".filler";

async function whenFull(stage: Stage, folder: string, pages: number) {
  stage.reset();
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, FILLER), Buffer.alloc(Math.max(0, bavail * bsize - pages * PAGE), 1));
  const ran = await stage.run();
  // The next start may meet the full disk too: it may fail, but must not lose anything.
  const next = await stage.run(["history"]);
  rmSync(join(folder, FILLER));
  return [...endsInWords(ran), ...endsInWords(next), ...(await stage.judge({ told: next }))];
}

export function whyNoMount(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "safelight-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", folder], { stdio: "ignore" });
    execFileSync("umount", [folder], { stdio: "ignore" });
    return undefined;
  } catch {
    return "no right to mount a small disk here (root on Linux may)";
  } finally {
    rmSync(folder, { recursive: true });
  }
}
