import type { UnitBox } from "../../model/geometry.ts";
import { type FoundZone, findZones, looksLikeNames } from "../mrz/find-zone.ts";
import { namesFromPrint } from "../mrz/zone-print.ts";
import { findNumbers } from "../numbers/find-numbers.ts";
import { isInRow, type PlacedLine, type Rect, type Sheet } from "../print/sheet.ts";
import { layoutRect, ownLines, printed } from "./card-box.ts";
import type { DocumentType } from "./document-type.ts";
import { type ColourAt, paperEdges, reconciled } from "./edges.ts";
import { findHits } from "./hits.ts";
import { type Evidence, type NumberAt, type Proposal, propose } from "./proposals.ts";

/** A document on a sheet. */
export interface FoundDocument {
  readonly type: DocumentType;
  /** 0–1 */
  readonly confidence: number;
  readonly box: UnitBox;
  /** The same in the frame of the sheet. */
  readonly rect: Rect;
}

/** What a sheet shows: documents, and what was read on the way. */
export interface SheetFinds {
  readonly documents: readonly FoundDocument[];
  readonly numbers: readonly NumberAt[];
  readonly zones: readonly FoundZone[];
  /** Lines that hold a word of some document; they are nobody's name. */
  readonly labelled: readonly number[];
}

/** @param today YYYYMMDD @param portraits boxes of faces @param colourAt pixels, where they are at hand */
export function findDocuments(
  sheet: Sheet,
  today: string,
  portraits: readonly UnitBox[],
  colourAt: ColourAt | null,
): SheetFinds {
  const { lines } = sheet;
  const texts = zoneTexts(lines);
  const folded = lines.map((line) => line.folded.text);
  const zones = findZones(texts).map(({ zone, at }) => ({
    zone: namesFromPrint(zone, folded),
    at,
  }));
  const inZone = new Set(zones.flatMap(({ at }) => at));
  const evidence: Evidence = {
    lines,
    hits: findHits(lines),
    numbers: lines.flatMap(({ folded }, at) =>
      inZone.has(at) ? [] : findNumbers(folded, today).map((found) => ({ ...found, at })),
    ),
    zones,
    zoneLike: texts.flatMap((text, at) => (!inZone.has(at) && looksLikeNames(text) ? [at] : [])),
    portraits: portraits.map(sheet.fromBox),
  };
  const chosen = choose(propose(evidence));
  const documents = chosen.map((one) => {
    const taken = new Set(chosen.flatMap((other) => (other === one ? [] : [...other.seeds])));
    const rect = wholeRect(one, taken, evidence, sheet, colourAt);
    return { type: one.type, confidence: confidenceOf(one), box: sheet.toBox(rect), rect };
  });
  const labelled = evidence.hits.map(({ at }) => at);
  return { documents, numbers: evidence.numbers, zones, labelled };
}

/** The lines' texts; a zone that was read in two pieces is one, where its first piece stands. */
function zoneTexts(lines: readonly PlacedLine[]): readonly string[] {
  const texts = lines.map(({ line }) => line.text);
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    const isSplit =
      next &&
      isInRow(line, next) &&
      ZONE_PIECE.test(line.folded.text) &&
      ZONE_END.test(next.folded.text);
    if (isSplit) texts.splice(at, 2, "", `${texts[at]}${next.line.text}`);
  }
  return texts;
}

/** Without a gap, and long; the second piece is mostly fillers. */
const ZONE_PIECE = /^[A-Z\d<]{12,}$/;
const ZONE_END = /^[A-Z\d<]*<<[A-Z\d<]*$/;

/** The best in each place. A vague one counts only where there is no other. */
function choose(proposals: readonly Proposal[]): readonly Proposal[] {
  const chosen: Proposal[] = [];
  const definite = proposals.filter(({ type }) => !type.isVague);
  for (const one of [...definite, ...proposals.filter(({ type }) => type.isVague)]) {
    const isVague = one.type.isVague === true;
    const rivals = chosen.filter((other) => isVague || share(one, other) > 0.3);
    const isOther = rivals.every((rival) => !isVague && one.hasName && share(one, rival) === 0);
    if (rivals.length === 0 || isOther) chosen.push(one);
  }
  return chosen;
}

/** Part of the smaller one's lines, or of its area, that the other one claims too. */
function share(a: Proposal, b: Proposal): number {
  const common = [...a.seeds].filter((at) => b.seeds.has(at)).length;
  const [w, h] = [
    Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left),
    Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top),
  ];
  const overlap = w > 0 && h > 0 ? (w * h) / Math.min(area(a.rect), area(b.rect)) : 0;
  return Math.max(common / Math.min(a.seeds.size, b.seeds.size), overlap);
}

const area = ({ left, top, right, bottom }: Rect): number =>
  Math.max(1, (right - left) * (bottom - top));

function wholeRect(
  { type, seeds }: Proposal,
  taken: ReadonlySet<number>,
  { lines, portraits }: Evidence,
  sheet: Sheet,
  colourAt: ColourAt | null,
): Rect {
  const print = printed(type, ownLines(type, seeds, taken, lines), portraits);
  const layout = layoutRect(type, print);
  if (!colourAt) return layout;
  const seen = paperEdges(print, sheet.edges, colourAt);
  return type.shape === "paper" ? seen : reconciled(layout, seen);
}

function confidenceOf({ score, hasName, isProven }: Proposal): number {
  if (hasName && isProven) return 0.97;
  if (isProven) return score >= 6 ? 0.95 : 0.75;
  if (hasName) return score >= 5 ? 0.9 : 0.7;
  return 0.6;
}
