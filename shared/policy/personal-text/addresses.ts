import { plainLatin } from "../numbers/fold.ts";

/** Where a Chinese address cannot be mistaken: a road or estate and its number. */
const ANCHOR =
  /(?:路|街|道|巷|弄|胡同|村|里|院|小区|花园|苑|公寓|广场|镇|乡|屯|庄|區|区|园)[\dA-Z一二三四五六七八九十-]{1,8} ?(?:号|號|弄|栋|幢|座|组|队|楼|期|单元)/gu;
/** Signs that belong to it before the anchor, and houses, stairs and doors after it. */
const BEFORE = /[\u3400-\u9fff\d]{1,40}$/u;
const AFTER =
  /^(?:[\u3400-\u9fff\dA-Z#-]{0,12}?[\dA-Z一二三四五六七八九十] ?(?:号楼|号|號|栋|幢|座|楼|层|单元|室|户|房|樓)(?: ?\d{3,4}(?![\d室户号房]))?)*/u;
/** A door, not only a house: somebody lives there. */
const DOOR = /[A-Z\d] ?(?:单元|室|户|房)|號 ?\d{1,2} ?樓|\d ?号楼 ?\d|(?:栋|幢|座|樓|楼) ?\d{3,4}/u;

/** Words for a street, and the number before or behind. */
const STREET_FIRST =
  "(?:CALLE|AVENIDA|AVDA?|AV|PLAZA|PASEO|VIA|VIALE|PIAZZA|CORSO|RUA|TRAVESSA|RUE|AVENUE|BOULEVARD|CHEMIN|PLACE|ALLEE|UL|ULICA|JALAN)\\.? [A-Z'. ]{2,40}?,? ?(?:N[O°.]* ?)?\\d{1,5}[A-Z]?";
const NUMBER_FIRST =
  "\\d{1,6}[A-Z]?,? ?(?:[NSEW]\\.? )?(?:[A-Z0-9'.-]+ ){1,4}(?:STREET|ST|ROAD|RD|AVENUE|AVE|LANE|LN|DRIVE|DR|BOULEVARD|BLVD|COURT|CT|PLACE|PL|SQUARE|SQ|WAY|TERRACE|CLOSE|CRESCENT|NAGAR|HIGHWAY|HWY|PARKWAY|PKWY|CIRCLE|CIR|GARDENS)(?![A-Z])\\.?(?: ?[NSEW]{1,2}(?![A-Z]))?(?:,? ?(?:APT|APARTMENT|UNIT|SUITE|STE|FLAT|#)\\.? ?[A-Z\\d-]{1,6})?";
/** A letter box at the post office. */
const BOX = "P\\.? ?O\\.? ?BOX \\d{1,6}";
/** Readers run words together. */
const GLUED = "\\d{1,5}[A-Z]{2,24}(?:STREET|ROAD|AVENUE|LANE|DRIVE|NAGAR)(?![A-Z])";
const FRENCH_NUMBER =
  "\\d{1,4},? ?(?:BIS|TER)? ?(?:RUE|AVENUE|BOULEVARD|CHEMIN|PLACE|ALLEE|IMPASSE|QUAI)(?: [A-Z'.-]+){1,6}";
const GERMAN =
  "[A-Z.-]{2,30}(?:STRASSE|STRAßE|STR\\.?|WEG|PLATZ|ALLEE|GASSE|DAMM|RING|UFER|STRAAT|LAAN|GATAN|VEJ|VEIEN) ?\\d{1,4} ?[A-Z]?(?![A-Z\\d])";
const WESTERN = new RegExp(
  `(?<![A-Z\\d])(?:${NUMBER_FIRST}|${BOX}|${GLUED}|${FRENCH_NUMBER}|${STREET_FIRST}|${GERMAN})`,
  "gu",
);
/** A town with its code: what follows a street on the same or the next line. */
const TOWN =
  /(?<![\dA-Z])(?:[A-Z]{2} ?\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{5} ?[A-Z][A-Z .-]{2,30}|\d{4} ?[A-Z]{2} [A-Z]{3,}|\d{3} \d{2} [A-Z]{3,}|[A-Z .]{3,30}[,-]? ?[A-Z]{2},? ?\d{5}(?:-\d{3,4})?|, ?(?:[A-Z]{2}|USA|UNITED STATES|UNITED KINGDOM|CANADA|AUSTRALIA|INDIA|GERMANY|FRANCE)$)(?![\dA-Z])/u;

/** An address in a folded text. */
export interface FoundAddress {
  readonly start: number;
  readonly end: number;
  /** Leads to a door or is written as on a letter: not only a house number on a sign. */
  readonly isHome: boolean;
  /** Names the town too. */
  readonly hasTown: boolean;
}

/** Chinese addresses in a folded text. */
export function chineseAddresses(text: string): readonly FoundAddress[] {
  const found: FoundAddress[] = [];
  for (const hit of text.matchAll(ANCHOR)) {
    const middle = hit.index + hit[0].length;
    if (hit.index < (found.at(-1)?.end ?? 0)) continue;
    const start = hit.index - (BEFORE.exec(text.slice(0, hit.index))?.[0].length ?? 0);
    const end = middle + (AFTER.exec(text.slice(middle, middle + 60))?.[0].length ?? 0);
    const words = text.slice(start, end);
    const hasTown = /[省市县区]/u.test(words.slice(0, -4));
    if (start < hit.index) found.push({ start, end, isHome: DOOR.test(words), hasTown });
  }
  return found;
}

/** A street with a number; with its town and code it is where a letter arrives. */
export const westernAddresses = (text: string): readonly FoundAddress[] =>
  [...plainLatin(text).matchAll(WESTERN)].map((hit) => {
    const middle = hit.index + hit[0].length;
    const hasTown = TOWN.test(text.slice(middle));
    const end = hasTown ? text.trimEnd().length : middle;
    return { start: hit.index, end, isHome: hasTown, hasTown };
  });

/** A line that goes on with an address: a town with its code, or rooms and houses alone. */
export const goesOn = (folded: string): boolean =>
  TOWN.test(plainLatin(folded)) || /^[^:]{0,20}\d ?(?:号|号楼|栋|幢|单元|室|户|楼)/u.test(folded);

/** Could stand under a label "address": more than one word or sign, and letters. */
export const isAddressLike = (folded: string): boolean =>
  /[\p{L}]{2,}/u.test(folded) && folded.replace(/[^\p{L}\p{N}]/gu, "").length >= 5;
