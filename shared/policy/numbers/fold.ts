/** A text in the form that rules are written for, and where each of its characters came from. */
export interface Folded {
  readonly text: string;
  /** `from[i]`: index in the original of character `i`; one more entry for the end. */
  readonly from: readonly number[];
}

const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/u;
/** Thin, narrow and no-break spaces that NFKC leaves alone. */
const SPACES = /[\s\u200b\ufeff]/u;

/**
 * Full-width to half-width (Unicode NFKC), letters to capitals, every dash to "-", every white space
 * to " ". Character by character, so that a box can be drawn around what was found.
 */
export function fold(original: string): Folded {
  let text = "";
  const from: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = foldCharacter(character);
    text += plain;
    for (let unit = 0; unit < plain.length; unit++) from.push(at);
    at += character.length;
  }
  return { text, from: [...from, at] };
}

function foldCharacter(character: string): string {
  if (DASHES.test(character)) return "-";
  if (SPACES.test(character)) return " ";
  return character.normalize("NFKC").toUpperCase();
}

/** What stands between the groups of one number. */
export const compact = (text: string): string => text.replace(/[ .·\-/]/g, "");

/** Latin letters without their accents; every character stays one character. */
export const plainLatin = (folded: string): string =>
  folded.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize("NFD").charAt(0));
