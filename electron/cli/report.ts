import { resolve } from "node:path";
import { type Report, type ReportFormat, reportFormat } from "../../shared/model/report.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { makeReport, reportBytes } from "../engine/report/reports.ts";
import { saveReportAs } from "../engine/report/save.ts";
import { sightsOf } from "../engine/scan/versions.ts";
import { type Looked, look, tellProblems } from "./look.ts";
import { namedOrComplain } from "./scan.ts";
import { EXIT, type ExitCode, language, note, reason, say } from "./terminal.ts";

interface ReportCommand {
  readonly files: Readonly<Partial<Record<ReportFormat, string>>>;
  readonly by: string | null;
  /** Without looking through the folder first. */
  readonly asIs: boolean;
}

/** `safelight report <dir>`: looks through the folder and sums up what is known of it then. */
export async function reportCommand(
  engine: OpenEngine,
  path: string,
  { files, by, asIs }: ReportCommand,
): Promise<ExitCode> {
  const wanted = reportFormat.options.filter((format) => files[format] !== undefined);
  if (wanted.length === 0) {
    note(say("cli.report.which"));
    return EXIT.wrongUse;
  }
  const [named] = namedOrComplain(engine, [path]) ?? [];
  if (named?.kind !== "folder") return EXIT.wrongUse;
  const sights = sightsOf(engine.settings().detectors);
  const looked = asIs ? null : await look(engine, [named], { depth: "full", sights });
  const { version: safelight } = engine.info();
  const madeBy = by === null || by.trim() === "" ? null : by.trim().slice(0, 120);
  const order = { root: named.path, madeBy, safelight };
  const made = await makeReport(engine.parts.catalogue, order);
  const isSaved = wanted.map((format) => save(files[format] ?? "", made, format));
  return exitCode(looked, isSaved.every(Boolean), made);
}

function save(path: string, made: Report, format: ReportFormat): boolean {
  const saved = saveReportAs(resolve(path), reportBytes(made, format, language));
  note(saved.ok ? say("cli.report.written", { path }) : `${path}: ${reason(saved.error.code)}`);
  return saved.ok;
}

function exitCode(looked: Looked | null, isSaved: boolean, { unknown }: Report): ExitCode {
  if (looked?.isStopped) return EXIT.stopped;
  if (looked) tellProblems(looked);
  const isWhole = isSaved && (looked?.problems.length ?? 0) === 0 && unknown.failed.length === 0;
  return isWhole ? EXIT.fine : EXIT.someFailed;
}
