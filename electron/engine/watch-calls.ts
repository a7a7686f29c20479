import { failure } from "../../shared/model/errors.ts";
import type { FolderId } from "../../shared/model/ids.ts";
import { err, ok } from "../../shared/result.ts";
import type { Catalogue } from "./catalogue/catalogue.ts";
import type { Engine } from "./engine-api.ts";
import type { Scans } from "./scan/scans.ts";
import { sightsOf } from "./scan/versions.ts";
import { Watching } from "./scan/watching.ts";

interface Parts {
  readonly catalogue: Catalogue;
  readonly scans: Scans;
  readonly passOver: readonly string[];
  readonly quietMs?: number | undefined;
}

/** The watched folders of a catalogue: which they are is kept, and each is scanned as settings say. */
export function openWatching({ catalogue, scans, ...rest }: Parts): Watching {
  const { questions, settings } = catalogue;
  return new Watching({
    ...rest,
    scan: async (folderId) => {
      // One that runs already began before the change.
      await Promise.all(
        scans
          .current()
          .filter((scan) => scan.folderId === folderId)
          .map(({ scanId }) => scans.ended(scanId)),
      );
      const { detectors, effort } = settings.read();
      const sights = sightsOf(detectors, effort);
      const started = scans.start({ folderId, depth: "full", sights });
      if (started.ok) await scans.ended(started.value);
    },
    sumsOf: (id) => questions.folders().find((folder) => folder.id === id) ?? NOTHING,
  });
}

const NOTHING = { photos: 0, dangerous: 0 };

export function watchCalls(
  { folders }: Pick<Catalogue, "folders">,
  watching: Watching,
): Engine["watching"] {
  const follow = (id: FolderId, path: string) => watching.follow(id, path);
  return {
    begin: () => {
      for (const { id, isWatched } of folders.list()) {
        const path = folders.pathOf(id);
        if (isWatched && path !== undefined) follow(id, path);
      }
    },
    set: (id, on) => {
      const path = folders.pathOf(id);
      if (path === undefined) return err(failure("folder-missing"));
      folders.watch(id, on);
      if (on) follow(id, path);
      else watching.leave(id);
      return ok(null);
    },
    hold: (isHeld) => watching.hold(isHeld),
    onNews: (hear) => watching.onNews(hear),
  };
}
