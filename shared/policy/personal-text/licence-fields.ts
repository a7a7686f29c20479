import type { FoundDocument } from "../documents/find-documents.ts";
import { isInRow, middle, type PlacedLine } from "../print/sheet.ts";
import { goesOn } from "./addresses.ts";
import { linesFrom } from "./passage.ts";
import { dateIn, isLatinName } from "./shapes.ts";
import type { Find, Piece } from "./values.ts";

/** Numbers of the fields of a driving licence. @see Directive 2006/126/EC, annex I; AAMVA DL/ID Card Design Standard 2020, table B.1 */
const FIELDS: Readonly<Record<string, string>> = {
  "1": "full-name",
  "2": "full-name",
  "3": "birth-date",
  "5": "licence-number",
  "4D": "licence-number",
  "8": "home-address",
};

/** Readers leave out the gap: "1TALBOT", "8123 STREET ADDRESS". */
const NUMBERED = /^(4D|[12358])[.,]? ?(.*)$/u;

/** What stands behind the numbers of the fields on a driving licence. */
export function licenceFields(
  lines: readonly PlacedLine[],
  documents: readonly FoundDocument[],
): readonly Find[] {
  const cards = documents.filter(({ type }) => type.id === "driving-licence");
  if (cards.length === 0) return [];
  return lines.flatMap((line, at) => {
    const { x, y } = middle(line.rect);
    const isOn = cards.some(
      ({ rect }) => x > rect.left && x < rect.right && y > rect.top && y < rect.bottom,
    );
    const hit = NUMBERED.exec(line.folded.text);
    const type = FIELDS[hit?.[1] ?? ""];
    if (!isOn || !hit || !type) return [];
    const rest = hit[2] ?? "";
    const start = line.folded.text.length - rest.length;
    const place = rest === "" ? behind(lines, at) : { at, start, end: line.folded.text.length };
    const find = place && valued(type, place, lines);
    return find ? [find] : [];
  });
}

function behind(lines: readonly PlacedLine[], at: number): Piece | null {
  const [own, next] = [lines[at], lines[at + 1]];
  const isNear =
    own && next && isInRow(own, next) && next.rect.left - own.rect.right < 4 * own.size;
  return isNear ? { at: at + 1, start: 0, end: next.folded.text.length } : null;
}

function valued(type: string, place: Piece, lines: readonly PlacedLine[]): Find | null {
  const text = lines[place.at]?.folded.text.slice(place.start, place.end) ?? "";
  const pieces = [place];
  if (type === "birth-date") {
    const found = dateIn(text);
    if (!found) return null;
    const { start, end, date } = found;
    const dated = [{ ...place, start: place.start + start, end: place.start + end }];
    return { type, confidence: 0.85, pieces: dated, value: date };
  }
  if (type === "full-name") return isLatinName(text) ? { type, confidence: 0.8, pieces } : null;
  if (type === "licence-number") {
    const code =
      /[A-Z\d][A-Z\d -]{5,24}/.exec(
        text.replace(/^(?:LIC#|DLN?|NO\.?) ?/, "").replace(/ \d{1,2}[A-Z].*$/, ""),
      )?.[0] ?? "";
    // "DD" is the discriminator of an American card, which is printed to be told from others.
    if (code.replace(/\D/g, "").length < 3 || code.startsWith("DD")) return null;
    const start = place.start + text.lastIndexOf(code);
    return { type, confidence: 0.8, pieces: [{ ...place, start, end: start + code.length }] };
  }
  if (!/\p{L}{2,}/u.test(text) || !/\d/.test(text)) return null;
  const [, below] = linesFrom(lines, place.at);
  const town = below === undefined ? "" : (lines[below]?.folded.text ?? "");
  const more =
    below !== undefined && goesOn(town) ? [{ at: below, start: 0, end: town.length }] : [];
  return { type, confidence: 0.75, pieces: [...pieces, ...more] };
}
