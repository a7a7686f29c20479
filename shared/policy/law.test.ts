import { describe, expect, it } from "vitest";
import type { FindingKind } from "../model/finding.ts";
import { LAW_ARTICLES, LAW_CATEGORIES, lawsOf } from "./law.ts";

const told = (kind: FindingKind, type: string) => ({ kind, type });

describe("what the law calls a photo's findings", () => {
  it.each([
    ["nothing at all", [], []],
    ["a face", [told("face", "face")], ["biometric"]],
    ["a child", [told("face", "child")], ["biometric", "minors"]],
    [
      "an identity card",
      [told("face", "portrait"), told("document", "cn-resident-id-front")],
      ["biometric", "official-identity"],
    ],
    [
      "a number by which a state knows somebody",
      [told("personal-text", "ssn")],
      ["official-identity"],
    ],
    ["the code of a licence", [told("barcode", "id-card-code")], ["official-identity"]],
    ["a lab report", [told("document", "medical-report")], ["health"]],
    [
      "a card of a disabled person",
      [told("document", "disability-cert")],
      ["specific-identity", "health"],
    ],
    [
      "a bank card and a payslip",
      [told("document", "bank-card"), told("document", "payslip")],
      ["financial"],
    ],
    ["where it was taken", [told("location", "gps")], ["whereabouts"]],
    [
      "a phone number, a camera, a school",
      [
        told("personal-text", "phone"),
        told("device", "serial-number"),
        told("document", "student-card"),
      ],
      [],
    ],
  ] as const)("%s", (_, findings, categories) => {
    expect(lawsOf(findings)).toEqual(categories);
  });

  it("cites an article of the Chinese law for each, of the European one where it has a rule", () => {
    const cited = LAW_CATEGORIES.map((category) => Object.values(LAW_ARTICLES[category]).join("/"));
    expect(cited).toEqual(["28/9", "28/87", "28/", "28/9", "28/", "28/", "28, 31/8"]);
  });
});
