import { compact, plainLatin } from "../numbers/fold.ts";
import { isBirthDay } from "../numbers/rule.ts";
import { isInRow, type PlacedLine } from "../print/sheet.ts";
import { goesOn, isAddressLike } from "./addresses.ts";
import type { Field } from "./labels.ts";
import { PHONE_LIKE } from "./phones.ts";
import { dateIn, isChineseName, isLatinName } from "./shapes.ts";
import { column, type Find, isHead, type Labelled, labelsFree, type Piece } from "./values.ts";

/** Labels that a number belongs under, and what it is then called where that is another word. */
export const TYPE_OF_NUMBER: Readonly<
  Record<string, { readonly type?: string; readonly fields: readonly Field[] }>
> = {
  "cn-mobile": { type: "phone", fields: ["phone"] },
  "cn-landline": { type: "phone", fields: ["phone"] },
  "cn-passport": { type: "passport-number", fields: ["passport-number", "id-number"] },
  "travel-permit": { fields: ["travel-permit", "id-number"] },
  "bank-card": { fields: ["bank-card", "bank-account"] },
  uscc: { fields: ["id-number"] },
  vin: { fields: ["vin"] },
  ...Object.fromEntries(
    "cn-resident-id cn-resident-id-15 macau-id tw-id aadhaar pan-in ssn dni-es nie-es de-id cpf pesel-pl tckn-tr nric-sg"
      .split(" ")
      .map((type) => [type, { fields: ["id-number", "licence-number", "member-number"] }]),
  ),
};

/** A string that could be somebody's number: digits among letters, no words. */
const isCode = (text: string): boolean =>
  /^[A-Z\d](?:[ ./*-]{0,2}[A-Z\d]){3,30}$/.test(text) &&
  compact(text).replace(/\D/g, "").length >= Math.max(3, compact(text).length * 0.35);
const isToken = (text: string): boolean => /^\S{4,64}$/.test(text) && !/^[*•·]+$/.test(text);

/** What a value of a field must look like. */
const SHAPES: Readonly<Partial<Record<Field, (folded: string) => boolean>>> = {
  "full-name": (text) => isChineseName(text) || isLatinName(text),
  "home-address": isAddressLike,
  "id-number": isCode,
  "passport-number": isCode,
  "licence-number": isCode,
  "travel-permit": isCode,
  "bank-account": isCode,
  "student-number": isCode,
  "medical-number": isCode,
  "member-number": isCode,
  vin: (text) => /^[A-HJ-NPR-Z\d]{17}$/.test(compact(text)),
  "licence-plate": (text) =>
    /^[A-Z\d\u3400-\u9fff](?:[ ·-]?[A-Z\d]){3,8}$/u.test(text) && /\d{2}/.test(text),
  "medical-value": (text) =>
    (/\p{L}{2,}/u.test(text) && text.length <= 60) ||
    /^(?:A|B|AB|O)[+-]?$|^\d{2,3}\/\d{2,3}/.test(text),
  salary: (text) => /^(?:RMB|CNY|USD|EUR|[¥$€£]|元)? ?\d[\d., ]*\d ?(?:元|EUR|€|USD)?$/u.test(text),
  "social-handle": (text) => /^@?[A-Z][\w.-]{4,30}$|^[1-9]\d{4,11}$/.test(text),
  "wifi-password": isToken,
  password: isToken,
  "one-time-code": (text) => /^\d{4,8}$|^[A-Z\d]-?\d{4,8}$|^\d{1,3}-\d{1,3}-\d{2,5}$/.test(text),
};

/** Columns of a table hold one of these in each row. */
const TABULAR: ReadonlySet<Field> = new Set(["full-name", "student-number", "salary"]);

/** What stands under or behind a label and has the shape of what it asks for. */
export function labelFinds(
  lines: readonly PlacedLine[],
  asked: readonly Labelled[],
  today: string,
): readonly Find[] {
  return asked.flatMap((one) => [...firstValue(one, lines, today), ...cellsOf(one, lines)]);
}

function firstValue(
  { field, places, isInline }: Labelled,
  lines: readonly PlacedLine[],
  today: string,
) {
  for (const place of places) {
    const text = textAt(lines, place);
    const row = field === "birth-date" || field === "home-address" ? restOfRow(lines, place) : [];
    const find =
      field === "birth-date"
        ? birthDate([place, ...row], lines, today)
        : field === "phone"
          ? phone(place, text)
          : field === "home-address"
            ? address([place, ...row], lines)
            : field === "full-name" && !isCapital(rawAt(lines, place))
              ? null
              : shaped(field, place, text);
    if (find) return [{ ...find, confidence: find.confidence - (isInline ? 0 : 0.05) }];
  }
  return [];
}

const textAt = (lines: readonly PlacedLine[], { at, start, end }: Piece): string =>
  lines[at]?.folded.text.slice(start, end).trim() ?? "";

const rawAt = (lines: readonly PlacedLine[], { at, start, end }: Piece): string => {
  const line = lines[at];
  return line?.line.text.slice(line.folded.from[start], line.folded.from[end]) ?? "";
};

/** Names begin with capitals, but for what stands between them. */
const isCapital = (raw: string): boolean =>
  (raw.match(/\p{L}+/gu) ?? []).every((word) =>
    /^(?:\p{Lu}|\p{Lo}|(?:de|da|do|dos|du|di|del|della|la|le|van|von|der|den|zu|bin|binti|al|el|y|e)$)/u.test(
      word,
    ),
  );

/** Fields whose labels are also used of companies, goods and files. */
const DOUBTFUL: ReadonlySet<Field> = new Set(["password", "student-number", "member-number"]);

function shaped(field: Field, place: Piece, text: string): Find | null {
  const fits = SHAPES[field];
  if (!fits) return null;
  const candidates = [
    text,
    /^[\u3400-\u9fff·]{2,}(?=[ \d])/u.exec(text)?.[0],
    text.split(/ +|[,;]/)[0],
  ];
  const first = candidates.find((candidate) => candidate !== undefined && fits(candidate));
  if (!first) return null;
  const confidence = DOUBTFUL.has(field) ? 0.7 : 0.85;
  return { type: field, confidence, pieces: [{ ...place, end: place.start + first.length }] };
}

/** Lines to the right in one row until another label: readers break a value at every gap. */
function restOfRow(lines: readonly PlacedLine[], place: Piece): readonly Piece[] {
  const row: Piece[] = [];
  let last = lines[place.at];
  if (!last || place.end < last.folded.text.trimEnd().length) return [];
  for (let at = place.at + 1; at < lines.length; at++) {
    const next = lines[at];
    const isNext = next && isInRow(last, next) && next.rect.left - last.rect.right < 6 * last.size;
    if (!isNext || next.rect.left < last.rect.left || !labelsFree(next.line.text)) break;
    row.push({ at, start: 0, end: next.folded.text.length });
    last = next;
  }
  return row;
}

function birthDate(
  places: readonly Piece[],
  lines: readonly PlacedLine[],
  today: string,
): Find | null {
  for (const used of [places.slice(0, 1), places]) {
    const found = dateIn(used.map((place) => textAt(lines, place)).join(""));
    if (!found || !isBirthDay(found.date, today)) continue;
    const [only] = used;
    const isOne = used.length === 1 && only;
    const pieces = isOne
      ? [{ ...only, start: only.start + found.start, end: only.start + found.end }]
      : used;
    return { type: "birth-date", confidence: 0.9, pieces, value: found.date };
  }
  return null;
}

function phone(place: Piece, text: string): Find | null {
  const hit = PHONE_LIKE.exec(text);
  if (!hit || /^[48]00/.test(hit[0])) return null;
  const start = place.start + hit.index;
  const pieces = [{ ...place, start, end: start + hit[0].length }];
  return {
    type: "phone",
    confidence: 0.85,
    pieces,
    value: compact(hit[0].replace(/\(0\)/, "")).replace(/[()]/g, ""),
  };
}

/** Lines that an address goes on for at most. */
const ADDRESS_LINES = 4;

/** An address goes on below as long as lines begin where it began and ask for nothing themselves. */
function address(places: readonly Piece[], lines: readonly PlacedLine[]): Find | null {
  const [place] = places;
  if (!place || !isAddressLike(places.map((each) => textAt(lines, each)).join(" "))) return null;
  const pieces = [...places];
  let last = lines[place.at];
  const left = last ? startOf(last, place) : 0;
  const from = (places.at(-1) ?? place).at + 1;
  for (let at = from; at < lines.length && pieces.length < ADDRESS_LINES; at++) {
    const next = lines[at];
    if (!last || !next || next.rect.top - last.rect.bottom > 0.9 * last.size) break;
    const isBelow = next.rect.top > last.rect.top + 0.5 * last.size;
    const isAligned = Math.abs(next.rect.left - left) < 2 * last.size;
    if (!isBelow || !isAligned || isAskedBeside(lines, next)) continue;
    if (!labelsFree(next.line.text) || !(isPart(next.folded.text) || goesOn(next.folded.text)))
      break;
    pieces.push({ at, start: 0, end: next.folded.text.length });
    last = next;
  }
  return { type: "home-address", confidence: 0.9, pieces };
}

/** Another label asks for it. */
const isAskedBeside = (lines: readonly PlacedLine[], next: PlacedLine): boolean =>
  lines.some(
    (line) =>
      isInRow(line, next) &&
      line.rect.right <= next.rect.left + next.size &&
      !labelsFree(line.line.text),
  );

const startOf = ({ rect, folded }: PlacedLine, { start }: Piece): number =>
  rect.left + ((rect.right - rect.left) * start) / Math.max(1, folded.text.length);

/** Signs of China with a number, or Latin words: what a line of an address is made of. */
const isPart = (folded: string): boolean =>
  (/[\u3400-\u9fff]/u.test(folded) && /\d|[号室楼路街区]/u.test(folded)) ||
  /^[A-Z\d][A-Zß\d ,.'-]+$/.test(plainLatin(folded));

/** Under the head of a table, every cell. */
function cellsOf(
  { field, label, isInline }: Labelled,
  lines: readonly PlacedLine[],
): readonly Find[] {
  const fits = SHAPES[field];
  if (isInline || !TABULAR.has(field) || !fits || !isHead(lines, label)) return [];
  const cells = column(lines, label, (text) => fits(text.replace(/^\d{1,4}[ .、]*/u, "")));
  if (cells.length < 2) return [];
  return cells.map((cell) => {
    const lead = /^\d{1,4}[ .、]*/u.exec(textAt(lines, cell))?.[0].length ?? 0;
    return { type: field, confidence: 0.85, pieces: [{ ...cell, start: cell.start + lead }] };
  });
}
