import { label, type NumberRule, sure } from "./rule.ts";

/** Mobile numbers as given out until March 2023. @see MIIT, 电信网编号计划 (2017) and later allocations */
export const CN_MOBILE =
  /(?<!\d)(?<!\d[-.])(?:(?:\+|00)?86[ -]?)?1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])(?:[ -]?\d{4}){2}(?!\d)(?![-.]\d)/gu;

/** Area codes: 010 and 02x have two digits after the zero, the others three. 400, 800 and 95xxx are services. */
const CN_LANDLINE =
  /(?<!\d)(?<!\d[-.])(?:\(?(?:010|02[0-9]|0[3-9]\d{2})\)?[ -]?)[2-9]\d{6,7}(?:-\d{1,5})?(?!\d)(?![-.]\d)/gu;

/** @see RFC 5321 4.1.2, the part people use; a top-level domain has two letters or more */
const EMAIL = /(?<![\w.%+-])[\w%+-][\w.%+-]{0,63}@(?:[\w-]{1,63}\.){1,5}[A-Z]{2,24}(?![\w@])/gu;

export const CONTACT_NUMBERS: readonly NumberRule[] = [
  { type: "email", shape: EMAIL, isValid: () => true, trust: sure },
  { type: "cn-mobile", shape: CN_MOBILE, isValid: () => true, trust: sure },
  { type: "cn-landline", shape: CN_LANDLINE, isValid: () => true, trust: label },
];
