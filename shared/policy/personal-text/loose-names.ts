import type { FoundDocument } from "../documents/find-documents.ts";
import { isInRow, middle, type PlacedLine } from "../print/sheet.ts";
import { hasSurname, isChineseName, isLatinName } from "./shapes.ts";
import type { Find } from "./values.ts";

/** What makes a word beside it a name: numbers that people have. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  "cn-resident-id",
  "cn-resident-id-masked",
  "phone",
  "bank-card",
  "email",
]);

/** Words between signs and digits of a line. */
const WORD = /[\u3400-\u9fff·]{2,6}/gu;

/** Names without a label: two or three signs with a family name, in a row with somebody's number. */
export function nameBesideNumbers(
  lines: readonly PlacedLine[],
  finds: readonly Find[],
): readonly Find[] {
  const numbered = new Set(
    finds
      .filter(({ type }) => OF_PEOPLE.has(type))
      .flatMap(({ pieces }) => pieces.map(({ at }) => at)),
  );
  const rows = [...numbered].flatMap((at) => lines[at] ?? []);
  return lines.flatMap((line, at) => {
    if (!numbered.has(at) && !rows.some((row) => isInRow(row, line))) return [];
    return [...line.folded.text.matchAll(WORD)]
      .filter(([word]) => hasSurname(word))
      .map((hit) => named(at, hit.index, hit.index + hit[0].length, 0.7));
  });
}

const named = (at: number, start: number, end: number, confidence: number): Find => ({
  type: "full-name",
  confidence,
  pieces: [{ at, start, end }],
});

const DEAR = /^DEAR (?:MRS?|MS|MISS|DR|PROF)\.? ([A-Z][A-Z'. -]{1,40}?)[,:]?$/u;

/** "王小明同学：", "李先生，", "Dear Ms Roe,": whoever is spoken to. */
export function nameSpokenTo(lines: readonly PlacedLine[]): readonly Find[] {
  return lines.flatMap((line, at) => {
    const { text } = line.folded;
    const hit = /^([\u3400-\u9fff]{2,4}) ?(?:同学|先生|女士|小姐|考生)/u.exec(text);
    if (hit?.[1]) return [named(at, 0, hit[1].length, 0.75)];
    const dear = DEAR.exec(text.trim())?.[1];
    if (dear && isLatinName(dear)) {
      const start = text.indexOf(dear);
      return [named(at, start, start + dear.length, 0.75)];
    }
    const next = lines[at + 1];
    const isSpokenTo =
      next && isInRow(line, next) && /^(?:同学|先生|女士|小姐|考生)/.test(next.folded.text);
    return isSpokenTo && isChineseName(text) ? [named(at, 0, text.length, 0.75)] : [];
  });
}

/** Cards that print their holder without a label. */
const NAMELESS: ReadonlySet<string> = new Set([
  "bank-card",
  "hk-id",
  "macau-id",
  "aadhaar-in",
  "pan-card-in",
  "ssn-card-us",
  "medical-insurance",
  "student-card",
  "work-or-service-card",
  "resume",
  "business-card",
]);

/**
 * The holder of a card or a calling card: of the lines that could be a name and are nothing else, the
 * last where names are embossed below all else, the largest elsewhere.
 * @param known lines whose print is something else
 */
export function holderByLayout(
  lines: readonly PlacedLine[],
  finds: readonly Find[],
  documents: readonly FoundDocument[],
  known: ReadonlySet<number>,
): readonly Find[] {
  if (finds.some(({ type }) => type === "full-name")) return [];
  const card = documents.find(({ type }) => NAMELESS.has(type.id));
  const reached = new Set(finds.map(({ type }) => type).filter((type) => OF_PEOPLE.has(type)));
  const isCallingCard = documents.length === 0 && reached.has("phone") && reached.has("email");
  if (!card && !isCallingCard) return [];
  const candidates = lines
    .map((line, at) => ({ line, at }))
    .filter(({ line, at }) => !known.has(at) && (!card || isOn(card, line)) && couldBeName(line));
  const largest = candidates.toSorted((a, b) => b.line.size - a.line.size)[0];
  const isEmbossed = card?.type.id === "bank-card" || card?.type.id === "medical-insurance";
  const chosen = isEmbossed ? candidates.at(-1) : largest;
  return chosen ? [named(chosen.at, 0, chosen.line.folded.text.length, 0.6)] : [];
}

const isOn = ({ rect }: FoundDocument, line: PlacedLine): boolean => {
  const { x, y } = middle(line.rect);
  return x > rect.left && x < rect.right && y > rect.top && y < rect.bottom;
};

/** Two words or more in Latin letters; in Chinese a family name first. */
const couldBeName = ({ folded: { text } }: PlacedLine): boolean =>
  hasSurname(text) || (/ /.test(text.trim()) && text.length <= 30 && isLatinName(text));
