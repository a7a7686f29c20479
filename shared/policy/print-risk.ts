import type { Finding, Severity } from "../model/finding.ts";
import type { UnitBox } from "../model/geometry.ts";
import { DOCUMENT_TYPES } from "./documents/types.ts";
import { maskPrint } from "./mask-print.ts";

/** How bad each sort of personal text is by itself; what it does together with others is in risk.ts. */
export const PRINT_SEVERITY = {
  "cn-resident-id": "high",
  "cn-resident-id-15": "high",
  "cn-resident-id-masked": "low",
  mrz: "critical",
  "passport-number": "high",
  "travel-permit": "high",
  "hk-id": "high",
  "macau-id": "high",
  "tw-id": "high",
  aadhaar: "high",
  "pan-in": "high",
  ssn: "high",
  nino: "high",
  "dni-es": "high",
  "nie-es": "high",
  "de-id": "high",
  cpf: "high",
  "nir-fr": "high",
  "pesel-pl": "high",
  "tckn-tr": "high",
  "nric-sg": "high",
  "rrn-kr": "high",
  "id-number": "high",
  "licence-number": "high",
  "bank-card": "high",
  "bank-account": "medium",
  iban: "medium",
  uscc: "low",
  "full-name": "low",
  "birth-date": "medium",
  "home-address": "high",
  "street-address": "low",
  phone: "medium",
  email: "medium",
  "social-handle": "medium",
  "licence-plate": "medium",
  vin: "low",
  "student-number": "medium",
  "medical-number": "medium",
  "member-number": "medium",
  "medical-value": "high",
  salary: "medium",
  "wifi-password": "high",
  password: "high",
  "one-time-code": "high",
} as const satisfies Readonly<Record<string, Severity>>;
export type PrintType = keyof typeof PRINT_SEVERITY;

/** A document or a piece of personal text as a detector saw it; raw. */
export interface SeenPrint {
  readonly kind: "document" | "personal-text";
  readonly type: string;
  readonly confidence: number;
  readonly box: UnitBox;
  readonly value: string | null;
}

/** A weaker belief is told one step lower: a mere shape under a label, a name of a paper alone. */
const DOUBTFUL = 0.65;

/** The findings for what can be read in one photo: masked, weighed. */
export function printFindings(seen: readonly SeenPrint[]): readonly Finding[] {
  const texts = seen.filter(({ kind }) => kind === "personal-text");
  return seen.map(({ kind, type, confidence, box, value }): Finding => {
    const isBlank = kind === "document" && isEmpty(box, texts);
    return {
      kind,
      type,
      severity: isBlank
        ? lowest(severityOf(kind, type))
        : doubted(severityOf(kind, type), confidence),
      confidence: isBlank ? Math.min(confidence, BLANK_CONFIDENCE) : confidence,
      box,
      value: value === null ? null : maskPrint(type, value),
      source: "picture",
      location: null,
    };
  });
}

/** A form that nobody has filled in says little of anybody. */
const BLANK_CONFIDENCE = 0.5;
const lowest = (level: Severity): Severity => (level === "critical" ? "medium" : "low");

const severityOf = (kind: SeenPrint["kind"], type: string): Severity => {
  if (kind === "document") return DOCUMENT_TYPES.get(type)?.severity ?? "medium";
  return Object.hasOwn(PRINT_SEVERITY, type) ? PRINT_SEVERITY[type as PrintType] : "medium";
};

const doubted = (level: Severity, confidence: number): Severity => {
  if (confidence >= DOUBTFUL) return level;
  return level === "critical" ? "high" : level === "high" ? "medium" : level;
};

/** Does none of the texts lie on it? */
const isEmpty = ([x, y, w, h]: UnitBox, texts: readonly SeenPrint[]): boolean =>
  !texts.some(({ box: [left, top, width, height] }) => {
    const [cx, cy] = [left + width / 2, top + height / 2];
    return cx >= x && cx <= x + w && cy >= y && cy <= y + h;
  });
