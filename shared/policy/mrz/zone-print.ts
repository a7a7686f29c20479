import { plainLatin } from "../numbers/fold.ts";
import { dateIn } from "../personal-text/shapes.ts";
import { type MrzZone, readZone } from "./zone.ts";

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

/** Letters that may be wrong or lost in a name: four in ten, as OCR-B is read. */
const LOST = 0.4;
/** A surname and given names, as print says them. */
type Name = readonly [surname: string, given: string];

/**
 * Names have no check digits; but both are printed above the zone. Where both are there, nearly as
 * they were read in the zone, print has the better spelling.
 */
export function namesFromPrint(zone: MrzZone, folded: readonly string[]): MrzZone {
  const [surname = "", given = ""] = zone.fields.names.split("<<").map(letters);
  // Zones spell "Ä" as "AE": print has one letter where the zone rightly has two.
  if (/[AOU]E|SS/.test(surname + given)) return zone;
  const near = pairs(folded)
    .map((name) => ({
      name,
      far: distance(letters(name[0]), surname) + distance(letters(name[1]), given),
    }))
    .filter(({ name, far }) => far <= LOST * letters(name.join("")).length)
    .sort((a, b) => a.far - b.far)[0];
  const row = zone.lines.findIndex((line) => line.includes(zone.fields.names.replace(/<+$/, "")));
  const line = zone.lines[row];
  if (!near || near.far === 0 || line === undefined || surname === "") return zone;
  const names = near.name.map((part) => part.trim().replace(/[^A-Z]+/g, "<")).join("<<");
  // Letters were lost: where the issuer looks like the nationality, it is the same.
  const { issuer, nationality } = zone.fields;
  const state = distance(issuer, nationality) <= 1 ? nationality : issuer;
  const head = row === 0 ? line.slice(0, 2) + state : "";
  const healed = (head + names).slice(0, line.length).padEnd(line.length, "<");
  return readZone(zone.format, zone.lines.with(row, healed)) ?? zone;
}

const letters = (text: string): string => plainLatin(text).replace(/[^A-Z]/g, "");

/** "ZHENG, ERBEN" in one line, or a line of each, the surname first. */
function pairs(folded: readonly string[]): readonly Name[] {
  const names = folded
    .map(plainLatin)
    .filter((text) => /^[A-Z][A-Z ,.'-]{1,40}$/.test(text.trim()));
  const together = names.flatMap((text): Name[] => {
    const [surname, given] = text.split(",");
    return surname && given ? [[surname, given]] : [];
  });
  const apart = names.flatMap((surname, at): Name[] =>
    names.slice(at + 1, at + 1 + NEXT).map((given): Name => [surname, given]),
  );
  return [...together, ...apart];
}

/** Lines between surname and given names, labels among them. */
const NEXT = 4;

/** Letters to change, leave out or put in. @see V. Levenshtein, 1966 */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + Number(letter !== b[j]);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
