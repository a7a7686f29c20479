import { mrzCheck } from "../numbers/check-digits.ts";

/** The layouts of ICAO 9303: parts 4 (TD3), 6 (TD2), 5 (TD1), 7 (visas MRV-A and MRV-B). */
export type MrzFormat = "TD3" | "TD2" | "TD1" | "MRV-A" | "MRV-B";

/** A span of a zone: line from 0, first character from 0, length. */
type Span = readonly [line: number, start: number, length: number];

/** Where a layout keeps its fields, and what each check digit covers. */
interface Layout {
  readonly lines: number;
  readonly width: number;
  readonly fields: Readonly<Record<Field, Span>>;
  /** Check digit and the spans that it covers, in order. Optional data may have `<` for its digit. */
  readonly checks: Readonly<Partial<Record<Check, readonly [digit: Span, ...covers: Span[]]>>>;
}
type Field =
  | "kind"
  | "issuer"
  | "names"
  | "number"
  | "nationality"
  | "birthDate"
  | "sex"
  | "expiryDate";
export type Check = "number" | "birthDate" | "expiryDate" | "optional" | "composite";

/** The second line of all layouts of two lines begins alike. */
const SECOND_LINE = {
  number: [1, 0, 9],
  nationality: [1, 10, 3],
  birthDate: [1, 13, 6],
  sex: [1, 20, 1],
  expiryDate: [1, 21, 6],
} as const;
const SECOND_CHECKS = {
  number: [
    [1, 9, 1],
    [1, 0, 9],
  ],
  birthDate: [
    [1, 19, 1],
    [1, 13, 6],
  ],
  expiryDate: [
    [1, 27, 1],
    [1, 21, 6],
  ],
} as const;
const heading = (width: number) =>
  ({ kind: [0, 0, 2], issuer: [0, 2, 3], names: [0, 5, width - 5] }) as const;

export const LAYOUTS: Readonly<Record<MrzFormat, Layout>> = {
  TD3: {
    lines: 2,
    width: 44,
    fields: { ...heading(44), ...SECOND_LINE },
    checks: {
      ...SECOND_CHECKS,
      optional: [
        [1, 42, 1],
        [1, 28, 14],
      ],
      composite: [
        [1, 43, 1],
        [1, 0, 10],
        [1, 13, 7],
        [1, 21, 22],
      ],
    },
  },
  TD2: {
    lines: 2,
    width: 36,
    fields: { ...heading(36), ...SECOND_LINE },
    checks: {
      ...SECOND_CHECKS,
      composite: [
        [1, 35, 1],
        [1, 0, 10],
        [1, 13, 7],
        [1, 21, 14],
      ],
    },
  },
  "MRV-A": {
    lines: 2,
    width: 44,
    fields: { ...heading(44), ...SECOND_LINE },
    checks: SECOND_CHECKS,
  },
  "MRV-B": {
    lines: 2,
    width: 36,
    fields: { ...heading(36), ...SECOND_LINE },
    checks: SECOND_CHECKS,
  },
  TD1: {
    lines: 3,
    width: 30,
    fields: {
      kind: [0, 0, 2],
      issuer: [0, 2, 3],
      number: [0, 5, 9],
      birthDate: [1, 0, 6],
      sex: [1, 7, 1],
      expiryDate: [1, 8, 6],
      nationality: [1, 15, 3],
      names: [2, 0, 30],
    },
    checks: {
      number: [
        [0, 14, 1],
        [0, 5, 9],
      ],
      birthDate: [
        [1, 6, 1],
        [1, 0, 6],
      ],
      expiryDate: [
        [1, 14, 1],
        [1, 8, 6],
      ],
      composite: [
        [1, 29, 1],
        [0, 5, 25],
        [1, 0, 7],
        [1, 8, 7],
        [1, 18, 11],
      ],
    },
  },
};

/** What a machine-readable zone says, and which of its check digits fit. */
export interface MrzZone {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  readonly fields: Readonly<Record<Field, string>>;
  readonly checks: Readonly<Partial<Record<Check, boolean>>>;
  /** Every check digit of the layout fits. */
  readonly isValid: boolean;
}

const cut = (lines: readonly string[], [line, start, length]: Span): string =>
  (lines[line] ?? "").slice(start, start + length);

/** Reads a zone of the right number of lines and characters; null when it is not one. */
export function readZone(format: MrzFormat, lines: readonly string[]): MrzZone | null {
  const layout = LAYOUTS[format];
  const isWhole =
    lines.length === layout.lines && lines.every((line) => line.length === layout.width);
  if (!isWhole || lines.some((line) => /[^A-Z\d<]/.test(line))) return null;
  const checks = Object.fromEntries(
    Object.entries(layout.checks).map(([check, [digit, ...covers]]) => [
      check,
      fits(lines, check, digit, covers),
    ]),
  );
  const fields = mapValues(layout.fields, (span) => cut(lines, span));
  return { format, lines, fields, checks, isValid: Object.values(checks).every(Boolean) };
}

function fits(lines: readonly string[], check: string, digit: Span, covers: readonly Span[]) {
  const printed = cut(lines, digit);
  const covered = covers.map((span) => cut(lines, span)).join("");
  // ICAO 9303-4, 4.2.2.2: an empty personal number may have no digit
  if (check === "optional" && printed === "<") return /^<*$/.test(covered);
  // ICAO 9303-5, 4.2.2 note j: a longer number goes on in the optional data, its digit behind it
  if (check === "number" && printed === "<" && lines.length === 3) return isLongNumber(lines[0]);
  return mrzCheck(covered) === printed;
}

function isLongNumber(line = ""): boolean {
  const rest = /^[A-Z\d]+/.exec(line.slice(15))?.[0] ?? "";
  const whole = line.slice(5, 14) + rest;
  return rest.length >= 2 && mrzCheck(whole.slice(0, -1)) === whole.at(-1);
}

const mapValues = <K extends string, V, W>(from: Readonly<Record<K, V>>, to: (value: V) => W) =>
  Object.fromEntries(Object.entries<V>(from).map(([key, value]) => [key, to(value)])) as Record<
    K,
    W
  >;
