import type { StripKind } from "../model/action.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { Coordinates } from "../model/geometry.ts";
import { mask } from "./mask.ts";

/** One fact that a file's metadata gives away, as it stands there. Never stored: see {@link toFinding}. */
export interface Revelation {
  readonly kind: StripKind;
  /** A {@link import("./meaning.ts").MetadataType}. */
  readonly type: string;
  /** Where it stands: "Exif GPS", "trailer › XMP". */
  readonly source: string;
  /** Raw. */
  readonly value: string | null;
  readonly location: Coordinates | null;
}

const SEVERITY: Readonly<Record<string, Severity>> = {
  gps: "high",
  "place-name": "medium",
  country: "low",
  "owner-name": "medium",
  author: "medium",
  "person-name": "medium",
  "face-region": "medium",
  contact: "medium",
  "host-computer": "medium",
  "serial-number": "medium",
  "trailing-data": "medium",
  "unreadable-block": "medium",
};

/** A timed track that holds places is as telling as one place; a motion track is not. */
const BY_KIND: Readonly<Record<string, Severity>> = { "location/timed-metadata": "high" };

/** What becomes of the finding of a small copy that shows something else than the picture. */
export const THUMBNAIL_DIFFERS = { type: "thumbnail-differs", severity: "high" } as const;

const FREE_TEXT: ReadonlySet<string> = new Set(["caption", "comment", "keywords"]);
// An address or a number under which a person can be reached.
const REACHES_SOMEBODY = /@[\p{L}\p{N}-]+\.|(?:\d[ ()/.-]?){7,}/u;

const SOURCE_LENGTH = 200;
const VALUE_LENGTH = 400;

/** The finding for a fact: masked, weighed. Confidence is 1, because the file states it itself. */
export function toFinding(fact: Revelation): Finding {
  const value = fact.value === null ? null : mask(fact.kind, fact.type, fact.value);
  return {
    kind: fact.kind,
    type: fact.type,
    severity: severityOf(fact),
    confidence: 1,
    box: null,
    value: value?.slice(0, VALUE_LENGTH) ?? null,
    source: fact.source.slice(0, SOURCE_LENGTH),
    location: fact.location,
  };
}

function severityOf({ kind, type, value, location }: Revelation): Severity {
  if (location) return "high";
  if (FREE_TEXT.has(type)) return REACHES_SOMEBODY.test(value ?? "") ? "medium" : "low";
  return BY_KIND[`${kind}/${type}`] ?? SEVERITY[type] ?? "low";
}
