import type { Detection } from "../../electron/engine/detectors/detector.ts";
import type { UnitBox } from "../../shared/model/geometry.ts";
import { dateIn } from "../../shared/policy/personal-text/shapes.ts";
import type { Seen } from "../fixtures/documents/variants.ts";
import { row } from "./machine.ts";

/** What was found in one picture, beside what is true of it. */
export interface Scored {
  readonly name: string;
  readonly truth: Seen;
  readonly found: readonly Detection[];
}

/** Numbers whose check digits we know: a wrong one would be told as none. */
const VALIDATED: ReadonlySet<string> = new Set(
  "cn-resident-id bank-card hk-id tw-id aadhaar uscc dni-es nir-fr iban pan-in ssn".split(" "),
);
/** Pixels that digits must be high for their value to be demanded. */
const LEGIBLE_PX = 10;
/** Part that two boxes must share to be of the same paper. */
const SAME_PAPER = 0.7;

/** Values as they are compared: half-width, capitals, no spaces and punctuation, days as YYYYMMDD. */
const plain = (value: string): string => {
  const folded = value.normalize("NFKC").toUpperCase();
  return (dateIn(folded)?.date ?? folded).replace(/[\s.,\-·:()/]/g, "");
};

function overlap([ax, ay, aw, ah]: UnitBox, [bx, by, bw, bh]: UnitBox): number {
  const w = Math.min(ax + aw, bx + bw) - Math.max(ax, bx);
  const h = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  const both = w > 0 && h > 0 ? w * h : 0;
  return both / (aw * ah + bw * bh - both);
}

/** Hits of so many. */
interface Tally {
  readonly hits: number;
  readonly of: number;
}
const tally = (all: readonly boolean[]): Tally => ({
  hits: all.filter(Boolean).length,
  of: all.length,
});

/** Prints what was reached, and names what was not. @returns whether all was */
export function report(scored: readonly Scored[]): boolean {
  const papers = scored.filter(({ truth }) => truth.docType !== null);
  const nothing = scored.filter(({ truth }) => truth.docType === null && truth.values.length === 0);
  const whole = papers.filter(({ truth }) => truth.box[0] > 0 || truth.box[2] === 1);
  const verdicts = [
    judge("type of document", papers, 0.92, isTyped),
    judge("some finding in a document", papers, 0.97, ({ found }) => found.length > 0),
    judge("nothing where there is nothing", nothing, 0.98, ({ found }) => found.length === 0),
    judge("box of the paper, IoU ≥ 0.7", whole, 0.95, isBoxed),
    values("numbers with check digits, exact", scored, 0.95, (type) => VALIDATED.has(type)),
    values("lines of machine-readable zones, exact", scored, 0.9, (type) => type === "mrz"),
    values(
      "all other values, exact",
      scored,
      0.9,
      (type) => type !== "mrz" && !VALIDATED.has(type),
    ),
    turns(papers),
  ];
  return verdicts.every(Boolean);
}

const isTyped = ({ truth, found }: Scored): boolean =>
  found.some(({ kind, type }) => kind === "document" && type === truth.docType);

const isBoxed = ({ truth, found }: Scored): boolean =>
  found.some(({ kind, box }) => kind === "document" && overlap(box, truth.box) >= SAME_PAPER);

/** Prints how many hit, and which did not. */
export function judge<T extends { readonly name: string }>(
  name: string,
  scored: readonly T[],
  target: number,
  isHit: (one: T) => boolean,
): boolean {
  for (const one of scored) if (!isHit(one)) console.log(`  ${name}: not ${one.name}`);
  return tell(name, tally(scored.map(isHit)), target);
}

function tell(name: string, { hits, of }: Tally, target: number): boolean {
  const isReached = hits >= target * of;
  const figure = `${hits} of ${of} (${((100 * hits) / Math.max(1, of)).toFixed(1)} %)`;
  row(name, figure, `≥ ${100 * target} %`, isReached);
  return isReached;
}

/** Is a value told, under its type and letter by letter? */
const isTold = (type: string, value: string, found: readonly Detection[]): boolean =>
  found.some((one) => one.type === type && one.value !== null && plain(one.value) === plain(value));

function values(
  name: string,
  scored: readonly Scored[],
  target: number,
  wanted: (type: string) => boolean,
): boolean {
  const all = scored
    .filter(({ truth }) => truth.digitPx >= LEGIBLE_PX)
    .flatMap(({ truth, found }) =>
      truth.values
        .filter(({ type }) => wanted(type))
        .map(({ type, value }) => isTold(type, value, found)),
    );
  return tell(name, tally(all), target);
}

/** One layout in all four ways up must tell the same. */
function turns(papers: readonly Scored[]): boolean {
  const shots = ["table", "turned-90", "turned-180", "turned-270"];
  const same = shots.flatMap((shot) =>
    papers.filter(({ name }) => name === `residentFront.${shot}`),
  );
  return tell("an identity card in four ways up", tally(same.map(isTyped)), 1);
}

/** Of a list of people, how many of each kind. */
export function reportList({ truth, found }: Scored, least: number): boolean {
  return ["full-name", "phone", "cn-resident-id"]
    .map((type) => {
      const of = truth.values.filter((value) => value.type === type);
      const hits = of.filter(({ value }) => isTold(type, value, found)).length;
      row(`class list: ${type}`, `${hits} of ${of.length}`, `≥ ${least}`, hits >= least);
      return hits >= least;
    })
    .every(Boolean);
}
