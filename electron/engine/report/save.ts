import { join } from "node:path";
import { type AppError, failure } from "../../../shared/model/errors.ts";
import type { Report, ReportFormat } from "../../../shared/model/report.ts";
import type { Language } from "../../../shared/model/settings.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { sentence } from "../../../shared/text/index.ts";
import { writingError } from "../../base/errno.ts";
import { writeNew } from "../../base/files.ts";
import { freeNames } from "../../base/free-names.ts";
import { reportBytes } from "./reports.ts";

/** A person's own file, to be handed on: as open as the system makes files for this person. */
const MODE = 0o666;

/** Writes a report's file under a name that nobody has. @returns `name-taken` and what writing fails with. */
export function saveReportAs(path: string, bytes: Uint8Array): Result<null, AppError> {
  try {
    writeNew(path, [bytes], MODE);
    return ok(null);
  } catch (error) {
    return err(failure(writingError(error)));
  }
}

/** Writes a report into a folder, beside what lies there. @returns the files' names. */
export function saveReport(
  folder: string,
  report: Report,
  wish: { readonly formats: readonly ReportFormat[]; readonly language: Language },
): Result<readonly string[], AppError> {
  const names: string[] = [];
  for (const format of new Set(wish.formats)) {
    const day = new Intl.DateTimeFormat("sv-SE").format(new Date(report.madeAt)); // YYYY-MM-DD
    const name = `${sentence(wish.language, "report.fileName", { day })}.${format}`;
    const saved = saveFree(join(folder, name), reportBytes(report, format, wish.language));
    if (!saved.ok) return saved;
    names.push(saved.value.slice(join(folder, "x").length - 1));
  }
  return ok(names);
}

function saveFree(wanted: string, bytes: Uint8Array): Result<string, AppError> {
  for (const path of freeNames(wanted, "")) {
    const saved = saveReportAs(path, bytes);
    if (saved.ok) return ok(path);
    if (saved.error.code !== "name-taken") return saved;
  }
  return err(failure("name-taken"));
}
