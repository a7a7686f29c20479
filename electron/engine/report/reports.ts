import { setImmediate as othersPass } from "node:timers/promises";
import {
  REPORT_VERSION,
  type Report,
  type ReportFormat,
  report,
} from "../../../shared/model/report.ts";
import type { Language } from "../../../shared/model/settings.ts";
import { displayPath } from "../../base/paths.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { reportCsv } from "./csv.ts";
import { Gathering } from "./gather.ts";
import { reportHtml } from "./html.ts";

/** What a report is about and who wants it. */
export interface ReportOrder {
  /** The folder and all below it; null takes in all folders. */
  readonly root: string | null;
  readonly madeBy: string | null;
  /** Version of the program. */
  readonly safelight: string;
}

/** Counts what the catalogue knows at this moment; photos that were not scanned are not in it. */
export async function makeReport(
  { folders, reportRows }: Pick<Catalogue, "folders" | "reportRows">,
  { root, madeBy, safelight }: ReportOrder,
): Promise<Report> {
  const gathering = new Gathering((directory) => displayPath(folders.nameWithin(directory)));
  for (const photos of reportRows.photos(root)) {
    for (const photo of photos) gathering.add(photo);
    await othersPass();
  }
  // The schema drops whatever is not in it and refuses what it does not know: the last gate before a file.
  return report.parse({
    version: REPORT_VERSION,
    madeAt: new Date().toISOString(),
    madeBy,
    safelight,
    // Its own name only: where it lies may tell whose it is.
    folder: root === null ? "" : displayPath(folders.nameWithin(root)),
    ...gathering.counts(),
    byAction: reportRows.actions(root),
  });
}

const WRITERS: Readonly<Record<ReportFormat, (report: Report, language: Language) => string>> = {
  html: reportHtml,
  csv: reportCsv,
  json: (made) => `${JSON.stringify(made, null, 2)}\n`,
};

/** The bytes of a report's file. */
export const reportBytes = (made: Report, format: ReportFormat, language: Language): Uint8Array =>
  Buffer.from(WRITERS[format](made, language), "utf8");
