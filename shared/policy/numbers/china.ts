import { creditCodeCheck, hongKongCheck, isTaiwanChecked, residentCheck } from "./check-digits.ts";
import { isBirthDay, label, type NumberRule, sure } from "./rule.ts";

/** Provinces, and 81–83 for residents from Hong Kong, Macau and Taiwan. @see GB/T 2260; GB 11643 */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 " +
    "71 81 82 83"
  ).split(" "),
);

const isRegion = (six: string): boolean => {
  if (/^8/.test(six)) return /^8[123]0000$/.test(six);
  return PROVINCES.has(six.slice(0, 2)) && six.slice(2) !== "0000";
};

/** @see GB 11643-1999: region, birth day, serial number, check character */
export const isResidentId = (id: string, today: string): boolean =>
  isRegion(id.slice(0, 6)) &&
  isBirthDay(id.slice(6, 14), today) &&
  residentCheck(id.slice(0, 17)) === id.charAt(17);

/** The first generation: two digits of the year, no check character. @see GB 11643-1989 */
export const isOldResidentId = (id: string, today: string): boolean =>
  isRegion(id.slice(0, 6)) && isBirthDay(`19${id.slice(6, 12)}`, today);

/** Unified social credit code of a company. @see GB 32100-2015, 3–5 */
export const isCreditCode = (code: string): boolean =>
  /[A-Z]/.test(code) || PROVINCES.has(code.slice(2, 4))
    ? creditCodeCheck(code.slice(0, 17)) === code.charAt(17)
    : false;

/** The letters on a plate. I and O are not used. @see GA 36-2018, 5.9 */
const PLATE_SHAPE =
  /(?<![A-Z\d])[京津沪冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼渝使领][ ]?[A-HJ-NP-Z][ ·.-]?(?:[DF][ ]?[A-HJ-NP-Z\d]\d{4}|\d{5}[DF]|[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d挂学警港澳])(?![A-Z\d])/gu;

/** Numbers of mainland China, Hong Kong, Macau and Taiwan. */
export const CHINESE_NUMBERS: readonly NumberRule[] = [
  {
    type: "cn-resident-id",
    shape: /(?<!\d)[1-9](?:[ -]?\d){16}[ -]?[\dX](?!\d)/gu,
    isValid: isResidentId,
    trust: sure,
  },
  {
    type: "cn-resident-id-15",
    shape: /(?<!\d)[1-9]\d{14}(?![\dX])/gu,
    isValid: isOldResidentId,
    trust: label,
  },
  {
    type: "uscc",
    shape:
      /(?<![A-Z\d])[1-9A-HJ-NPQRTUWXY][\dA-HJ-NPQRTUWXY]\d{6}[\dA-HJ-NPQRTUWXY]{10}(?![A-Z\d])/gu,
    isValid: isCreditCode,
    trust: (_, code) => (/^[159NY]/.test(code) && /[A-Z]/.test(code) ? "sure" : "label"),
  },
  {
    // One letter series and eight digits or a second letter and seven; no check digit is printed.
    type: "cn-passport",
    shape: /(?<![A-Z\d])(?:[EGDSP]\d{8}|E[A-HJ-NP-Z]\d{7})(?!\d)/gu,
    isValid: () => true,
    trust: label,
  },
  {
    // Exit-entry permits: C and eight characters; home-return permits: H or M and eight or ten digits.
    type: "travel-permit",
    shape: /(?<![A-Z\d])(?:C[A-Z\d]\d{7}|[WT]\d{8}|[HM](?:\d{10}|\d{8}))(?!\d)/gu,
    isValid: () => true,
    trust: label,
  },
  {
    type: "hk-id",
    shape: /(?<![A-Z\d])[A-Z]{1,2} ?\d{6} ?\([\dA]\)/gu,
    isValid: (id) => hongKongCheck(bare(id).slice(0, -1)) === bare(id).slice(-1),
    trust: sure,
  },
  {
    type: "macau-id",
    shape: /(?<![A-Z\d])[157]\d{6} ?\(\d\)|(?<![A-Z\d/])[157]\/\d{6}\/\d(?!\d)/gu,
    isValid: () => true,
    trust: label,
  },
  {
    type: "tw-id",
    shape: /(?<![A-Z\d])[A-Z][1289]\d{8}(?![A-Z\d])/gu,
    isValid: isTaiwanChecked,
    trust: label,
  },
  { type: "licence-plate", shape: PLATE_SHAPE, isValid: () => true, trust: sure },
];

const bare = (id: string): string => id.replace(/[()]/g, "");
