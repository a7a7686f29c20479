import fc from "fast-check";
import { parse } from "mrz";
import { describe, expect, it } from "vitest";
import { mrzCheck } from "../numbers/check-digits.ts";
import { findZones } from "./find-zone.ts";
import { echoOf, namesFromPrint } from "./zone-print.ts";

const PASSPORT = [
  "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
  "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
];
const CARD = [
  "I<UTOD231458907<<<<<<<<<<<<<<<",
  "7408122F1204159UTO<<<<<<<<<<<6",
  "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
];
const CHINESE = [
  "P<CHNCESHI<<YANGBEN<<<<<<<<<<<<<<<<<<<<<<<<<",
  "E000000008CHN9003071F3503063<<<<<<<<<<<<<<<4",
];

const read = (lines: readonly string[]) => findZones(lines).map(({ zone }) => zone.lines);

describe("a machine-readable zone, read with mistakes", () => {
  it.each([
    ["as it is", PASSPORT, PASSPORT],
    [
      "its first letter not seen",
      ["<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", PASSPORT[1] ?? ""],
      PASSPORT,
    ],
    ["its fillers not seen", ["P<UTOERIKSSON<<ANNA<MARIA", PASSPORT[1] ?? ""], PASSPORT],
    [
      "in small letters with spaces",
      PASSPORT.map((line) => line.toLowerCase().replace("<<", "< <")),
      PASSPORT,
    ],
    [
      "its fillers shortened",
      [PASSPORT[0]?.replace(/<+$/, "<<<<") ?? "", PASSPORT[1] ?? ""],
      PASSPORT,
    ],
    [
      "its fillers read as K, S and C",
      ["P<UTOERIKSSON<<ANNA<MARIA<<<<KK<S<<<C<<<<K<<", PASSPORT[1] ?? ""],
      PASSPORT,
    ],
    [
      "its kind without a filler",
      ["PUTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", PASSPORT[1] ?? ""],
      PASSPORT,
    ],
    [
      "digits read as letters",
      [PASSPORT[0] ?? "", "L898902C36UTO74O8I22FI2O4I59ZE184226B<<<<<I0"],
      PASSPORT,
    ],
    [
      "letters read as digits",
      [PASSPORT[0]?.replace("UTO", "UT0") ?? "", "L898902C36UT07408122F1204159ZE184226B<<<<<10"],
      PASSPORT,
    ],
    [
      "an O in its number",
      [CHINESE[0] ?? "", "E0O0000008CHN9003071F3503063<<<<<<<<<<<<<<<4"],
      CHINESE,
    ],
    [
      "its empty data shortened",
      [CHINESE[0] ?? "", "E000000008CHN9003071F3503063<<<<<<<<<4"],
      CHINESE,
    ],
    [
      "its data read as K",
      [CHINESE[0] ?? "", "E000000008CHN9003071F3503063<<<K<<<K<<<<<<<4"],
      CHINESE,
    ],
    ["a card", CARD, CARD],
    [
      "a card, fillers shortened",
      ["I<UTOD231458907<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<"],
      CARD,
    ],
    [
      "a card, digits as letters",
      [CARD[0] ?? "", "74O8122FI204159UTO<<<<<<<<<<<6", CARD[2] ?? ""],
      CARD,
    ],
  ])("%s, is what was printed", (_, lines, wanted) => {
    expect(read(lines)).toEqual([wanted]);
  });

  it("is found among other lines", () => {
    expect(findZones(["PASSPORT", "ERIKSSON", ...PASSPORT, "page 2"]).map(({ at }) => at)).toEqual([
      [2, 3],
    ]);
  });

  it.each([
    "https://example.com/a/very/long/path/to/a/file",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQR",
    "7B8D19F0A6C24E5D93B1F7A8C0D2E4F6A8B0C2D4E6F8",
  ])("is not seen in %s", (line) => {
    expect(findZones([line])).toEqual([]);
  });
});

describe("names of a zone", () => {
  const healed = (print: readonly string[]) => {
    const [found] = findZones(["P<UTOERIKSO<<NNA<MARI<<<<<<<<<<<<<<<<<<<<<<<", PASSPORT[1] ?? ""]);
    return found ? namesFromPrint(found.zone, print).lines[0] : null;
  };

  it("are spelt as print above it spells both of them", () => {
    expect(healed(["ERIKSSON, ANNA MARIA"])).toBe(PASSPORT[0]);
    expect(healed(["SURNAME", "ERIKSSON", "GIVEN NAMES", "ANNA MARIA"])).toBe(PASSPORT[0]);
  });

  it("stay as they were read where print has only one of them, or others", () => {
    const read = "P<UTOERIKSO<<NNA<MARI<<<<<<<<<<<<<<<<<<<<<<<";
    expect(healed(["ERIKSSON"])).toBe(read);
    expect(healed(["SMITH, JOHN", "UTOPIA"])).toBe(read);
  });
});

describe("what is printed above a zone", () => {
  const [found] = findZones(PASSPORT);
  if (!found) throw new Error("no zone");

  it.each([
    ["L8989O2C3", { type: "passport-number", value: "L898902C3" }],
    ["ERIKSSON", { type: "full-name", value: "ERIKSSON" }],
    ["12 AUG 1974", { type: "birth-date", value: "19740812" }],
    ["15 APR 2012", null],
    ["UTOPIA", null],
  ])("%s is known for what it is", (line, echo) => {
    expect(echoOf(found.zone, line)).toEqual(echo);
  });
});

describe("a zone that we call valid", () => {
  it("has the same check digits for another reader of zones", () => {
    const digits = fc.stringMatching(/^[A-Z\d]{9}$/);
    const days = fc.constantFrom("740812", "900307", "010228", "851231");
    fc.assert(
      fc.property(digits, days, days, (number, born, expires) => {
        const head = number + mrzCheck(number);
        const core = `${born}${mrzCheck(born)}F${expires}${mrzCheck(expires)}`;
        const tail = `${"<".repeat(14)}<`;
        const line = `${head}UTO${core}${tail}${mrzCheck(head + core.replace("F", "") + tail)}`;
        const [zone] = findZones(["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", line]);
        const theirs = parse(["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", line]).details;
        const checks = theirs.filter(({ field }) => field?.endsWith("CheckDigit"));
        return zone?.zone.isValid === true && checks.every(({ valid }) => valid);
      }),
      { numRuns: 50 },
    );
  });
});
