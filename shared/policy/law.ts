import type { Finding } from "../model/finding.ts";
import { DOCUMENT_TYPES } from "./documents/types.ts";
import { ID_NUMBERS } from "./risk.ts";

/**
 * What the law calls especially sensitive, of that which photos show. "pipl": China's Personal
 * Information Protection Law; "gdpr": Regulation (EU) 2016/679.
 */
export const LAW_CATEGORIES = [
  "biometric",
  "official-identity",
  "specific-identity",
  "health",
  "financial",
  "whereabouts",
  "minors",
] as const;
export type LawCategory = (typeof LAW_CATEGORIES)[number];

/** Articles by law; null where that law has no rule of its own for it. */
interface Articles {
  readonly pipl: string;
  readonly gdpr: string | null;
}

/**
 * PIPL Art. 28(1) names biometrics, religion, specific identity, health, financial accounts,
 * whereabouts and all about children under 14, and all else whose leak endangers a person.
 * Of religion nothing is looked for in pictures.
 */
export const LAW_ARTICLES: Readonly<Record<LawCategory, Articles>> = {
  // GDPR Art. 4(14), recital 51: a photo's faces are biometric data once a machine recognises them.
  biometric: { pipl: "28", gdpr: "9" },
  // TC260-PG-20244A (2024) lists a photo of an identity card among other sensitive information.
  "official-identity": { pipl: "28", gdpr: "87" },
  // TC260-PG-20244A: the identity of a disabled person, and of professions that are kept secret.
  "specific-identity": { pipl: "28", gdpr: null },
  // GDPR Art. 4(15)
  health: { pipl: "28", gdpr: "9" },
  financial: { pipl: "28", gdpr: null },
  // TC260-PG-20244A: tracks of movement, and exact places. GDPR Art. 4(1) names locations as personal data.
  whereabouts: { pipl: "28", gdpr: null },
  // PIPL Art. 31: under 14, with the parents' consent. GDPR Art. 8, recital 38: under 16, or 13 where a state says so.
  minors: { pipl: "28, 31", gdpr: "8" },
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Papers by which a state vouches for one person. */
const IDENTITY_PAPERS = words(
  "cn-resident-id-front cn-resident-id-back cn-temp-id household-register-cn driving-licence-cn hk-macau-permit " +
    "taiwan-permit home-return-permit hkmt-residence hk-id macau-id tw-id social-security-cn birth-cert passport visa " +
    "driving-licence national-id aadhaar-in pan-card-in ssn-card-us residence-permit id-card-code",
);
const MONEY = words(
  "bank-card bank-account iban salary bank-slip payslip transfer-code payment-code wallet-code",
);
const PLACES = words(
  "gps timed-metadata boarding-pass train-ticket boarding-pass-code ticket-code place-code",
);
const CHILDREN = words("child possible-child");

type Told = Pick<Finding, "kind" | "type">;

const isHealth = ({ type }: Told): boolean =>
  type === "medical-value" ||
  type === "health-code" ||
  DOCUMENT_TYPES.get(type)?.area === "medical";

const IS_OF: Readonly<Record<LawCategory, (finding: Told) => boolean>> = {
  biometric: ({ kind }) => kind === "face",
  "official-identity": ({ type }) => IDENTITY_PAPERS.has(type) || ID_NUMBERS.has(type),
  "specific-identity": ({ type }) => type === "disability-cert",
  health: isHealth,
  financial: ({ type }) => MONEY.has(type),
  whereabouts: ({ type }) => PLACES.has(type),
  minors: ({ type }) => CHILDREN.has(type),
};

/** The categories that any of a photo's findings belong to, in the order of {@link LAW_CATEGORIES}. */
export const lawsOf = (findings: readonly Told[]): readonly LawCategory[] =>
  LAW_CATEGORIES.filter((category) => findings.some(IS_OF[category]));
