import { plainLatin } from "../numbers/fold.ts";

/** A line as labels are looked for in it: letters and digits only. */
export interface Compact {
  readonly text: string;
  /** `starts[i]`: a word of the line begins at character `i`; also for the end. */
  readonly starts: readonly boolean[];
  /** Chinese, Japanese and Korean signs. */
  readonly ideographs: number;
  /** Letters of other scripts. */
  readonly letters: number;
}

/** A place where a word stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const IDEOGRAPH = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/u;
/** A word of so many signs keeps its meaning with one of them misread. */
const LONG_IDEOGRAPHS = 5;
const LONG_LATIN = 9;
/** A shorter one must be a word of its own: "RP" is no part of "CORPORATION". */
const FREE_STANDING = 10;

/** @param folded see fold.ts */
export function compactLine(folded: string): Compact {
  let text = "";
  const starts: boolean[] = [];
  let isStart = true;
  for (const character of plainLatin(folded)) {
    if (!/[\p{L}\p{N}#]/u.test(character)) {
      isStart = true;
      continue;
    }
    const before = text.at(-1) ?? "";
    starts.push(isStart || script(before) !== script(character));
    for (let unit = 1; unit < character.length; unit++) starts.push(false);
    text += character;
    isStart = false;
  }
  const ideographs = [...text].filter((c) => IDEOGRAPH.test(c)).length;
  const letters = [...text].filter((c) => /\p{L}/u.test(c)).length - ideographs;
  return { text, starts: [...starts, true], ideographs, letters };
}

const script = (character: string): string => {
  if (IDEOGRAPH.test(character)) return "ideograph";
  return /\d/.test(character) ? "digit" : "letter";
};

/** Where a word stands in a line, one wrong sign forgiven in a long one; the first place, or null. */
export function placeOf(word: string, line: Compact): Place | null {
  const isLatin = !IDEOGRAPH.test(word);
  const exact = line.text.indexOf(word);
  for (let at = exact; at >= 0; at = line.text.indexOf(word, at + 1)) {
    if (!isLatin || isFree(line, at, at + word.length)) return { start: at, end: at + word.length };
  }
  const long = isLatin ? LONG_LATIN : LONG_IDEOGRAPHS;
  return word.length >= long ? nearly(word, line, isLatin) : null;
}

const isFree = ({ starts }: Compact, start: number, end: number): boolean =>
  end - start >= FREE_STANDING || (starts[start] === true && starts[end] === true);

/** One wrong sign leaves one half of the word whole: look for the halves, then hold the rest against it. */
function nearly(word: string, line: Compact, isLatin: boolean): Place | null {
  const cut = Math.floor(word.length / 2);
  const [head, tail] = [word.slice(0, cut), word.slice(cut)];
  for (let at = line.text.indexOf(head); at >= 0; at = line.text.indexOf(head, at + 1)) {
    const found = ends(tail, line.text, at + cut);
    if (found !== null && (!isLatin || isFree(line, at, found))) return { start: at, end: found };
  }
  for (let at = line.text.indexOf(tail); at >= 0; at = line.text.indexOf(tail, at + 1)) {
    const start = at - cut;
    const end = at + tail.length;
    if (start >= 0 && differences(head, line.text.slice(start, at)) <= 1) {
      if (!isLatin || isFree(line, start, end)) return { start, end };
    }
  }
  return null;
}

/** Where `tail` ends when it begins at `at`, with one sign wrong, missing or too many; null when it does not. */
function ends(tail: string, text: string, at: number): number | null {
  for (const length of [tail.length, tail.length - 1, tail.length + 1]) {
    const part = text.slice(at, at + length);
    if (part.length !== length) continue;
    const isNear =
      length === tail.length ? differences(tail, part) <= 1 : isOneLonger(...byLength(tail, part));
    if (isNear) return at + length;
  }
  return null;
}

const byLength = (a: string, b: string): [string, string] =>
  a.length > b.length ? [a, b] : [b, a];

function isOneLonger(long: string, short: string): boolean {
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(at);
}

const differences = (a: string, b: string): number => {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return [...a].filter((c, at) => c !== b[at]).length;
};

/** Ideographs or letters from which a line is a sentence, not a label. Digits are not counted. */
const SENTENCE_IDEOGRAPHS = 22;
const SENTENCE_LETTERS = 60;
const SENTENCE_WITH_STOP = 10;
/** What a notice says about documents; the document itself does not. */
const MENTION =
  /请携带|携带|请出示|出示|前往|办理|复印件|复印|如何|怎样|丢失|遗失|挂失|补办|申领|窗口|须知|应当|禁止|YOUR PASSPORT|BRING |HOW TO|APPLY FOR|PLEASE SHOW|PHOTOCOPY/;

/** Latin words of a line, and how many of them small, from which it is a sentence. */
const SENTENCE_WORDS = 7;
const SMALL_WORDS = 5;

/** Does the line talk about things rather than name them? @param raw as it is printed, capitals and all */
export const isRunningText = (raw: string, folded: string, compact: Compact): boolean =>
  compact.ideographs > SENTENCE_IDEOGRAPHS ||
  compact.letters > SENTENCE_LETTERS ||
  (compact.ideographs > SENTENCE_WITH_STOP && /[。,;!、]/.test(folded)) ||
  isSentence(raw) ||
  MENTION.test(folded);

/** Fields of forms are numbered; sentences are not. */
export function isSentence(raw: string): boolean {
  if (/^ ?\d{1,2}[A-Z]?\. ?[A-Z]/.test(raw)) return false;
  const words = raw.match(/\p{L}+/gu) ?? [];
  return (
    words.length >= SENTENCE_WORDS &&
    words.filter((word) => /^\p{Ll}/u.test(word)).length >= SMALL_WORDS
  );
}
