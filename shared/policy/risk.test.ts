import { describe, expect, it } from "vitest";
import type { FindingKind, Severity } from "../model/finding.ts";
import { isWorseTogether, photoSeverity, riskOf } from "./risk.ts";

const told = (kind: FindingKind, type: string, severity: Severity) => ({ kind, type, severity });
const FACE = told("face", "face", "medium");
const NUMBER = told("personal-text", "cn-resident-id", "high");
const ADDRESS = told("personal-text", "home-address", "high");
const NAME = told("personal-text", "full-name", "low");
const PHONE = told("personal-text", "phone", "medium");
const CARD = told("document", "cn-resident-id-front", "critical");
const GPS = told("location", "gps", "high");

describe("the risk of a photo", () => {
  it.each([
    ["nothing at all", [], { severity: "none", story: null }],
    [
      "a face, a number and an address",
      [FACE, NUMBER, ADDRESS],
      { severity: "critical", story: "identity-kit" },
    ],
    [
      "an identity card with its portrait",
      [told("face", "portrait", "low"), CARD, NUMBER, NAME],
      { severity: "critical", story: "identity-kit" },
    ],
    ["a number with a name", [NUMBER, NAME], { severity: "critical", story: "identity-paper" }],
    [
      "a bank card",
      [told("document", "bank-card", "critical"), told("personal-text", "bank-card", "high")],
      { severity: "critical", story: "bank" },
    ],
    [
      "a child and where it was",
      [told("face", "child", "high"), GPS],
      { severity: "critical", story: "child-known" },
    ],
    [
      "a lab report",
      [told("document", "medical-report", "high"), NAME],
      { severity: "high", story: "health" },
    ],
    [
      "a pensioner's booklet",
      [told("document", "pension-document", "high"), NAME],
      { severity: "high", story: "old-age" },
    ],
    [
      "an admission letter",
      [told("document", "school-document", "high"), NAME],
      { severity: "high", story: "education" },
    ],
    [
      "a class list",
      Array.from({ length: 120 }, () => PHONE),
      { severity: "critical", story: "many-people" },
    ],
    ["a name and a phone number", [NAME, PHONE], { severity: "medium", story: "reachable" }],
    ["a place alone", [GPS], { severity: "high", story: "whereabouts" }],
    ["a face alone", [FACE], { severity: "medium", story: "face" }],
    [
      "a blank form",
      [told("document", "form-with-identity", "low")],
      { severity: "low", story: null },
    ],
    [
      "a code on a screen",
      [told("personal-text", "one-time-code", "high")],
      { severity: "high", story: "account" },
    ],
  ] as const)("of %s", (_, findings, risk) => {
    expect(riskOf(findings)).toEqual(risk);
  });

  it("is never less than that of its worst finding", () => {
    expect(
      photoSeverity([
        { ...FACE, severity: "low" },
        { ...GPS, severity: "high" },
      ]),
    ).toBe("high");
    expect(photoSeverity([told("time", "capture-time", "low")])).toBe("low");
  });

  it("says when the parts are harmless and the whole is not", () => {
    expect(isWorseTogether([NUMBER, NAME])).toBe(true);
    expect(isWorseTogether([CARD])).toBe(false);
  });
});
