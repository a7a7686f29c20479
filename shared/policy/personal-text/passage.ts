import type { PlacedLine } from "../print/sheet.ts";
import type { Piece } from "./values.ts";

/** Lines read on as one text: an address that breaks anywhere, a code below its sentence. */
export interface Passage {
  readonly text: string;
  /** The pieces of lines that a span of the text is made of. */
  readonly pieces: (start: number, end: number) => readonly Piece[];
  /** Characters of its first line. */
  readonly first: number;
}

export function passage(
  lines: readonly PlacedLine[],
  indices: readonly number[],
  gap = "",
): Passage {
  const parts: { at: number; from: number; text: string }[] = [];
  let text = "";
  for (const at of indices) {
    const own = lines[at]?.folded.text ?? "";
    if (parts.length > 0) text += gap;
    parts.push({ at, from: text.length, text: own });
    text += own;
  }
  return {
    text,
    first: parts[0]?.text.length ?? 0,
    pieces: (start, end) =>
      parts.flatMap(({ at, from, text: own }) => {
        const [left, right] = [Math.max(0, start - from), Math.min(own.length, end - from)];
        return left < right ? [{ at, start: left, end: right }] : [];
      }),
  };
}

/** The line and those right under it, two at most: lines that begin near where it begins, close below. */
export function linesFrom(lines: readonly PlacedLine[], at: number): readonly number[] {
  const chain = [at];
  for (let last = lines[at]; last && chain.length < 3; ) {
    const own: PlacedLine = last;
    const next = lines.findIndex((line, index) => !chain.includes(index) && isUnder(own, line));
    if (next < 0) break;
    chain.push(next);
    last = lines[next];
  }
  return chain;
}

export const isUnder = ({ rect, size }: PlacedLine, next: PlacedLine): boolean =>
  next.rect.top - rect.bottom < 0.9 * size &&
  next.rect.top > rect.top + 0.5 * size &&
  next.rect.bottom > rect.bottom + 0.3 * size &&
  Math.abs(next.rect.left - rect.left) < 4 * size &&
  Math.abs(next.size - size) < 0.5 * size;
