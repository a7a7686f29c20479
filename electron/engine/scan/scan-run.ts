import type { FolderId } from "../../../shared/model/ids.ts";
import { type WalkedFolder, type WalkedNotice, walk } from "../../base/walk.ts";
import type { Contents } from "../catalogue/contents.ts";
import type { Folders } from "../catalogue/folders.ts";
import { Ground } from "./ground.ts";
import { Looking, type LookingParts } from "./looking.ts";
import { Reading, type ReadingParts } from "./reading.ts";
import type { Tally } from "./tally.ts";

/** One scan of a folder. */
export interface ScanJob
  extends Pick<ReadingParts, "depth" | "sights" | "changed">,
    Pick<LookingParts, "tally"> {
  readonly root: string;
  readonly folderId: FolderId;
  readonly tally: Tally;
  readonly stop: AbortController;
  readonly notice: (notice: WalkedNotice) => void;
}

export interface RunParts
  extends Omit<ReadingParts, "depth" | "sights" | "samePicture" | "isLost" | "signal"> {
  readonly folders: Folders;
  readonly contents: Contents;
  /** Folders no scan may enter. */
  readonly passOver: readonly string[];
}

/** Milliseconds that a scan waits for a disk that went away; then it ends, and another takes it up. */
const WAIT_AT_MOST_MS = 600_000;

/**
 * Runs a scan to its end. While its disk is away it waits, forgets nothing, and then goes through the
 * folder again: what was read before is not read twice.
 */
export async function runScan(parts: RunParts, job: ScanJob): Promise<void> {
  const { root, folderId, tally, stop, changed } = job;
  const { signal } = stop;
  const ground = new Ground(root);
  for (;;) {
    await oneRound(parts, job, ground);
    if (signal.aborted || ground.isThere()) break;
    tally.pause();
    changed();
    await ground.back(AbortSignal.any([signal, AbortSignal.timeout(WAIT_AT_MOST_MS)]));
    if (signal.aborted || !ground.isBack()) break;
    tally.goOn();
  }
  if (signal.aborted) tally.end("stopped");
  else if (!ground.isThere()) tally.end("failed", "folder-missing");
  else {
    parts.folders.finished(folderId, Date.now(), ground.device);
    tally.end("done");
  }
  parts.contents.forgetDeparted();
  changed();
}

async function oneRound(given: RunParts, job: ScanJob, ground: Ground): Promise<void> {
  const { root, tally, stop, sights, depth } = job;
  const over = new AbortController();
  const signal = AbortSignal.any([stop.signal, over.signal]);
  const isLost = () => {
    if (ground.isThere()) return false;
    over.abort();
    return true;
  };
  const parts = { ...given, sights, depth, samePicture: false, isLost, signal };
  const walked = noticing(walk(root, { signal, passOver: given.passOver }), job.notice);
  const met = await new Reading(parts).run(walked, true);
  if (signal.aborted || isLost()) return;
  given.photos.removeDirectoriesExcept(root, met);
  if (tally.done < tally.found) await new Looking(parts).run([...given.photos.readBelow(root)]);
}

async function* noticing(
  folders: AsyncIterable<WalkedFolder>,
  hear: (notice: WalkedNotice) => void,
) {
  for await (const folder of folders) {
    for (const notice of folder.notices) hear(notice);
    yield folder;
  }
}
