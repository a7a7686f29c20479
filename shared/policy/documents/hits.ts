import type { PlacedLine } from "../print/sheet.ts";
import type { DocumentType } from "./document-type.ts";
import { type Compact, compactLine, isRunningText, type Place, placeOf } from "./print-words.ts";
import { DOCUMENT_TYPES } from "./types.ts";

/** A word of a type of document, where it stands. */
export interface Hit extends Place {
  readonly type: DocumentType;
  readonly word: string;
  readonly isStrong: boolean;
  /** Index of the line. */
  readonly at: number;
}

/** Every word of every type in the lines. A word inside a longer one is not there: "居民身份证" is no part of "临时居民身份证". */
export function findHits(lines: readonly PlacedLine[]): readonly Hit[] {
  return lines.flatMap(({ line, folded }, at) => {
    const compact = compactLine(folded.text);
    if (compact.text === "" || isRunningText(line.text, folded.text, compact)) return [];
    const hits = hitsIn(compact, at);
    return distinct(hits.filter((hit) => !hits.some((other) => isInside(hit, other))));
  });
}

const hitsIn = (line: Compact, at: number): readonly Hit[] =>
  [...DOCUMENT_TYPES.values()].flatMap((type) => [
    ...wordsIn(type, type.strong, true, line, at),
    ...wordsIn(type, type.weak, false, line, at),
  ]);

const wordsIn = (
  type: DocumentType,
  list: readonly string[],
  isStrong: boolean,
  line: Compact,
  at: number,
): readonly Hit[] =>
  list.flatMap((word) => {
    const place = placeOf(word, line);
    return place ? [{ type, word, isStrong, at, ...place }] : [];
  });

const isInside = (hit: Hit, other: Hit): boolean =>
  other.end - other.start > hit.end - hit.start && other.start <= hit.start && hit.end <= other.end;

/** Two spellings of one name in one place are one word of a type. */
function distinct(hits: readonly Hit[]): readonly Hit[] {
  const kept: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => Number(b.isStrong) - Number(a.isStrong))) {
    const isSame = (other: Hit) =>
      other.type === hit.type && other.start < hit.end && hit.start < other.end;
    if (!kept.some(isSame)) kept.push(hit);
  }
  return kept;
}
