import type { AppErrorCode } from "../../shared/model/errors.ts";
import {
  DETECTOR_OF,
  type DetectorId,
  type Finding,
  type Severity,
  severityRank,
} from "../../shared/model/finding.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { sightsOf } from "../engine/scan/versions.ts";
import { type PhotoRecord, photoRecords, type ScanDocument, scanDocument } from "./document.ts";
import { type Named, nameOf } from "./engine.ts";
import { type Looked, look, tellProblems } from "./look.ts";
import { placesInWords } from "./places.ts";
import { EXIT, type ExitCode, note, print, reason, say } from "./terminal.ts";

export interface ScanCommand {
  readonly json: boolean;
  readonly ndjson: boolean;
  readonly metadataOnly: boolean;
  readonly detectors: readonly DetectorId[] | null;
  readonly thorough: boolean;
  readonly failOn: Severity | null;
}

/** `safelight scan <dir>…` */
export async function scanCommand(
  engine: OpenEngine,
  paths: readonly string[],
  options: ScanCommand,
): Promise<ExitCode> {
  const named = namedOrComplain(engine, paths);
  if (!named) return EXIT.wrongUse;
  const usual = engine.settings();
  const effort = options.thorough ? "thorough" : usual.effort;
  const sights = options.metadataOnly ? [] : sightsOf(options.detectors ?? usual.detectors, effort);
  const depth = options.metadataOnly ? "quick" : "full";
  const looked = await look(engine, named, { depth, sights });
  const records = photoRecords(engine, named);
  const photos = records.map((record) => onlyAsked(record, options.detectors));
  const document = scanDocument(named, photos, looked);
  if (options.json) print(JSON.stringify(document));
  else if (options.ndjson) printLines(document);
  else tell(engine, document, looked);
  return exitCode(document, looked, options.failOn);
}

/** Looks all paths up first: a typing mistake in the last one must not cost an hour. */
export function namedOrComplain(engine: OpenEngine, paths: readonly string[]): Named[] | undefined {
  const found = paths.map((path) => ({ path, named: nameOf(engine, path) }));
  for (const { path, named } of found) {
    if (!named.ok) note(say("cli.wrongFolder", { path, reason: reason(named.error) }));
  }
  const named = found.flatMap((one) => (one.named.ok ? [one.named.value] : []));
  return named.length === paths.length ? named : undefined;
}

/** Metadata findings belong to the detector `location`; the catalogue may know more than was asked for. */
function onlyAsked(record: PhotoRecord, detectors: readonly DetectorId[] | null): PhotoRecord {
  if (detectors === null) return record;
  const findings = record.findings.filter(({ kind }) => isAsked(kind, detectors));
  const ranks = findings.map(({ severity }) => severityRank(severity));
  const severity = findings.find(
    (one) => severityRank(one.severity) === Math.max(...ranks),
  )?.severity;
  return { ...record, findings, severity: severity ?? "none" };
}

/** That a picture was not seen is told to whoever asked for anything in it. */
const isAsked = (kind: Finding["kind"], detectors: readonly DetectorId[]): boolean =>
  kind === "unseen" ? sightsOf(detectors).length > 0 : detectors.includes(DETECTOR_OF[kind]);

function printLines({ photos, photos: _, ...rest }: ScanDocument) {
  for (const photo of photos) print(JSON.stringify(photo));
  print(JSON.stringify(rest));
}

function tell(engine: OpenEngine, document: ScanDocument, looked: Looked) {
  const { photos, skipped, summary } = document;
  const bad = photos.filter(({ severity }) => severity !== "none");
  for (const photo of bad.sort((a, b) => severityRank(b.severity) - severityRank(a.severity))) {
    const kinds = [...new Set(photo.findings.map(({ kind }) => say(`kind.${kind}.name`)))];
    const facts = [kinds.join(", "), ...placesInWords(engine, photo.findings)];
    print([say(`severity.${photo.severity}.name`), photo.path, ...facts].join("  "));
  }
  const failed = photos.filter(({ status }) => status === "failed");
  if (failed.length > 0) note(say("cli.scan.failed", { count: failed.length }));
  for (const { path, error } of failed) note(`  ${path}: ${reason(error ?? "unexpected")}`);
  for (const one of skipped) {
    note(say("cli.scan.skipped", { path: one.path, reason: reasonInShort(one.reason) }));
  }
  const dangerous = photos.filter(
    ({ severity }) => severityRank(severity) >= severityRank("high"),
  ).length;
  const key = bad.length === 0 ? "cli.scan.nothing" : "cli.scan.found";
  note(say(key, { count: summary.photos, dangerous }));
  if (looked.isStopped) note(say("cli.stopped"));
}

const reasonInShort = (code: AppErrorCode): string => say(`errorShort.${code}`);

function exitCode(
  { photos, skipped, summary }: ScanDocument,
  looked: Looked,
  failOn: Severity | null,
): ExitCode {
  if (looked.isStopped) return EXIT.stopped;
  tellProblems(looked);
  const reaches = (photo: PhotoRecord) =>
    failOn !== null && failOn !== "none" && severityRank(photo.severity) >= severityRank(failOn);
  if (photos.some(reaches)) return EXIT.foundAtOrAbove;
  const isUnseen = skipped.some((one) => one.reason === "folder-unreadable");
  return summary.failed > 0 || looked.problems.length > 0 || isUnseen ? EXIT.someFailed : EXIT.fine;
}
