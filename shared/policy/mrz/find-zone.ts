import { mrzCheck } from "../numbers/check-digits.ts";
import {
  asDate,
  asDigits,
  asLetters,
  asZoneLine,
  fitRun,
  healNames,
  healNumber,
  healRuns,
} from "./repair.ts";
import { LAYOUTS, type MrzFormat, type MrzZone, readZone } from "./zone.ts";

/** A zone found in lines of OCR, and which lines it stands in. */
export interface FoundZone {
  readonly zone: MrzZone;
  /** Indices into the lines given; -1 for a line that was not found. */
  readonly at: readonly number[];
}

/** Shorter lines are no zone, however much of their fillers was lost. */
const SHORTEST = 24;
/** What a date's digits are read as. */
const D = "[\\dOQDUILJZASGTB<]";
/** Nationality, birth, sex, expiry: the part that all second lines share. */
const CORE = new RegExp(`([A-Z0158<]{3})(${D}{6})(${D})([MFXHN<])(${D}{6})(${D})`, "g");
const TD1_CORE = new RegExp(`^(${D}{6})(${D})([MFXHN<])(${D}{6})(${D})([A-Z0158<]{3})`);

/** Every machine-readable zone in lines of OCR, repaired. The lines are in reading order. */
export function findZones(texts: readonly string[]): readonly FoundZone[] {
  const lines = texts.map(asZoneLine);
  return lines.flatMap((line, at) => {
    if (line.length < SHORTEST) return [];
    const found = twoLines(lines, at) ?? threeLines(lines, at);
    return found ? [found] : [];
  });
}

/** Is this the shape of a line of names, without one that proves it? */
export const looksLikeNames = (text: string): boolean =>
  /^[PIVAC][A-Z<][A-Z<]{3}[A-Z]+<[A-Z<]+<<[<A-Z\d]*$/.test(asZoneLine(text)) &&
  asZoneLine(text).length >= SHORTEST;

/** Long enough for a line of a zone; of names also a short one, when its fillers were not seen. */
const isLine = (line = ""): boolean =>
  line.length >= SHORTEST || (/^[PIVAC<].*<</.test(line) && line.length >= SHORTEST / 2);
/** Specks between the lines of a zone are read as lines, too. */
const before = (lines: readonly string[], at: number): number =>
  [at - 1, at - 2, at - 3].find((line) => isLine(lines[line])) ?? at - 1;
const after = (lines: readonly string[], at: number): number =>
  [at + 1, at + 2, at + 3].find((line) => isLine(lines[line])) ?? at + 1;

function twoLines(lines: readonly string[], at: number): FoundZone | null {
  const core = bestCore(lines[at] ?? "");
  if (!core) return null;
  const names = before(lines, at);
  const format = twoLineFormat(lines[names] ?? "", core.line.length);
  const { width } = LAYOUTS[format];
  const second = secondLine(core, width, format);
  if (!second) return null;
  const heading = headed(lines[names] ?? "", core.nationality);
  const hasNames = /^[PIVAC]/.test(heading) && isLine(heading) && /<|K{2}/.test(heading);
  const first = hasNames ? nameLine(heading, core.nationality, width) : "".padEnd(width, "<");
  const zone = readZone(format, [first, second]);
  return zone && isBelievable(zone) ? { zone, at: [hasNames ? names : -1, at] } : null;
}

/** The kind says the format where the lines were shortened: passports are TD3, no card of two lines is. */
const twoLineFormat = (heading: string, length: number): MrzFormat => {
  const isLong = Math.max(heading.length, length) >= 40;
  if (heading.startsWith("V")) return isLong ? "MRV-A" : "MRV-B";
  return isLong || heading.startsWith("P") ? "TD3" : "TD2";
};

interface Core {
  readonly line: string;
  readonly start: number;
  readonly nationality: string;
  readonly text: string;
}

/** The place in a line where two dates fit their check digits, or one of them at least. */
function bestCore(line: string): Core | null {
  const found: (Core & { readonly fits: number })[] = [];
  for (let from = 5; from <= 12; from++) {
    CORE.lastIndex = from;
    const hit = CORE.exec(line);
    if (!hit || hit.index > 12) break;
    const [, nation = "", birth = "", birthDigit = "", sex = "", end = "", endDigit = ""] = hit;
    const [born, expires] = [asDate(birth), asDate(end)];
    const digits = [asDigits(birthDigit), asDigits(endDigit)] as const;
    const fits = Number(mrzCheck(born) === digits[0]) + Number(mrzCheck(expires) === digits[1]);
    const nationality = asLetters(nation);
    const text = nationality + born + digits[0] + sexOf(sex) + expires + digits[1];
    found.push({ line, start: hit.index, nationality, text, fits });
    from = hit.index;
  }
  return found.sort((a, b) => b.fits - a.fits).find(({ fits }) => fits > 0) ?? null;
}

const sexOf = (read: string): string => ({ H: "M", N: "M" })[read] ?? read;

function secondLine(core: Core, width: number, format: MrzFormat): string | null {
  const head = core.line.slice(0, core.start);
  const check = asDigits(head.slice(-1));
  const number = fitRun(head.slice(0, -1), 9) ?? head.slice(0, -1).slice(-9).padEnd(9, "<");
  const tailLength = width - 28;
  const tail = tailOf(core.line.slice(core.start + 18), tailLength, format);
  if (tail === null) return null;
  // A sign was lost: whatever fits now, fits by chance.
  const isWhole = head.length === 10;
  return (isWhole ? healNumber(number, check) : number) + check + core.text + tail;
}

/** What follows the expiry date: optional data, then as many check digits as the layout has. */
function tailOf(read: string, length: number, format: MrzFormat): string | null {
  const digits = { TD3: 2, TD2: 1 }[format as string] ?? 0;
  const healed = healRuns(`<${read}`).slice(1);
  const checks = asDigits(healed.slice(healed.length - digits));
  const data = healed.slice(0, healed.length - digits);
  const filled = /^[<KSC4]*$/.test(data)
    ? "<".repeat(length - digits)
    : (fitRun(data, length - digits) ??
      (data.length < length ? data.padEnd(length - digits, "<") : null));
  return filled === null || filled.length !== length - digits ? null : filled + checks;
}

/** A passport whose first letter was not seen: its issuer tells that a line of names begins. */
const headed = (line: string, nationality: string): string =>
  line.startsWith(`<${nationality}`) ? `P${line}` : line;

/** The first line, its issuer repaired from the nationality where they look alike. */
function nameLine(read: string, nationality: string, width: number): string {
  const kind = read.charAt(0);
  // "P<" read as "P" alone, "PK" or "PC": the issuer tells where it begins.
  const issuerAt = nationality.includes("<") ? -1 : read.slice(1, 5).indexOf(nationality);
  const second = issuerAt === 1 ? read.charAt(1) : "<";
  const sub = /[KC(]/.test(second) ? "<" : second;
  if (issuerAt >= 0) {
    const rest = read.slice(1 + issuerAt + nationality.length);
    return kind + sub + nationality + healNames(rest, width - 5);
  }
  const plain = read.charAt(1) === "K" ? "<" : read.charAt(1);
  return kind + asLetters(plain + read.slice(2, 5)) + healNames(read.slice(5), width - 5);
}

function threeLines(lines: readonly string[], at: number): FoundZone | null {
  const hit = TD1_CORE.exec(lines[at] ?? "");
  if (!hit) return null;
  const [all, birth = "", birthDigit = "", sex = "", end = "", endDigit = "", nation = ""] = hit;
  const core = asDate(birth) + asDigits(birthDigit) + sexOf(sex) + asDate(end) + asDigits(endDigit);
  const tail = tailOf((lines[at] ?? "").slice(all.length), 12, "TD2");
  if (tail === null) return null;
  const second = core + asLetters(nation) + tail;
  const [above, below] = [before(lines, at), after(lines, at)];
  const first = documentLine(lines[above] ?? "");
  const third = healNames(lines[below] ?? "", 30);
  const zone = readZone("TD1", [first ?? "".padEnd(30, "<"), second, third]);
  if (!zone || !isBelievable(zone)) return null;
  return { zone, at: [first === null ? -1 : above, at, third.startsWith("<") ? -1 : below] };
}

/** Kind, issuer, number, check digit, optional data. */
function documentLine(read: string): string | null {
  if (!/^[IAC]/.test(read) || read.length < SHORTEST) return null;
  const kind = read.charAt(0) + (read.charAt(1) === "K" ? "<" : read.charAt(1));
  const check = read.charAt(14) === "<" ? "<" : asDigits(read.charAt(14));
  const number = healNumber(read.slice(5, 14), check);
  const optional = healRuns(`<${read.slice(15)}`).slice(1);
  const filled = fitRun(optional, 15) ?? optional.padEnd(15, "<").slice(0, 15);
  return kind + asLetters(read.slice(2, 5)) + number + check + filled;
}

/** Two dates that fit are one chance in a hundred; the rest of the zone must look like one too. */
function isBelievable({ checks, fields, lines }: MrzZone): boolean {
  const dates = [fields.birthDate, fields.expiryDate];
  const isDated = dates.every((date) => /^\d{2}(?:\d{2}|<<)(?:\d{2}|<<)$/.test(date));
  return isDated && (checks.birthDate === true || checks.expiryDate === true) && lines.length > 1;
}
