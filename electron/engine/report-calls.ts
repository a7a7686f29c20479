import packageJson from "../../package.json" with { type: "json" };
import { type AppError, failure } from "../../shared/model/errors.ts";
import type { FolderId } from "../../shared/model/ids.ts";
import type { Report } from "../../shared/model/report.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Catalogue } from "./catalogue/catalogue.ts";
import type { Engine } from "./engine-api.ts";
import type { Places } from "./places.ts";
import { makeReport } from "./report/reports.ts";
import { saveReport } from "./report/save.ts";

/** The reports' part of the engine. */
export function reportCalls(catalogue: Catalogue, places: Places): Engine["reports"] {
  const make = async (
    folderId: FolderId | null,
    madeBy: string | null,
  ): Promise<Result<Report, AppError>> => {
    const root = folderId === null ? null : catalogue.folders.pathOf(folderId);
    if (root === undefined) return err(failure("folder-missing"));
    return ok(await makeReport(catalogue, { root, madeBy, safelight: packageJson.version }));
  };
  return {
    make: ({ folderId }) => make(folderId, null),
    save: async ({ folderId, madeBy, to, ...wish }) => {
      const folder = places.pathOf(to);
      if (folder === undefined) return err(failure("folder-missing"));
      const made = await make(folderId, madeBy);
      return made.ok ? saveReport(folder, made.value, wish) : made;
    },
  };
}
