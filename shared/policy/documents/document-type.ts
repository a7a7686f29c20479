import type { Severity } from "../../model/finding.ts";

/** What a document looks like: how its print lies on it, and its shape. */
export type Shape =
  /** 85.6 × 54 mm, ISO/IEC 7810 ID-1. */
  | "card"
  /** 125 × 88 mm, ISO/IEC 7810 ID-3: the page of a passport with the portrait. */
  | "booklet"
  /** Paper of any size: print all over, a margin around. */
  | "paper";

/** The areas whose papers cause most harm to the young, the sick and the old. */
export type Area = "education" | "medical" | "old-age";

/** One type of document and what is printed on it. */
export interface DocumentType {
  /** A word of the finding vocabulary. */
  readonly id: string;
  readonly severity: Severity;
  readonly shape: Shape;
  readonly area?: Area;
  /** Words that name it; one is enough. Capitals, without accents, spaces and punctuation. */
  readonly strong: readonly string[];
  /** Words that stand on it, and elsewhere. */
  readonly weak: readonly string[];
  /** How many weak words prove it without a strong one. */
  readonly weakOnly?: number;
  /** Types of numbers that it carries. */
  readonly numbers: readonly string[];
  /** Names no one paper, so any other type that is found in the same place is the better word. */
  readonly isVague?: true;
}

/** "A|B|C" as a list: tables of words read better without quotes. */
export const words = (list: string): readonly string[] => list.split("|");
