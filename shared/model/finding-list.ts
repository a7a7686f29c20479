import { z } from "zod";
import { packClues } from "./clues.ts";
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
import {
  monthNumber,
  packSighting,
  type SeenPlace,
  type Sighting,
  WEEK_PARTS,
} from "./sighting.ts";

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
  /** What insights count of it; null for nothing. */
  readonly clues: string | null;
  /** Where it was taken, and roughly when. */
  readonly sighting: Sighting | null;
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
  clues: null,
  sighting: null,
};

/** @param severity of the photo: what its findings come to together. */
export function packFindings(findings: readonly MarkedFinding[], severity: Severity): FindingList {
  if (findings.length === 0) return NO_FINDINGS;
  const text = JSON.stringify(findings.map(packed));
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  const document = worstDocument(findings);
  return {
    text,
    kinds,
    severity,
    document,
    clues: packClues(findings),
    sighting: sightingIn(findings),
  };
}

/** A photo was taken at one place: the first that a file states is the camera's. */
function sightingIn(findings: readonly Finding[]): Sighting | null {
  const place = findings.find(({ location }) => location !== null)?.location;
  return place ? packSighting(place) : null;
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
    location && placeRow(location),
  ];
  return word === undefined ? row : [...row, word];
};

const placeRow = ({ lat, lon, when }: SeenPlace) =>
  when === undefined ? [lat, lon] : [lat, lon, WEEK_PARTS.indexOf(when.part), when.month];

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
    z
      .union([
        z.tuple([z.number(), z.number()]),
        z.tuple([z.number(), z.number(), z.int().min(0).lt(WEEK_PARTS.length), monthNumber]),
      ])
      .nullable(),
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
    location: at && placeIn(at),
  };
}

function placeIn([lat, lon, rank, month]: readonly [number, number, number?, number?]): SeenPlace {
  const part = rank === undefined ? undefined : WEEK_PARTS[rank];
  if (part === undefined || month === undefined) return { lat, lon };
  return { lat, lon, when: { part, month } };
}
