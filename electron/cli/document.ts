import type { AppErrorCode } from "../../shared/model/errors.ts";
import {
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type Severity,
} from "../../shared/model/finding.ts";
import type { PhotoId } from "../../shared/model/ids.ts";
import type { PhotoDetail, PhotoStatus } from "../../shared/model/photo.ts";
import { displayPath } from "../base/paths.ts";
import type { OpenEngine } from "../engine/engine.ts";
import { isWithin } from "../engine/scan/scans.ts";
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

export function photoRecord(
  engine: OpenEngine,
  id: PhotoId,
  named: readonly Named[],
): PhotoRecord | undefined {
  const detail = engine.photos.get(id);
  const place = engine.parts.catalogue.photos.place(id);
  if (!detail.ok || !place) return undefined;
  const root = named.find(({ path }) => isWithin(place.path, path))?.path ?? place.directory;
  const { format, bytes, width, height, status, error, severity, findings } = detail.value;
  return {
    path: displayPath(place.path),
    root: displayPath(root),
    format,
    bytes,
    width,
    height,
    status,
    error,
    severity,
    findings: findings.map((finding) => ({ ...finding, box: inPixels(finding, detail.value) })),
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

function inPixels({ box }: Finding, { width, height }: PhotoDetail): FindingRecord["box"] {
  if (!box || width === null || height === null) return null;
  const [x, y, w, h] = box;
  return [
    Math.round(x * width),
    Math.round(y * height),
    Math.round(w * width),
    Math.round(h * height),
  ];
}
