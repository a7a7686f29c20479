import { dateIn } from "../personal-text/shapes.ts";
import type { MrzZone } from "./zone.ts";

/** What a zone says that is printed above it once more, in letters for people. @see ICAO 9303-3, 3: the visual inspection zone */
export interface Echo {
  readonly type: "passport-number" | "id-number" | "full-name" | "birth-date";
  readonly value: string;
}

/** Readers take these for one another; what is left tells two numbers apart all the same. */
const blurred = (text: string): string =>
  text
    .replace(/[^A-Z\d]/g, "")
    .replace(/[OQD]/g, "0")
    .replace(/[IL]/g, "1")
    .replace(/B/g, "8")
    .replace(/S/g, "5")
    .replace(/Z/g, "2")
    .replace(/G/g, "6");

/** Shorter ones are met by chance. */
const LEAST = 6;

/** Is a folded line what a zone says? Its check digits vouch for the line, and its spelling is the better one. */
export function echoOf(zone: MrzZone, folded: string): Echo | null {
  const { fields, checks, format } = zone;
  const number = fields.number.replace(/</g, "");
  if (checks.number && number.length >= LEAST && blurred(folded) === blurred(number)) {
    // A visa's own number is not the passport's that is printed on it.
    if (format.startsWith("MRV")) return null;
    return { type: format === "TD3" ? "passport-number" : "id-number", value: number };
  }
  const names = fields.names.split("<<").map((part) => part.replace(/</g, ""));
  const letters = folded.replace(/[^A-Z]/g, "");
  const isName = letters.length >= 2 && !/\d/.test(folded) && names.includes(letters);
  if (isName) return { type: "full-name", value: folded.trim() };
  const date = dateIn(folded);
  const isBirth = checks.birthDate && date && date.date.slice(2) === fields.birthDate;
  return isBirth ? { type: "birth-date", value: date.date } : null;
}
