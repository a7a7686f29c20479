import { isLuhn } from "./check-digits.ts";
import type { NumberRule, Trust } from "./rule.ts";

/** A network's first digits and the lengths it gives out. @see ISO/IEC 7812-1; the networks' own tables */
const NETWORKS: readonly (readonly [start: RegExp, shortest: number, longest: number])[] = [
  [/^62|^81/, 16, 19], // UnionPay
  [/^4/, 13, 19], // Visa
  [/^5[1-5]|^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)/, 16, 16], // Mastercard
  [/^3[47]/, 15, 15], // American Express
  [/^3(?:528|529|5[3-8])/, 16, 19], // JCB
  [/^6(?:011|4[4-9]|5)/, 16, 19], // Discover
  [/^3(?:0[0-5]|[68])/, 14, 19], // Diners Club
  [/^(?:50|5[6-8]|6[379])/, 16, 19], // Maestro; its shorter numbers look like bar codes
  [/^220[0-4]/, 16, 19], // Mir
  [/^(?:60|82|508)/, 16, 16], // RuPay
];

const isOfNetwork = (digits: string): boolean =>
  NETWORKS.some(
    ([start, shortest, longest]) =>
      start.test(digits) && digits.length >= shortest && digits.length <= longest,
  );

/** Groups of four, or 4-6-5 and 4-6-4, as cards are embossed; a run of digits is a label's business. */
const trust = (printed: string, digits: string): Trust => {
  const isGrouped = /^\d{4}(?:[ -]+\d{4}){2,3}(?:[ -]+\d{1,4})?$|^\d{4}[ -]\d{6}[ -]\d{4,5}$/.test(
    printed,
  );
  return isGrouped || (digits.startsWith("62") && digits.length >= 18) ? "sure" : "label";
};

/** Luhn alone passes one number in ten: network and length must fit, and printed groups or a label. */
export const BANK_CARD: NumberRule = {
  type: "bank-card",
  shape: /(?<!\d)(?<!\d[ .-])\d(?:[ -]{0,2}\d){11,18}(?![ -]?\d)(?![.,]\d)/gu,
  isValid: (digits) => isOfNetwork(digits) && isLuhn(digits) && !/^(\d)\1*$/.test(digits),
  trust,
};
