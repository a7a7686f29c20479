import type { AppError } from "../../shared/model/errors.ts";
import type { ScanId } from "../../shared/model/ids.ts";
import type { Result } from "../../shared/result.ts";
import type { Engine } from "../engine/engine-api.ts";

/** `npm start -- ~/Pictures`: chooses the folder and scans it with every detector there is. */
export function scanAtStart(engine: Engine, folder: string): Result<ScanId, AppError> {
  const added = engine.folders.add(folder);
  return added.ok ? engine.scans.start(added.value, { detectors: null }) : added;
}
