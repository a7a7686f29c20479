/*
 * Check characters, each by its standard. Callers have made sure of the shape: only the characters
 * named below, and enough of them.
 */

const digit = (character: string | undefined): number => Number.parseInt(character ?? "", 36);
const LETTER_A = 10;

/** Sum of the characters' values (0–9, A = 10 … Z = 35) times their weights, which repeat. */
const weighted = (text: string, weights: readonly number[]): number =>
  [...text].reduce((sum, c, at) => sum + digit(c) * (weights[at % weights.length] ?? 0), 0);

/** Remainder of a decimal number of any length. */
const remainder = (decimal: string, by: number): number =>
  [...decimal].reduce((rest, c) => (rest * 10 + Number(c)) % by, 0);

const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** The 18th character for 17 digits. @see GB 11643-1999, 4.3; ISO 7064 MOD 11-2 */
export const residentCheck = (seventeen: string): string =>
  "10X98765432"[weighted(seventeen, RESIDENT_WEIGHTS) % 11] ?? "";

const CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/** The 18th character for 17 of `0-9A-HJ-NPQRTUWXY`. @see GB 32100-2015, annex A */
export function creditCodeCheck(seventeen: string): string {
  let [sum, weight] = [0, 1];
  for (const character of seventeen) {
    sum += CREDIT_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31] ?? "";
}

/** The check digit for `A-Z0-9<`, `<` counting 0. @see ICAO 9303-3, 4.9 */
export const mrzCheck = (text: string): string =>
  String(weighted(text.replaceAll("<", "0"), [7, 3, 1]) % 10);

/** Does the last digit fit the ones before? @see ISO/IEC 7812-1, annex B */
export function isLuhn(digits: string): boolean {
  const doubled = [...digits].reverse().map((c, at) => Number(c) * (at % 2 === 1 ? 2 : 1));
  return doubled.reduce((sum, n) => sum + (n > 9 ? n - 9 : n), 0) % 10 === 0;
}

/** The digit in brackets for one or two letters and six digits. @see immd.gov.hk, "Technical specification of HKID number" */
export function hongKongCheck(head: string): string {
  const SPACE = 36;
  const [first = 0, ...rest] = [...head.padStart(8, " ")].map((c) =>
    c === " " ? SPACE : digit(c),
  );
  const sum = [first, ...rest].reduce((total, value, at) => total + value * (9 - at), 0);
  return "0123456789A"[(11 - (sum % 11)) % 11] ?? "";
}

/** Values of the letters A–Z, in the order the places joined the register. */
const TAIWAN_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
/** Does the last digit fit? @see Ministry of Finance (Taiwan), "Tax identification numbers", 2021 */
export function isTaiwanChecked(id: string): boolean {
  const region = LETTER_A + TAIWAN_LETTERS.indexOf(id.charAt(0));
  const digits = `${region}${id.slice(1)}`;
  return weighted(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

const VERHOEFF_ROTATE = "1576283094";
/** The dihedral group D5: `a` followed by `b`. */
const dihedral = (a: number, b: number): number => {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b - 5) % 5) + 5;
  return b < 5 ? ((((a - 5 - b) % 5) + 5) % 5) + 5 : (((a - b) % 5) + 5) % 5;
};
/** Does the last digit fit? @see UIDAI, "UID Numbering Scheme", 2010; J. Verhoeff, 1969 */
export function isVerhoeff(digits: string): boolean {
  return (
    [...digits].reverse().reduce((state, c, at) => {
      let value = Number(c);
      for (let turn = 0; turn < at % 8; turn++) value = Number(VERHOEFF_ROTATE[value]);
      return dihedral(state, value);
    }, 0) === 0
  );
}

/** Both check digits of eleven. @see Receita Federal, Instrução Normativa 1548/2015 */
export function isCpfChecked(eleven: string): boolean {
  return [9, 10].every((length) => {
    const sum = [...eleven.slice(0, length)].reduce(
      (s, c, at) => s + Number(c) * (length + 1 - at),
      0,
    );
    return ((sum * 10) % 11) % 10 === Number(eleven[length]);
  });
}

/** The letter for a number. @see Real Decreto 1553/2005, art. 11; OECD TIN sheet for Spain */
export const spanishLetter = (number: string): string =>
  "TRWAGMYFPDXBNJZSQVHLCKE"[Number(number) % 23] ?? "";

/** The two digits after thirteen. @see INSEE, "Numéro de sécurité sociale", clé de contrôle */
export const frenchKey = (thirteen: string): string =>
  String(97 - remainder(thirteen, 97)).padStart(2, "0");

/** Does the eleventh digit fit? @see Ustawa o ewidencji ludności, 2010, art. 15 */
export const isPeselChecked = (eleven: string): boolean =>
  weighted(eleven, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;

/** Do the tenth and eleventh digits fit? @see Turkish Law 5490; OECD TIN sheet for Türkiye */
export function isTurkishChecked(eleven: string): boolean {
  const d = [...eleven].map(Number);
  const at = (...places: number[]) => places.reduce((sum, place) => sum + (d[place] ?? 0), 0);
  const tenth = (((at(0, 2, 4, 6, 8) * 7 - at(1, 3, 5, 7)) % 10) + 10) % 10;
  return tenth === d[9] && at(0, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 10 === d[10];
}

/** @see ISO 13616-1:2020, 6; ISO 7064 MOD 97-10 */
export function isIbanChecked(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4);
  return remainder([...turned].map((c) => String(digit(c))).join(""), 97) === 1;
}

/** Does the letter fit seven digits? @see ICA Singapore, NRIC: weights 2 7 6 5 4 3 2; T and G add 4, M adds 3 */
export function isSingaporeChecked(id: string): boolean {
  const sum = weighted(id.slice(1, 8), [2, 7, 6, 5, 4, 3, 2]);
  const series = id.charAt(0);
  const plus = "TG".includes(series) ? 4 : series === "M" ? 3 : 0;
  const rest = (sum + plus) % 11;
  const letters = { S: "JZIHGFEDCBA", T: "JZIHGFEDCBA", M: "KLJNPQRTUWX" }[series] ?? "XWUTRQPNMLK";
  return (series === "M" ? letters[10 - rest] : letters[rest]) === id.charAt(8);
}

/** Does the thirteenth digit fit? Numbers given since October 2020 no longer have one. @see 주민등록법 시행규칙, 2조 */
export const isKoreanChecked = (thirteen: string): boolean =>
  (11 - (weighted(thirteen.slice(0, 12), [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 ===
  Number(thirteen[12]);
