import { type Finding, type Severity, severityRank, worst } from "../model/finding.ts";
import { DOCUMENT_TYPES } from "./documents/types.ts";

/** What somebody could do with a photo, the worst first; `risk.<word>` in shared/text says it. */
export const RISK_STORIES = [
  "many-people",
  "identity-kit",
  "identity-paper",
  "bank",
  "child-known",
  "account",
  "health",
  "old-age",
  "education",
  "home-known",
  "whereabouts",
  "reachable",
  "face",
  "paper",
] as const;
export type RiskStory = (typeof RISK_STORIES)[number];

/** How bad a photo is, and what could be done with it. What the law calls it is in law.ts. */
export interface Risk {
  readonly severity: Severity;
  /** Null when nothing is in it that somebody could use. */
  readonly story: RiskStory | null;
}

type Told = Pick<Finding, "kind" | "type" | "severity">;

/** Numbers by which a state knows one person. */
export const ID_NUMBERS: ReadonlySet<string> = new Set(
  (
    "cn-resident-id cn-resident-id-15 mrz passport-number travel-permit hk-id macau-id tw-id aadhaar pan-in ssn " +
    "nino dni-es nie-es de-id cpf nir-fr pesel-pl tckn-tr nric-sg rrn-kr id-number licence-number"
  ).split(" "),
);
const FINANCIAL: ReadonlySet<string> = new Set(
  "bank-card bank-account iban salary bank-slip payslip tax-form".split(" "),
);
const ACCESS: ReadonlySet<string> = new Set(["password", "wifi-password", "one-time-code"]);
const CHILD: ReadonlySet<string> = new Set(["child", "possible-child", "child-face"]);
const REACHES: ReadonlySet<string> = new Set(["phone", "email", "social-handle", "contact"]);
const NAMES: ReadonlySet<string> = new Set(["full-name", "person-name", "owner-name"]);

/** Items of one sort from which a photo is a list of people. */
const LIST = 8;

/** What a photo gives away, as questions. */
interface Facts {
  readonly people: number;
  readonly idNumber: boolean;
  readonly face: boolean;
  readonly child: boolean;
  readonly name: boolean;
  readonly address: boolean;
  readonly reach: boolean;
  readonly place: boolean;
  readonly financial: boolean;
  readonly bankCard: boolean;
  readonly access: boolean;
  readonly health: boolean;
  readonly idPaper: boolean;
  readonly area: ReadonlySet<string>;
  readonly paper: boolean;
}

function factsOf(findings: readonly Told[]): Facts {
  const types = findings.map(({ type }) => type);
  const has = (set: ReadonlySet<string>) => types.some((type) => set.has(type));
  const papers = findings.filter(({ kind, severity }) => kind === "document" && severity !== "low");
  const count = (set: ReadonlySet<string>) => types.filter((type) => set.has(type)).length;
  const area = new Set(papers.flatMap(({ type }) => DOCUMENT_TYPES.get(type)?.area ?? []));
  return {
    people: Math.max(count(ID_NUMBERS), count(new Set(["phone"])), count(new Set(["bank-card"]))),
    idNumber: has(ID_NUMBERS),
    face: findings.some(({ kind }) => kind === "face"),
    child: has(CHILD),
    name: has(NAMES),
    address: types.includes("home-address"),
    reach: has(REACHES),
    place: types.includes("gps") || findings.some(({ type }) => type === "timed-metadata"),
    financial: has(FINANCIAL) || papers.some(({ type }) => FINANCIAL.has(type)),
    bankCard: types.includes("bank-card"),
    access: has(ACCESS),
    health: types.includes("medical-value") || area.has("medical"),
    idPaper: papers.some(({ severity, type }) => severity === "critical" && type !== "bank-card"),
    area,
    paper: papers.length > 0,
  };
}

/** Each story: when it is told, and how bad the photo then is at least. */
const STORIES: Readonly<
  Record<RiskStory, readonly [when: (facts: Facts) => boolean, atLeast: Severity]>
> = {
  "many-people": [({ people }) => people >= LIST, "critical"],
  "identity-kit": [(f) => f.idNumber && f.face && (f.address || f.idPaper), "critical"],
  "identity-paper": [(f) => f.idPaper || (f.idNumber && (f.name || f.address)), "critical"],
  bank: [(f) => f.bankCard || (f.financial && f.name), "high"],
  "child-known": [
    (f) => f.child && (f.name || f.address || f.place || f.area.has("education")),
    "critical",
  ],
  account: [({ access }) => access, "high"],
  health: [(f) => f.health, "high"],
  "old-age": [({ area }) => area.has("old-age"), "high"],
  education: [({ area }) => area.has("education"), "high"],
  "home-known": [(f) => f.address || (f.place && f.name), "high"],
  whereabouts: [({ place }) => place, "high"],
  reachable: [(f) => f.reach, "medium"],
  face: [({ face }) => face, "low"],
  paper: [(f) => f.paper || f.idNumber || f.financial, "low"],
};

/** What a photo's findings mean together. */
export function riskOf(findings: Iterable<Told>): Risk {
  const all = [...findings];
  const facts = factsOf(all);
  const single = worst(all.map(({ severity }) => severity));
  const story = RISK_STORIES.find((word) => STORIES[word][0](facts)) ?? null;
  const atLeast = RISK_STORIES.filter((word) => STORIES[word][0](facts)).map(
    (word) => STORIES[word][1],
  );
  return { severity: worst([single, ...atLeast]), story };
}

/** How bad a photo is: as bad as its findings together. */
export const photoSeverity = (findings: Iterable<Told>): Severity => riskOf(findings).severity;

/** Is it worse than each of its findings alone? Then only the story can say why. */
export const isWorseTogether = (findings: readonly Told[]): boolean =>
  severityRank(photoSeverity(findings)) > severityRank(worst(findings.map((one) => one.severity)));
