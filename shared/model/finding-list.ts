import { z } from "zod";
import {
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  finding,
  SEVERITIES,
  type Severity,
  severityRank,
} from "./finding.ts";
import { unitBox } from "./geometry.ts";

/**
 * All findings of one photo as one short text, with what is asked of them most beside it. Made by
 * the analyst that found them and stored as it is: on the way nobody copies ten objects a photo,
 * and a row of the catalogue is one row.
 */
export interface FindingList {
  /** JSON: an array for each finding, see {@link packed}. */
  readonly text: string;
  readonly kinds: readonly FindingKind[];
  readonly severity: Severity;
}

export const NO_FINDINGS: FindingList = { text: "[]", kinds: [], severity: "none" };

/** @param severity of the photo: what its findings come to together. */
export function packFindings(findings: readonly Finding[], severity: Severity): FindingList {
  if (findings.length === 0) return NO_FINDINGS;
  const text = JSON.stringify(findings.map(packed));
  return { text, kinds: [...new Set(findings.map(({ kind }) => kind))], severity };
}

/** @throws where the text was not made by {@link packFindings}. */
export const unpackFindings = (text: string): readonly Finding[] =>
  rows.parse(JSON.parse(text)).map(unpacked);

const packed = ({ kind, type, severity, confidence, box, value, source, location }: Finding) => [
  FINDING_KINDS.indexOf(kind),
  type,
  severityRank(severity),
  confidence,
  box,
  value,
  source,
  location && [location.lat, location.lon],
];

const { type, confidence, value, source } = finding.shape;
const rows = z.array(
  z.tuple([
    z.int().min(0).lt(FINDING_KINDS.length),
    type,
    z.int().min(0).lt(SEVERITIES.length),
    confidence,
    unitBox.nullable(),
    value,
    source,
    z.tuple([z.number(), z.number()]).nullable(),
  ]),
);

function unpacked(row: z.infer<typeof rows>[number]): Finding {
  const [kind, type, rank, confidence, box, value, source, at] = row;
  return {
    kind: FINDING_KINDS[kind] ?? "hidden-data",
    type,
    severity: SEVERITIES[rank] ?? "none",
    confidence,
    box,
    value,
    source,
    location: at && { lat: at[0], lon: at[1] },
  };
}
