import { dirname, join } from "node:path";
import type { AppErrorCode } from "../../shared/model/errors.ts";
import {
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type Severity,
} from "../../shared/model/finding.ts";
import type { PhotoStatus } from "../../shared/model/photo.ts";
import { displayPath } from "../base/paths.ts";
import type { ListedPhoto } from "../engine/catalogue/questions.ts";
import type { OpenEngine } from "../engine/engine.ts";
import type { Named } from "./engine.ts";
import type { Looked } from "./look.ts";

/** Raise it when a script that reads the document would have to change. */
const DOCUMENT_VERSION = 1;

/** A finding as scripts see it: boxes in whole upright pixels. */
export interface FindingRecord extends Omit<Finding, "box"> {
  readonly box: readonly [x: number, y: number, w: number, h: number] | null;
}

export interface PhotoRecord {
  readonly path: string;
  readonly root: string;
  readonly format: string | null;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly status: PhotoStatus;
  readonly error: AppErrorCode | null;
  readonly severity: Severity;
  readonly findings: readonly FindingRecord[];
}

/** The one document that `scan --json` prints; README describes it and scripts depend on it. */
export interface ScanDocument {
  readonly version: number;
  readonly roots: readonly string[];
  readonly photos: readonly PhotoRecord[];
  /** What the walk passed over, folders included, and why. */
  readonly skipped: readonly {
    readonly path: string;
    readonly root: string;
    readonly reason: AppErrorCode;
  }[];
  readonly summary: ScanSummary;
}

export interface ScanSummary {
  readonly photos: number;
  readonly failed: number;
  readonly skipped: number;
  readonly findings: Readonly<Partial<Record<FindingKind, number>>>;
  readonly elapsedMs: number;
  readonly photosPerSecond: number;
}

/** The photos of what was named, in the order of their paths, each once. */
export function photoRecords(engine: OpenEngine, named: readonly Named[]): PhotoRecord[] {
  const { questions } = engine.parts.catalogue;
  const seen = new Set<number>();
  const records: PhotoRecord[] = [];
  for (const one of named) {
    const folder = one.kind === "folder" ? one.path : dirname(one.path);
    for (const photo of questions.listBelow(folder)) {
      const path = join(photo.directory, photo.name);
      if (seen.has(photo.id) || (one.kind === "file" && path !== one.path)) continue;
      seen.add(photo.id);
      records.push(photoRecord(photo, path, one.kind === "folder" ? one.path : folder));
    }
  }
  return records;
}

function photoRecord(photo: ListedPhoto, path: string, root: string): PhotoRecord {
  const { format, bytes, width, height, status, error, severity, findings } = photo;
  return {
    path: displayPath(path),
    root: displayPath(root),
    format,
    bytes,
    width,
    height,
    status,
    error,
    severity,
    findings: findings.map((finding) => ({ ...finding, box: inPixels(finding, photo) })),
  };
}

export function scanDocument(
  named: readonly Named[],
  photos: readonly PhotoRecord[],
  looked: Looked,
): ScanDocument {
  return {
    version: DOCUMENT_VERSION,
    roots: named.map(({ path }) => displayPath(path)),
    photos,
    skipped: looked.notices.map(({ root, notice }) => ({
      path: displayPath(notice.path),
      root: displayPath(root),
      reason: notice.code,
    })),
    summary: scanSummary(photos, looked),
  };
}

export function scanSummary(
  photos: readonly PhotoRecord[],
  { elapsedMs, done }: Looked,
): ScanSummary {
  const of = (status: PhotoStatus) => photos.filter((photo) => photo.status === status).length;
  const counts = FINDING_KINDS.map((kind) => [kind, countKind(photos, kind)] as const);
  return {
    photos: photos.length,
    failed: of("failed"),
    skipped: of("skipped"),
    findings: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    elapsedMs,
    photosPerSecond: Math.round((done * 10_000) / Math.max(1, elapsedMs)) / 10,
  };
}

const countKind = (photos: readonly PhotoRecord[], kind: FindingKind): number =>
  photos.reduce((sum, photo) => sum + photo.findings.filter((one) => one.kind === kind).length, 0);

/** A box in whole upright pixels; null where the photo's size is not known. */
export function inPixels(
  { box }: Pick<Finding, "box">,
  { width, height }: Pick<ListedPhoto, "width" | "height">,
): FindingRecord["box"] {
  if (!box || width === null || height === null) return null;
  const [x, y, w, h] = box;
  return [
    Math.round(x * width),
    Math.round(y * height),
    Math.round(w * width),
    Math.round(h * height),
  ];
}
