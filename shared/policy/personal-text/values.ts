import { isSentence } from "../documents/print-words.ts";
import { fold } from "../numbers/fold.ts";
import { isInRow, type PlacedLine, type Rect } from "../print/sheet.ts";
import { type Field, type LabelHit, labelsIn } from "./labels.ts";

/** A piece of a folded line. */
export interface Piece {
  /** Index of the line. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** Something personal before it has a box: pieces of lines, several for an address. */
export interface Find {
  readonly type: string;
  readonly confidence: number;
  readonly pieces: readonly Piece[];
  /** Where it must stand, for what was not read: pieces say nothing then. */
  readonly rect?: Rect;
  /** Raw, where it is not simply what is printed. */
  readonly value?: string;
}

/** A label and where its value may stand, the likeliest place first. */
export interface Labelled {
  readonly field: Field;
  readonly label: Piece;
  readonly places: readonly Piece[];
  /** The value stands on the label's own line, so that it needs no shape to be believed. */
  readonly isInline: boolean;
}

/** Sizes of print that a value may stand away from its label. */
const BESIDE = 14;
const BELOW = 2.6;
const ALIGNED = 5;
/** Between label and value, or between a label and the same in another language; a reader takes a wide gap for a dot. */
const LEAD = /^[\s:;,.·‧•・∙_\-/|()*#'"。]+/u;
const PUNCTUATION = new RegExp(`${LEAD.source}|[\\s:;,_\\-/|(*。]+$`, "gu");

/** Does a line ask for nothing? */
export const labelsFree = (text: string): boolean =>
  !labelsIn(fold(text), text).some(({ start }) => start <= 2) && !/:$/.test(text.trim());

/** All labels of the lines with the places of their values. */
export function labelled(lines: readonly PlacedLine[]): readonly Labelled[] {
  const hits = lines.map(({ line, folded }) =>
    isSentence(line.text) ? [] : labelsIn(folded, line.text),
  );
  return lines.flatMap((line, at) => labelsOf(line, at, lines, hits));
}

function labelsOf(
  line: PlacedLine,
  at: number,
  lines: readonly PlacedLine[],
  hits: Hits,
): Labelled[] {
  const { text } = line.folded;
  const own = (hits[at] ?? []).filter((hit, _, all) => isLabel(text, hit, all));
  let first: LabelHit | null = null;
  return own.flatMap((hit, order): Labelled[] => {
    const start = (first ?? hit).start;
    const label = { at, start, end: hit.end };
    const next = own[order + 1];
    const inline = trimmed(line, at, hit.end, next?.start ?? text.length);
    // "Surname / Nom" asks once: the value follows the last of the row of labels.
    const isTranslated: boolean = !inline && next?.field === hit.field;
    first = isTranslated ? (first ?? hit) : null;
    if (isTranslated) return [];
    if (inline) return [{ field: hit.field, label, places: [inline], isInline: true }];
    const places = [...beside(lines, hits, at, hit), ...below(lines, hits, at, start)];
    return [{ field: hit.field, label, places, isInline: false }];
  });
}

/** A label begins its line, or follows a sign, a number, another label, or has a colon behind it. */
function isLabel(text: string, hit: LabelHit, all: readonly LabelHit[]): boolean {
  const before = text.slice(0, hit.start).trimEnd();
  if (before === "" || /^ ?[:;]/.test(text.slice(hit.end))) return true;
  const isLatin = /^[A-Z]/.test(text.slice(hit.start));
  const isRunOn = isLatin && before.length === hit.start;
  // "4d LIC#": cards and forms number their fields.
  if (/(?:^|[^A-Z\d])\d{1,2}[A-Z]?$/.test(before)) return true;
  const follows = all.some((other) => other.end === before.length);
  return isRunOn || follows || !/\p{L}$/u.test(before) || (!isLatin && before.length < hit.start);
}

const trimmed = (line: PlacedLine, at: number, from: number, to: number): Piece | null => {
  const text = line.folded.text.slice(from, to);
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead).replace(PUNCTUATION, "");
  // "Surname / Nom (1)": the number of the field is no value.
  return rest === "" || /^\d{1,2}\)?$/.test(rest)
    ? null
    : { at, start: from + lead, end: from + lead + rest.length };
};

const whole = (line: PlacedLine | undefined, at: number): Piece[] => {
  const piece = line ? trimmed(line, at, 0, line.folded.text.length) : null;
  return piece ? [piece] : [];
};

type Hits = readonly (readonly LabelHit[])[];

/** Does a line begin with a label of its own? */
const asks = (lines: readonly PlacedLine[], hits: Hits, at: number): boolean =>
  (hits[at] ?? []).some(({ start }) => start <= 2) ||
  /:$/.test(lines[at]?.folded.text.trim() ?? "");

/** The next line of the row, when the label ends its own. */
function beside(lines: readonly PlacedLine[], hits: Hits, at: number, { end }: LabelHit): Piece[] {
  const own = lines[at];
  if (own?.folded.text.slice(end).replace(PUNCTUATION, "") !== "") return [];
  const right = lines
    .map((line, index) => ({ line, index, gap: line.rect.left - own.rect.right }))
    .filter(
      ({ line, index, gap }) =>
        index !== at && gap > -own.size && gap < BESIDE * own.size && isInRow(line, own),
    )
    .sort((a, b) => a.gap - b.gap)[0];
  if (!right || asks(lines, hits, right.index)) return [];
  return whole(right.line, right.index);
}

/** Lines under the label that begin where it begins, the nearest first. */
function below(lines: readonly PlacedLine[], hits: Hits, at: number, start: number): Piece[] {
  const own = lines[at];
  if (!own) return [];
  const { rect, size, folded } = own;
  const length = Math.max(1, folded.text.length);
  const left = rect.left + ((rect.right - rect.left) * start) / length;
  return lines
    .map((line, index) => ({ line, index, gap: line.rect.top - rect.bottom }))
    .filter(({ line, gap }) => gap > -0.6 * size && gap < BELOW * Math.max(size, line.size))
    .filter(({ line, index }) => index !== at && line.rect.top > rect.top + 0.4 * size)
    .filter(({ line }) => Math.abs(line.rect.left - left) < ALIGNED * Math.max(size, line.size))
    .filter(({ index }) => !asks(lines, hits, index))
    .sort((a, b) => a.gap - b.gap)
    .flatMap(({ line, index }) => whole(line, index))
    .slice(0, 1);
}

/** Other labels in the row of a table's head, at least. */
const HEADS = 2;

/** Is the label one of a row of labels, with nothing asked for beside it? */
export function isHead(lines: readonly PlacedLine[], { at, start, end }: Piece): boolean {
  const own = lines[at];
  // A head says one word; what says more is a field of a form.
  if (!own || own.folded.text.trim().length > end - start + 3) return false;
  const row = lines.filter((line) => isInRow(line, own));
  const labels = row.flatMap(({ line, folded }) => labelsIn(folded, line.text));
  const isBare = row.every(({ folded }) => !/\d{3}|:/.test(folded.text));
  return labels.length > HEADS && isBare;
}

/** The cells under the head of a column, as long as each fits and none is skipped. */
export function column(
  lines: readonly PlacedLine[],
  head: Piece,
  fits: (text: string) => boolean,
): readonly Piece[] {
  const top = lines[head.at];
  if (!top) return [];
  const middleOf = (line: PlacedLine) => (line.rect.left + line.rect.right) / 2;
  const under = lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.rect.top > top.rect.bottom - 0.5 * top.size)
    .filter(
      ({ line }) =>
        Math.abs(line.rect.left - top.rect.left) < ALIGNED * top.size ||
        Math.abs(middleOf(line) - middleOf(top)) < ALIGNED * top.size,
    )
    .sort((a, b) => a.line.rect.top - b.line.rect.top);
  const cells: Piece[] = [];
  let last = top;
  for (const { line, index } of under) {
    // A cell or two may not have been read.
    if (line.rect.top - last.rect.bottom > 5 * top.size) break;
    const [piece] = whole(line, index);
    const text = piece ? line.folded.text.slice(piece.start, piece.end) : "";
    if (piece && labelsFree(line.line.text) && fits(text)) {
      cells.push(piece);
      last = line;
    }
  }
  return cells;
}
