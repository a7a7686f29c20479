import { isResidentId } from "./china.ts";

/** What readers make of digits, and what they were. */
const DIGITS: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  "|": "1",
  Z: "2",
  S: "5",
  B: "8",
};

/** A run that could be a resident's number: seventeen to nineteen signs, nearly all of them digits. */
const RUN = /(?<![A-Z\d])[\dOQDILZSB|][\dOQDILZSB| ]{15,20}[\dX](?![A-Z\d])/gu;
/** Letters among the digits, at most. */
const MISREAD = 3;

/** A number that its check character and date prove, though a sign of it was misread or doubled. */
export interface Healed {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Resident's numbers in a folded line that the plain shape does not find. One in a million runs of
 * digits passes region, date and check; of nineteen with one left out, one in fifty thousand.
 */
export const healedIds = (folded: string, today: string): readonly Healed[] =>
  [...folded.matchAll(RUN)].flatMap((hit) => {
    const run = hit[0].replaceAll(" ", "");
    if (run.replace(/[\dX]/g, "").length > MISREAD) return [];
    const digits = run.replace(/[A-WYZ|]/g, (sign) => DIGITS[sign] ?? sign);
    const ids = guesses(digits).filter((id) => /^\d{17}[\dX]$/.test(id) && isResidentId(id, today));
    const [id] = new Set(ids);
    const isSure = id !== undefined && new Set(ids).size === 1;
    return isSure ? [{ id, start: hit.index, end: hit.index + hit[0].length }] : [];
  });

/** The run itself, or with each of its signs left out. */
function guesses(digits: string): readonly string[] {
  if (digits.length === 18) return [digits];
  if (digits.length !== 19) return [];
  return [...digits].map((_, at) => digits.slice(0, at) + digits.slice(at + 1));
}
