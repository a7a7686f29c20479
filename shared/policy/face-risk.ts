import type { Finding, Severity } from "../model/finding.ts";
import type { UnitBox } from "../model/geometry.ts";

/** How old somebody looks, with doubt; never how old somebody is. */
export type AgeBand = "child" | "possibly-child" | "adult" | "possibly-elderly" | "elderly";

/*
 * Years from which on a band begins, on 28 children, 209 adults and 18 elderly people (docs/adr/0006):
 * under 16 are 20 children and 5 adults, under 20 are 25 and 20; from 55 on 16 elderly people and 18
 * adults, from 65 on 14 and 3. The bands between say so.
 */
const LOOKS_GROWN_YEARS = 16;
const IS_SURELY_GROWN_YEARS = 20;
const MAY_BE_OLD_YEARS = 55;
const LOOKS_OLD_YEARS = 65;

/** The band of a network's guess in years; null for what is no guess. */
export function ageBand(years: number): AgeBand | null {
  if (!Number.isFinite(years)) return null;
  if (years < LOOKS_GROWN_YEARS) return "child";
  if (years < IS_SURELY_GROWN_YEARS) return "possibly-child";
  if (years < MAY_BE_OLD_YEARS) return "adult";
  return years < LOOKS_OLD_YEARS ? "possibly-elderly" : "elderly";
}

/** A face as a detector saw it. */
export interface SeenFace {
  readonly box: UnitBox;
  readonly confidence: number;
  readonly age: AgeBand | null;
}

/** The finding's type says why it is as severe as it is: a sentence stands for each in shared/text. */
const TYPES = {
  child: "child",
  "possibly-child": "possible-child",
  adult: "face",
  "possibly-elderly": "possible-elderly",
  elderly: "elderly",
} as const satisfies Record<AgeBand, string>;

/** A face is worth care; children and the old, whom swindlers seek, one step more, even when in doubt. */
const severityOf = (type: string): Severity => (type === "face" ? "medium" : "high");

/** Where what a picture shows is found. */
const PICTURE = "picture";

/** The findings for the faces of one photo. */
export const faceFindings = (faces: readonly SeenFace[]): readonly Finding[] =>
  faces.map(({ box, confidence, age }) => {
    const type = TYPES[age ?? "adult"];
    const severity = severityOf(type);
    const where = { source: PICTURE, location: null };
    return { kind: "face", type, severity, confidence, box, value: null, ...where };
  });

/** A paper in the picture: a word of the documents' vocabulary, and where it lies. */
export interface SeenPaper {
  readonly type: string;
  readonly box: UnitBox | null;
}

/** A face on a paper: no person in the photo, and never a child to be careful of. */
const PORTRAIT = "portrait";
const ON_PAPER = `${PICTURE} › `;

/**
 * Faces that lie on papers become the papers' portraits, and say on which paper: how bad that is, its
 * own finding says. Screens and posters are no papers: faces on them stay people.
 */
export const tiedToPapers = <T extends Finding>(
  findings: readonly T[],
  papers: readonly SeenPaper[],
): readonly T[] =>
  findings.map((one) => {
    const paper = one.kind === "face" ? paperUnder(one.box, papers) : undefined;
    if (paper === undefined) return one;
    return { ...one, type: PORTRAIT, severity: "low", source: ON_PAPER + paper.type };
  });

/** The type of the paper that a portrait is on; undefined for all else. */
export const paperOf = ({ type, source }: Pick<Finding, "type" | "source">): string | undefined =>
  type === PORTRAIT ? source.split(ON_PAPER)[1] : undefined;

const paperUnder = (face: UnitBox | null, papers: readonly SeenPaper[]): SeenPaper | undefined =>
  papers.find(({ box }) => face !== null && box !== null && liesIn(face, box));

/** Whether a face's middle lies in a paper that is larger than the face. */
function liesIn([x, y, w, h]: UnitBox, [px, py, pw, ph]: UnitBox): boolean {
  const [cx, cy] = [x + w / 2, y + h / 2];
  return cx >= px && cx <= px + pw && cy >= py && cy <= py + ph && w * h < pw * ph;
}
