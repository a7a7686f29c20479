import { mrzCheck } from "../numbers/check-digits.ts";

/*
 * What readers make of OCR-B: `<` runs become K, S, 4, C or shrink; O and 0, I and 1, B and 8 change
 * places. The type of a field says which it must be; the check digit says which guess is right.
 */

const TO_DIGIT: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  U: "0",
  I: "1",
  L: "1",
  J: "1",
  Z: "2",
  A: "4",
  S: "5",
  G: "6",
  T: "7",
  B: "8",
};
const TO_LETTER: Readonly<Record<string, string>> = {
  "0": "O",
  "1": "I",
  "2": "Z",
  "4": "A",
  "5": "S",
  "6": "G",
  "8": "B",
};

export const asDigits = (text: string): string => text.replace(/[A-Z]/g, (c) => TO_DIGIT[c] ?? c);
export const asLetters = (text: string): string => text.replace(/\d/g, (c) => TO_LETTER[c] ?? c);
/** A date cannot be longer than this, and `<` stands for what is not known (ICAO 9303-3, 4.8). */
export const asDate = (text: string): string => asDigits(text).replace(/[^\d<]/g, "<");

const FILLERS = /[‹〈《<({[«≤くㄑ＜]/gu;

/** A line of OCR as a line of a zone: other signs for `<` become it, what cannot stand there falls out. */
export const asZoneLine = (text: string): string =>
  text
    .replace(/[«《]/gu, "<<")
    .normalize("NFKC")
    .toUpperCase()
    .replace(FILLERS, "<")
    .replace(/[^A-Z\d<]/g, "");

/** Pads with `<`, or shortens or widens the longest run of `<`, until the text has that length; null when there is none. */
export function fitRun(text: string, length: number): string | null {
  if (text.length === length) return text;
  const runs = [...text.matchAll(/<+/g)].sort((a, b) => b[0].length - a[0].length);
  const [run] = runs;
  if (!run) return null;
  const wanted = run[0].length + length - text.length;
  if (wanted < 1) return null;
  return text.slice(0, run.index) + "<".repeat(wanted) + text.slice(run.index + run[0].length);
}

/** Fillers between fillers: `<<K<<` and `<KKSK<` are `<<<<<`. */
export const healRuns = (text: string): string =>
  text.replace(/<[<KSCXEL4]*[KSCXEL4][<KSCXEL4]*</g, (run) => {
    const fillers = run.replace(/[^<]/g, "").length;
    return fillers >= 2 && fillers * 2 >= run.length - 1 ? "<".repeat(run.length) : run;
  });

/**
 * Names, from the issuer's letters on, filled up to `length`. Names are parted by one `<<`; after a
 * second one there is nothing but fillers, however they were read. @see ICAO 9303-3, 4.6
 */
export function healNames(text: string, length: number): string {
  const letters = asLetters(text);
  const parting = letters.indexOf("<<");
  const end = parting < 0 ? -1 : letters.slice(parting + 2).search(/<[<KSCXEL]*<|<[KSC]{2,}$/);
  const named =
    end < 0
      ? letters.replace(/<[<KSC]{3,}$/, "").replace(/<+$/, "")
      : letters.slice(0, parting + 2 + end);
  return named.padEnd(length, "<").slice(0, length);
}

/** Pairs that readers confuse inside a number that may hold both letters and digits. */
const CONFUSED = ["O0", "I1", "B8", "S5", "Z2", "G6", "D0", "Q0", "L1", "T7", "<K", "U0", "A4"];
const OTHERS: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(CONFUSED.join(""))].map((c) => [
    c,
    CONFUSED.filter((pair) => pair.includes(c)).map((pair) => pair.replace(c, "")),
  ]),
);

/**
 * A document number that fits its check digit, changed in at most one place. Two changes fit by chance
 * far too often: one digit tells only ten apart.
 */
export function healNumber(number: string, check: string): string {
  if (mrzCheck(number) === check) return number;
  const guesses = [...number].flatMap((c, at) =>
    (OTHERS.get(c) ?? []).map((other) => number.slice(0, at) + other + number.slice(at + 1)),
  );
  const fitting = guesses.filter((guess) => mrzCheck(guess) === check);
  const digits = (text: string) => text.replace(/\D/g, "").length;
  // Numbers are mostly digits: a letter among them is the likelier mistake.
  const likelier = fitting.filter((guess) => digits(guess) > digits(number));
  const [only, ...rest] = likelier.length > 0 ? likelier : fitting;
  return only !== undefined && rest.length === 0 ? only : number;
}
