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

/** A face on a paper. ("portrait" is the depth data of a portrait mode.) */
const PORTRAIT = "document-portrait";

/** A face is worth care; children and the old, whom swindlers seek, one step more, even when in doubt. */
const severityOf = (type: string): Severity =>
  type === "face" ? "medium" : type === PORTRAIT ? "low" : "high";

/**
 * The findings for the faces of one photo. A face on a paper is the paper's portrait: not a person in
 * the photo, and never a child to be careful of; how bad the paper is, its own finding says.
 */
export function faceFindings(
  faces: readonly SeenFace[],
  papers: readonly UnitBox[],
): readonly Finding[] {
  return faces.map(({ box, confidence, age }) => {
    const type = papers.some((paper) => liesIn(box, paper)) ? PORTRAIT : TYPES[age ?? "adult"];
    return {
      kind: "face",
      type,
      severity: severityOf(type),
      confidence,
      box,
      value: null,
      source: "picture",
      location: null,
    };
  });
}

/** Whether a face's middle lies in a paper that is larger than the face. */
function liesIn([x, y, w, h]: UnitBox, [px, py, pw, ph]: UnitBox): boolean {
  const [cx, cy] = [x + w / 2, y + h / 2];
  return cx >= px && cx <= px + pw && cy >= py && cy <= py + ph && w * h < pw * ph;
}
