import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findZones } from "../mrz/find-zone.ts";
import { isLuhn, mrzCheck, residentCheck } from "./check-digits.ts";
import { findNumbers, kindsOfNumber } from "./find-numbers.ts";
import { fold } from "./fold.ts";
import vectors from "./vectors.json" with { type: "json" };

const TODAY = "20261125";

/** What the vectors call a number, and the word of our findings. */
const TYPES: Readonly<Record<string, string>> = {
  CN_RESIDENT_ID: "cn-resident-id",
  CN_RESIDENT_ID_15: "cn-resident-id-15",
  USCC: "uscc",
  BANK_CARD: "bank-card",
  NOT_BANK_CARD: "bank-card",
  HKID: "hk-id",
  TW_ID: "tw-id",
  TW_UI: "tw-id",
  MACAU_BIR: "macau-id",
  AADHAAR: "aadhaar",
  PAN_IN: "pan-in",
  SSN: "ssn",
  NINO: "nino",
  DNI_ES: "dni-es",
  NIE_ES: "nie-es",
  DE_ID: "de-id",
  CPF: "cpf",
  NIR_FR: "nir-fr",
  PESEL_PL: "pesel-pl",
  TCKN_TR: "tckn-tr",
  IBAN: "iban",
  CN_MOBILE: "cn-mobile",
  CN_LANDLINE: "cn-landline",
  CN_PLATE: "licence-plate",
  EMAIL: "email",
};

const kinds = (text: string) => kindsOfNumber(fold(text), TODAY).map(({ type }) => type);

describe("a number", () => {
  const known = vectors.filter(({ type }) => TYPES[type] !== undefined);

  it.each(known)(
    "$type $value is known for what it is: $valid ($why)",
    ({ type, value, valid }) => {
      expect(kinds(value).includes(TYPES[type] ?? "")).toBe(valid);
    },
  );

  it.each(known.filter(({ valid }) => valid))(
    "$type $value is found between Chinese words",
    ({ type, value }) => {
      expect(kinds(`号码：${value}，请核对`)).toContain(TYPES[type]);
    },
  );
});

describe("a machine-readable zone", () => {
  const zones = vectors.filter(({ type }) => type.startsWith("MRZ"));

  it.each(zones)("of $type is valid or not by its check digits: $why", ({ value, valid }) => {
    expect(findZones(value.split("\n")).some(({ zone }) => zone.isValid)).toBe(valid);
  });
});

describe("a check character", () => {
  it("changes with every single digit of a resident's number", () => {
    const digits = fc.stringMatching(/^\d{17}$/);
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, at, by) => {
        const other = id.slice(0, at) + ((Number(id[at]) + by) % 10) + id.slice(at + 1);
        return residentCheck(id) !== residentCheck(other);
      }),
    );
  });

  it("of a card fits exactly one last digit", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{15}$/), (head) => {
        return [..."0123456789"].filter((last) => isLuhn(head + last)).length === 1;
      }),
    );
  });

  it("of a zone counts a filler as nothing", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z\d<]{1,30}$/), (field) => {
        return mrzCheck(field) === mrzCheck(field.replaceAll("<", "0"));
      }),
    );
  });
});

describe("numbers in a line", () => {
  const found = (text: string) =>
    findNumbers(fold(text), TODAY).map(({ type, compact, trust }) => [type, compact, trust]);

  it("are told apart when they stand close together", () => {
    expect(found("张三 13800138000 身份证110101 19900307 002X ceshi@example.com")).toEqual([
      ["cn-resident-id", "11010119900307002X", "sure"],
      ["email", "CESHI@EXAMPLE.COM", "sure"],
      ["cn-mobile", "13800138000", "sure"],
    ]);
  });

  it("are not made of parts of longer ones", () => {
    expect(found("订单 202311061234567890 条码6901234567892 图1.1.2 1380013800012")).toEqual([]);
  });

  it("of residents are healed where a digit was misread or doubled, if only one number fits", () => {
    const ids = (text: string) => findNumbers(fold(text), TODAY).map(({ compact }) => compact);
    expect(ids("号码 11O1011990O307002X")).toEqual(["11010119900307002X"]);
    expect(ids("号码 1101011990033070021X")).toEqual([]);
    expect(ids("11010119900330700 2X")).toEqual(["11010119900307002X"]);
  });

  it("keep their places in the line as it was printed", () => {
    const line = "电话：１３８００１３８０００ ";
    const folded = fold(line);
    const [phone] = findNumbers(folded, TODAY);
    const [start, end] = [folded.from[phone?.start ?? 0], folded.from[phone?.end ?? 0]];
    expect(line.slice(start, end)).toBe("１３８００１３８０００");
  });

  it("never throw and never overlap, whatever the text", () => {
    const text = fc.string({
      unit: fc.constantFrom(..."0123456789-X (京A粤港.@F<P86+"),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, (line) => {
        const spans = findNumbers(fold(line), TODAY).toSorted((a, b) => a.start - b.start);
        return spans.every((span, at) => at === 0 || span.start >= (spans[at - 1]?.end ?? 0));
      }),
      { numRuns: 500 },
    );
  });
});
