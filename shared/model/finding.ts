import { z } from "zod";
import { unitBox } from "./geometry.ts";
import { seenPlace } from "./sighting.ts";

/** What sort of harm a finding is about. The order is the order people see them in. */
export const FINDING_KINDS = [
  "location",
  "identity",
  "device",
  "time",
  "thumbnail",
  "hidden-data",
  "face",
  "document",
  "personal-text",
  "barcode",
  /** No find: something in the file or the picture that nobody has seen, so nobody may call it clean. */
  "unseen",
] as const;
export const findingKind = z.enum(FINDING_KINDS);
export type FindingKind = z.infer<typeof findingKind>;

/** From harmless to "act today". Compare with {@link severityRank}. */
export const SEVERITIES = ["none", "low", "medium", "high", "critical"] as const;
export const severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severity>;

export const severityRank = (level: Severity): number => SEVERITIES.indexOf(level);

export const worst = (levels: Iterable<Severity>): Severity =>
  [...levels].reduce<Severity>((a, b) => (severityRank(b) > severityRank(a) ? b : a), "none");

/**
 * One thing a photo gives away. `value` is masked before it leaves the analyst; a raw personal
 * value is never part of a finding. `source` says where it stands ("Exif GPS", "trailer › XMP").
 */
export const finding = z.object({
  kind: findingKind,
  /** A word of the kind's own vocabulary, kebab-case: `gps`, `owner-name`, `serial-number`… */
  type: z.string().min(1).max(60),
  severity,
  /** 0–1; 1 where a file format states it, less where a model or a rule believes it. */
  confidence: z.number().min(0).max(1),
  box: unitBox.nullable(),
  value: z.string().max(400).nullable(),
  source: z.string().max(200),
  location: seenPlace.nullable(),
});
export type Finding = z.infer<typeof finding>;

/** What a person said of a finding: it may stay, or it is not there at all. */
export const verdict = z.enum(["fine", "wrong"]);
export type Verdict = z.infer<typeof verdict>;

export const detectorId = z.enum(["location", "faces", "documents", "text", "barcodes"]);
export type DetectorId = z.infer<typeof detectorId>;

/** Which detector finds what; `location` reads the file, the others look at its picture. */
export const DETECTOR_OF: Readonly<Record<Exclude<FindingKind, "unseen">, DetectorId>> = {
  location: "location",
  identity: "location",
  device: "location",
  time: "location",
  thumbnail: "location",
  "hidden-data": "location",
  face: "faces",
  document: "documents",
  "personal-text": "text",
  barcode: "barcodes",
};
