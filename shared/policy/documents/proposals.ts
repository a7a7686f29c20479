import type { FoundZone } from "../mrz/find-zone.ts";
import type { FoundNumber } from "../numbers/find-numbers.ts";
import { hull, middle, type PlacedLine, type Rect } from "../print/sheet.ts";
import type { DocumentType } from "./document-type.ts";
import type { Hit } from "./hits.ts";
import { DOCUMENT_TYPES } from "./types.ts";

/** A number and the line it stands in. */
export interface NumberAt extends FoundNumber {
  readonly at: number;
}

/** All that speaks for documents on a sheet. */
export interface Evidence {
  readonly lines: readonly PlacedLine[];
  readonly hits: readonly Hit[];
  readonly numbers: readonly NumberAt[];
  readonly zones: readonly FoundZone[];
  /** Lines of names of a zone that has nothing to prove it. */
  readonly zoneLike: readonly number[];
  /** Portraits, in the frame of the sheet. */
  readonly portraits: readonly Rect[];
}

/** One document that may lie here, and the lines that say so. */
export interface Proposal {
  readonly type: DocumentType;
  readonly score: number;
  readonly hasName: boolean;
  readonly isProven: boolean;
  /** Indices of lines. */
  readonly seeds: ReadonlySet<number>;
  readonly rect: Rect;
}

/** Points for a word that names the document, and for a number or zone that fits it. */
const STRONG = 3;
const PROOF = 3;
const VALID_ZONE = 6;
/** Sizes of print between two cards of one type. */
const APART = 14;

/** Every document the evidence speaks for, the best first; they may contradict each other. */
export function propose(evidence: Evidence): readonly Proposal[] {
  return [...DOCUMENT_TYPES.values()]
    .flatMap((type) => instances(type, evidence).map((part) => proposal(type, part, evidence)))
    .filter((one): one is Proposal => one !== null)
    .sort((a, b) => b.score - a.score);
}

interface Instance {
  readonly hits: readonly Hit[];
  readonly numbers: readonly NumberAt[];
  readonly zones: readonly FoundZone[];
}

/** One instance, or one for each place where the same name stands: two cards in a photo. */
function instances(type: DocumentType, evidence: Evidence): readonly Instance[] {
  const hits = evidence.hits.filter((hit) => hit.type === type);
  const numbers = evidence.numbers.filter((found) => type.numbers.includes(found.type));
  const zones = evidence.zones.filter((zone) => isZoneOf(type, zone, hits));
  if (hits.length === 0 && zones.length === 0) return [];
  const anchors = type.shape === "paper" ? [] : anchorsOf(hits, zones, evidence.lines);
  if (anchors.length < 2) return [{ hits, numbers, zones }];
  const nearest = (at: number) => nearestOf(evidence.lines, anchors, at);
  const parts = anchors.map((anchor) => ({
    hits: hits.filter(({ at }) => nearest(at) === anchor),
    numbers: numbers.filter(({ at }) => nearest(at) === anchor),
    zones: zones.filter(({ at }) => at.some((line) => line >= 0 && nearest(line) === anchor)),
  }));
  const speaks = (part: Instance) =>
    part.numbers.length + part.zones.length > 0 ||
    new Set(part.hits.map(({ word }) => word)).size > 1;
  return parts.every(speaks) ? parts : [{ hits, numbers, zones }];
}

/** Lines that can stand only once on one card: the name most often printed, or the zones. */
function anchorsOf(
  hits: readonly Hit[],
  zones: readonly FoundZone[],
  lines: readonly PlacedLine[],
): readonly number[] {
  const byWord = Map.groupBy(
    hits.filter((hit) => hit.isStrong),
    ({ word }) => word,
  );
  const repeated = [...byWord.values()].map((same) => same.map(({ at }) => at));
  const zoneLines = zones.map(({ at }) => at.find((line) => line >= 0) ?? 0);
  const candidates = [...repeated, zoneLines].map((all) => spread(all, lines));
  return candidates.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Of lines close together, one. */
const spread = (all: readonly number[], lines: readonly PlacedLine[]): readonly number[] =>
  all.filter((at, place) =>
    all.slice(0, place).every((before) => {
      const [a, b] = [lines[at], lines[before]];
      return !a || !b || distance(a.rect, b.rect) > APART * Math.max(a.size, b.size);
    }),
  );

const distance = (a: Rect, b: Rect): number => {
  const [p, q] = [middle(a), middle(b)];
  return Math.hypot(p.x - q.x, p.y - q.y);
};

function nearestOf(
  lines: readonly PlacedLine[],
  anchors: readonly number[],
  at: number,
): number | undefined {
  const own = lines[at];
  if (!own) return anchors[0];
  const far = (anchor: number) => distance(lines[anchor]?.rect ?? own.rect, own.rect);
  return anchors.toSorted((a, b) => far(a) - far(b))[0];
}

/** The first letter of a zone says what it is of. @see ICAO 9303-4 to -7 */
function isZoneOf(type: DocumentType, { zone }: FoundZone, hits: readonly Hit[]): boolean {
  const kind = zone.fields.kind.charAt(0);
  if (kind === "V") return type.id === "visa";
  if (zone.format === "TD3" && (kind === "P" || kind === "<")) return type.id === "passport";
  if (type.id === "national-id") return true;
  return hits.some((hit) => hit.isStrong) && type.shape === "card";
}

function proposal(type: DocumentType, part: Instance, evidence: Evidence): Proposal | null {
  const { lines } = evidence;
  const names = new Set(part.hits.filter((hit) => isTitle(hit, lines)).map(({ word }) => word));
  const counted = part.hits.filter((hit) => !type.isVague || isHeading(hit, lines));
  const weak = new Set(counted.map(({ word }) => word).filter((word) => !names.has(word)));
  const zone = part.zones.length > 0 ? (part.zones.some((z) => z.zone.isValid) ? 2 : 1) : 0;
  const like = type.id === "passport" && zone === 0 ? evidence.zoneLike : [];
  const isProven = part.numbers.length > 0 || zone > 0;
  const portrait = type.shape === "paper" ? 0 : Math.min(1, evidence.portraits.length);
  const wanted = Math.max(2, (type.weakOnly ?? Infinity) - Number(isProven) - portrait);
  if (names.size === 0 && zone === 0 && like.length === 0 && weak.size < wanted) return null;
  const score =
    STRONG * Math.min(3, names.size) +
    weak.size +
    (part.numbers.length > 0 ? PROOF : 0) +
    (zone === 2 ? VALID_ZONE : zone * PROOF) +
    (like.length > 0 ? PROOF : 0) +
    portrait;
  const seeds = new Set([
    ...part.hits.map(({ at }) => at),
    ...part.numbers.map(({ at }) => at),
    ...part.zones.flatMap(({ at }) => at.filter((line) => line >= 0)),
    ...like,
  ]);
  const rect = hull([...seeds].flatMap((at) => lines[at]?.rect ?? []));
  return { type, score, hasName: names.size > 0, isProven, seeds, rect };
}

/** What stands anywhere must at least begin its line, or fill most of it: "电话：", not "把你的电话发我一下". */
const isHeading = ({ start, word, at }: Hit, lines: readonly PlacedLine[]): boolean => {
  const text = lines[at]?.folded.text.replace(/[^\p{L}]/gu, "") ?? "";
  return start === 0 || word.length >= SHARE * text.length;
};

/** Part of a line's letters that a name must make up where it stands in the midst of others. */
const SHARE = 0.4;

/** A name at an end of its line, or most of it; in the midst of other words it only mentions. */
function isTitle({ isStrong, start, end, at, word }: Hit, lines: readonly PlacedLine[]): boolean {
  const text = lines[at]?.folded.text.replace(/[^\p{L}]/gu, "") ?? "";
  const whole = Math.max(text.length, end - start);
  return isStrong && (start === 0 || end >= whole || word.length >= SHARE * whole);
}
