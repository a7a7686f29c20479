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
  /** The type of the worst document in it. */
  readonly document: string | null;
}

/** A finding with the word that tells its value from others, see electron/engine/scan/item-word.ts. */
export interface MarkedFinding extends Finding {
  readonly word?: string | undefined;
}

export const NO_FINDINGS: FindingList = {
  text: "[]",
  kinds: [],
  severity: "none",
  document: null,
};

/** @param severity of the photo: what its findings come to together. */
export function packFindings(findings: readonly MarkedFinding[], severity: Severity): FindingList {
  if (findings.length === 0) return NO_FINDINGS;
  const text = JSON.stringify(findings.map(packed));
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return { text, kinds, severity, document: worstDocument(findings) };
}

const worstDocument = (findings: readonly Finding[]): string | null =>
  findings
    .filter(({ kind }) => kind === "document")
    .sort((a, b) => severityRank(b.severity) - severityRank(a.severity))[0]?.type ?? null;

/** @throws where the text was not made by {@link packFindings}. */
export const unpackFindings = (text: string): readonly Finding[] =>
  rows.parse(JSON.parse(text)).map(unpacked);

/** The findings with their words, for counting only: a word is never shown. @throws as above. */
export const unpackMarked = (text: string): readonly MarkedFinding[] =>
  rows.parse(JSON.parse(text)).map((row) => {
    const word = row[8];
    return word === undefined ? unpacked(row) : { ...unpacked(row), word };
  });

const packed = (finding: MarkedFinding) => {
  const { kind, type, severity, confidence, box, value, source, location, word } = finding;
  const row = [
    FINDING_KINDS.indexOf(kind),
    type,
    severityRank(severity),
    confidence,
    box,
    value,
    source,
    location && [location.lat, location.lon],
  ];
  return word === undefined ? row : [...row, word];
};

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
    // Photos that were read before there were words have none.
    z.string().max(8).optional(),
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
