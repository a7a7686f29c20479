import type { UnitBox } from "../../model/geometry.ts";
import type { FoundDocument, SheetFinds } from "../documents/find-documents.ts";
import { echoOf } from "../mrz/zone-print.ts";
import { compact } from "../numbers/fold.ts";
import {
  hull,
  isInRow,
  middle,
  type PlacedLine,
  type Rect,
  rectOf,
  type Sheet,
} from "../print/sheet.ts";
import { chineseAddresses, goesOn, westernAddresses } from "./addresses.ts";
import { labelFinds, TYPE_OF_NUMBER } from "./label-finds.ts";
import { licenceFields } from "./licence-fields.ts";
import { holderByLayout, nameBesideNumbers, nameSpokenTo } from "./loose-names.ts";
import { linesFrom, passage } from "./passage.ts";
import { isPrintedAsPhone, phonesIn } from "./phones.ts";
import { resultsIn, secretsIn } from "./secrets.ts";
import { type Find, type Labelled, labelled, type Piece } from "./values.ts";

/** Something personal that can be read. */
export interface PersonalText {
  /** A word of the finding vocabulary. */
  readonly type: string;
  /** 0–1 */
  readonly confidence: number;
  readonly box: UnitBox;
  /** Raw. */
  readonly value: string;
}

/** Everything personal on a sheet, each piece of print told once. @param today YYYYMMDD */
export function findPersonalText(
  sheet: Sheet,
  finds: SheetFinds,
  today: string,
): readonly PersonalText[] {
  const { lines } = sheet;
  const asked = labelled(lines);
  const all = [
    ...zoneFinds(lines, finds),
    ...echoFinds(lines, finds),
    ...numberFinds(lines, finds, asked),
    ...licenceFields(lines, finds.documents),
    ...labelFinds(lines, asked, today),
    ...secretsIn(lines),
    ...resultsIn(lines, isInRow),
    ...lines.flatMap((line, at) => phoneFinds(line, at)),
    ...addressFinds(lines),
    ...nameSpokenTo(lines),
  ];
  const told = once([...all, ...nameBesideNumbers(lines, all)]);
  const known = new Set([
    ...told.flatMap(({ pieces }) => pieces.map(({ at }) => at)),
    ...finds.labelled,
  ]);
  return [...told, ...holderByLayout(lines, told, finds.documents, known)].map((find) => ({
    type: find.type,
    confidence: find.confidence,
    box: sheet.toBox(find.rect ?? hull(rectsOf(lines, find.pieces))),
    value: find.value ?? textOf(lines, find.pieces),
  }));
}

const rectsOf = (lines: readonly PlacedLine[], pieces: readonly Piece[]): readonly Rect[] =>
  pieces.flatMap(({ at, start, end }) => {
    const line = lines[at];
    return line ? [rectOf(line, start, end)] : [];
  });

/** What is printed, as it is printed. */
const textOf = (lines: readonly PlacedLine[], pieces: readonly Piece[]): string =>
  pieces
    .map(({ at, start, end }) => {
      const line = lines[at];
      return line?.line.text.slice(line.folded.from[start], line.folded.from[end]) ?? "";
    })
    .join("");

/** The earlier a find, the more is known of it: what comes later must stand on print of its own. */
function once(finds: readonly Find[]): readonly Find[] {
  const told: Find[] = [];
  for (const find of finds) {
    const isTold = find.pieces.some((piece) =>
      told.some((other) => other.pieces.some((known) => overlap(known, piece))),
    );
    if (!isTold && (find.rect || find.pieces.length > 0)) told.push(find);
  }
  return told;
}

const overlap = (a: Piece, b: Piece): boolean =>
  a.at === b.at && a.start < b.end && b.start < a.end;

/** The lines of a zone, whole: each holds more than one secret. One that was not read stands above the next. */
const zoneFinds = (lines: readonly PlacedLine[], { zones }: SheetFinds): readonly Find[] =>
  zones.flatMap(({ zone, at }) =>
    at.map((line, row): Find => {
      const confidence = zone.isValid ? 0.99 : 0.8;
      const next = lines[at[row + 1] ?? -1] ?? lines[at[row - 1] ?? -1];
      if (line >= 0 || !next) {
        const piece = { at: line, start: 0, end: Number.MAX_SAFE_INTEGER };
        return { type: "mrz", confidence, pieces: [piece], value: zone.lines[row] ?? "" };
      }
      const rect = shifted(next, at[row + 1] === undefined ? ZONE_PITCH : -ZONE_PITCH);
      return { type: "mrz", confidence: 0.7, pieces: [], rect, value: "" };
    }),
  );

/** Heights of print between the lines of a zone. @see ICAO 9303-4, 3.2: lines 6.35 mm apart, letters 3 mm high */
const ZONE_PITCH = 1.7;

const shifted = ({ rect, size }: PlacedLine, by: number): Rect => ({
  ...rect,
  top: rect.top + by * size,
  bottom: rect.bottom + by * size,
});

/** What stands in a zone and once more above it. */
const echoFinds = (lines: readonly PlacedLine[], { zones }: SheetFinds): readonly Find[] => {
  const inZone = new Set(zones.flatMap(({ at }) => at));
  return lines.flatMap(({ folded: { text } }, at): Find[] => {
    if (inZone.has(at)) return [];
    const echo = zones.map(({ zone }) => echoOf(zone, text)).find((each) => each !== null);
    if (!echo) return [];
    return [{ ...echo, confidence: 0.95, pieces: [{ at, start: 0, end: text.length }] }];
  });
};

/** Numbers that prove themselves, and those that a label or a document stands up for. */
function numberFinds(
  lines: readonly PlacedLine[],
  { numbers, documents }: SheetFinds,
  asked: readonly Labelled[],
): readonly Find[] {
  return numbers.flatMap((found) => {
    const line = lines[found.at];
    if (!line) return [];
    const type = TYPE_OF_NUMBER[found.type]?.type ?? found.type;
    const piece = { at: found.at, start: found.start, end: found.end };
    const isAsked = asked.some(
      ({ field, places }) =>
        TYPE_OF_NUMBER[found.type]?.fields.includes(field) === true &&
        places.some((place) => overlap(place, piece)),
    );
    const isCarried = documents.some((document) => carries(document, found.type, line.rect));
    if (found.trust === "label" && !isAsked && !isCarried) return [];
    const isSure = found.trust === "sure" || (isAsked && isCarried);
    const value = type === "email" ? undefined : found.compact;
    const pieces = [piece];
    return [{ type, confidence: isSure ? 0.97 : 0.85, pieces, ...(value ? { value } : {}) }];
  });
}

const carries = ({ type, rect }: FoundDocument, number: string, line: Rect): boolean => {
  const { x, y } = middle(line);
  const isOn = x > rect.left && x < rect.right && y > rect.top && y < rect.bottom;
  return isOn && type.numbers.includes(number);
};

function phoneFinds({ folded }: PlacedLine, at: number): readonly Find[] {
  return phonesIn(folded.text).flatMap(({ start, end, isInternational, number }) => {
    if (!isInternational && !isPrintedAsPhone(folded.text.slice(start, end))) return [];
    const confidence = isInternational ? 0.9 : 0.7;
    return [{ type: "phone", confidence, pieces: [{ at, start, end }], value: compact(number) }];
  });
}

/** Addresses without a label. One without a door is a shop's, unless its town is told too. */
function addressFinds(lines: readonly PlacedLine[]): readonly Find[] {
  const finds = lines.flatMap((line, at) => {
    const chain = linesFrom(lines, at);
    return [...chineseFinds(lines, chain), ...westernFinds(lines, line, chain)];
  });
  return finds.sort((a, b) => b.confidence - a.confidence);
}

/** Chinese lines break anywhere: they are read on as one. */
function chineseFinds(lines: readonly PlacedLine[], chain: readonly number[]): readonly Find[] {
  const { text, first, pieces } = passage(lines, chain);
  if (!/[\dA-Z省市区县镇路街道巷村]/u.test(text.slice(0, first))) return [];
  return chineseAddresses(text)
    .filter(({ start, isHome, hasTown }) => start < first && (isHome || hasTown))
    .map(({ start, end, isHome }) => ({
      type: isHome ? "home-address" : "street-address",
      confidence: isHome ? 0.85 : 0.6,
      pieces: pieces(start, end),
    }));
}

/** A western address has its street on one line, its town on the same or the next. */
function westernFinds(
  lines: readonly PlacedLine[],
  { folded }: PlacedLine,
  [at = 0, below]: readonly number[],
): readonly Find[] {
  const town = below === undefined ? "" : (lines[below]?.folded.text ?? "");
  const isNext = below !== undefined && goesOn(town);
  return westernAddresses(folded.text)
    .filter(({ isHome }) => isHome || isNext)
    .map(({ start, end, isHome }) => ({
      type: "home-address",
      confidence: 0.85,
      pieces: [
        { at, start, end },
        ...(isHome || below === undefined ? [] : [{ at: below, start: 0, end: town.length }]),
      ],
    }));
}
