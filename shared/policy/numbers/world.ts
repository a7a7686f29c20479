import {
  frenchKey,
  isCpfChecked,
  isIbanChecked,
  isKoreanChecked,
  isPeselChecked,
  isSingaporeChecked,
  isTurkishChecked,
  isVerhoeff,
  mrzCheck,
  spanishLetter,
} from "./check-digits.ts";
import { isDay, label, type NumberRule, sure } from "./rule.ts";

/** Printed in leaflets and wallets, never anybody's. @see ssa.gov/history/ssn/misused.html */
const LEAFLET_SSNS: ReadonlySet<string> = new Set(["078051120", "219099999"]);

const isRepeated = (digits: string): boolean => /^(\d)\1*$/.test(digits);

/** Century of a Polish birth month. @see Ustawa o ewidencji ludności, art. 15 */
const peselDay = (id: string): string => {
  const month = Number(id.slice(2, 4));
  const century = [19, 20, 21, 22, 18][Math.floor(month / 20)] ?? 0;
  return `${century}${id.slice(0, 2)}${String(month % 20).padStart(2, "0")}${id.slice(4, 6)}`;
};

/** Century by the seventh digit. @see 주민등록법 시행규칙, 2조 */
const koreanDay = (id: string): string => {
  const century = { 9: "18", 0: "18", 1: "19", 2: "19", 5: "19", 6: "19" }[id.charAt(6)] ?? "20";
  return century + id.slice(0, 6);
};

/** French departments of Corsica count as numbers. @see INSEE, NIR */
const corsica = (thirteen: string): string =>
  thirteen.replace(/^(.{5})2A/, "$119").replace(/^(.{5})2B/, "$118");

/** Lengths by country of the IBANs met most. @see SWIFT IBAN registry, release 97 */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 " +
    "EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 " +
    "KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 " +
    "PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 " +
    "VG24 XK20"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Numbers of the rest of the world. */
export const WORLD_NUMBERS: readonly NumberRule[] = [
  {
    type: "aadhaar",
    shape: /(?<!\d[ -]?)[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}(?![ -]?\d)/gu,
    isValid: (id) => isVerhoeff(id) && !isRepeated(id),
    trust: label,
  },
  {
    // The fourth letter says what sort of taxpayer it is; P is a person. @see Income Tax Rules 1962, 114
    type: "pan-in",
    shape: /(?<![A-Z\d])[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z](?![A-Z\d])/gu,
    isValid: () => true,
    trust: (_, id) => (id.charAt(3) === "P" ? "sure" : "label"),
  },
  {
    // @see ssa.gov/employer/randomization.html: areas 000, 666 and 9xx are never given
    type: "ssn",
    shape: /(?<![\d-])(?!000|666|9)\d{3}[ -](?!00)\d\d[ -](?!0000)\d{4}(?![\d-])/gu,
    isValid: (id) => !LEAFLET_SSNS.has(id),
    trust: (printed) => (printed.includes("-") ? "sure" : "label"),
  },
  {
    // @see HMRC NIM39110
    type: "nino",
    shape:
      /(?<![A-Z\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D](?![A-Z\d])/gu,
    isValid: () => true,
    trust: sure,
  },
  {
    type: "dni-es",
    shape: /(?<![A-Z\d])\d{8}[ -]?[A-HJ-NP-TV-Z](?![A-Z\d])/gu,
    isValid: (id) => spanishLetter(id.slice(0, 8)) === id.charAt(8),
    trust: label,
  },
  {
    // X, Y and Z count as 0, 1 and 2. @see Orden INT/2058/2008
    type: "nie-es",
    shape: /(?<![A-Z\d])[XYZ][ -]?\d{7}[ -]?[A-HJ-NP-TV-Z](?![A-Z\d])/gu,
    isValid: (id) => spanishLetter("XYZ".indexOf(id.charAt(0)) + id.slice(1, 8)) === id.charAt(8),
    trust: label,
  },
  {
    // Serial number and check digit. @see Personalausweisverordnung, Anhang 3; BMI leaflet on serial numbers
    type: "de-id",
    shape: /(?<![A-Z\d])[CFGHJKLMNPRTVWXYZ][\dCFGHJKLMNPRTVWXYZ]{8}\d(?:D|(?![A-Z\d]))/gu,
    isValid: (id) => mrzCheck(id.slice(0, 9)) === id.charAt(9) && /\d.*\d.*\d/.test(id),
    trust: label,
  },
  {
    type: "cpf",
    shape: /(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d\d(?!\d)/gu,
    isValid: (id) => isCpfChecked(id) && !isRepeated(id),
    trust: (printed) => (/\..*\..*-/.test(printed) ? "sure" : "label"),
  },
  {
    type: "nir-fr",
    shape:
      /(?<!\d)[1-478] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d(?!\d)/gu,
    isValid: (id) => frenchKey(corsica(id.slice(0, 13))) === id.slice(13),
    trust: sure,
  },
  {
    type: "pesel-pl",
    shape: /(?<!\d)\d{11}(?!\d)/gu,
    isValid: (id) => isPeselChecked(id) && isDay(peselDay(id)),
    trust: label,
  },
  {
    type: "tckn-tr",
    shape: /(?<!\d)[1-9]\d{10}(?!\d)/gu,
    isValid: isTurkishChecked,
    trust: label,
  },
  {
    // The last letter is checked for S, T, F, G and M series alike.
    type: "nric-sg",
    shape: /(?<![A-Z\d])[STFGM]\d{7}[A-Z](?![A-Z\d])/gu,
    isValid: isSingaporeChecked,
    trust: label,
  },
  {
    type: "rrn-kr",
    shape: /(?<![\d-])\d{6}-\d{7}(?![\d-])/gu,
    isValid: (id) => isDay(koreanDay(id)) && (isKoreanChecked(id) || koreanDay(id) >= "20201001"),
    trust: sure,
  },
  {
    type: "iban",
    shape: /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){2,7}(?: ?[\dA-Z]{1,3})?(?![A-Z\d])/gu,
    isValid: (iban) => IBAN_LENGTHS[iban.slice(0, 2)] === iban.length && isIbanChecked(iban),
    trust: sure,
  },
];
