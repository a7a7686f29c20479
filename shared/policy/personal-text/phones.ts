import { findPhoneNumbersInText } from "libphonenumber-js/min";

/** A number that can be dialled, in a folded line. */
export interface FoundPhone {
  /** International form, without spaces. */
  readonly number: string;
  readonly start: number;
  readonly end: number;
  /** With a plus and a country, so that it needs no label. */
  readonly isInternational: boolean;
}

const MAX_LENGTH = 2_000;

/** Numbers of all countries. Without a plus they count as of the United States, whose print is the commonest. */
export function phonesIn(folded: string): readonly FoundPhone[] {
  if (!/\d(?:[ ()/.-]*\d){6}/.test(folded)) return [];
  const text = folded.slice(0, MAX_LENGTH);
  return findPhoneNumbersInText(text, "US").map(({ number, startsAt, endsAt }) => {
    const isInternational = text.slice(startsAt, endsAt).trim().startsWith("+");
    return { number: number.number, start: startsAt, end: endsAt, isInternational };
  });
}

/** Groups as phone numbers are printed: "(206) 555-0142", "206-555-0142", "020 7946 0018". */
export const isPrintedAsPhone = (text: string): boolean =>
  /^(?:1[ -.])?\(\d{2,5}\) ?\d{3,4}[ -.]?\d{3,4}$|^(?:1[ -.])?\d{3}[-.]\d{3}[-.]\d{4}$/.test(
    text.trim(),
  );

/** Under a label, any run of seven to fifteen digits. @see ITU-T E.164, 6.2.1 */
export const PHONE_LIKE = /(?<!\d)\+?\d(?:[ ()/.-]{0,2}\d){6,14}(?!\d)/u;
