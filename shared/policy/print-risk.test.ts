import { describe, expect, it } from "vitest";
import { printFindings, type SeenPrint } from "./print-risk.ts";

const CARD: SeenPrint = {
  kind: "document",
  type: "cn-resident-id-front",
  confidence: 0.97,
  box: [0.1, 0.1, 0.8, 0.8],
  value: null,
};
const NUMBER: SeenPrint = {
  kind: "personal-text",
  type: "cn-resident-id",
  confidence: 0.97,
  box: [0.3, 0.7, 0.4, 0.1],
  value: "110101199003071233",
};
const severities = (...seen: readonly SeenPrint[]) =>
  printFindings(seen).map(({ severity }) => severity);

describe("findings of what can be read", () => {
  it("carry masked values only", () => {
    expect(printFindings([NUMBER])).toEqual([
      {
        kind: "personal-text",
        type: "cn-resident-id",
        severity: "high",
        confidence: 0.97,
        box: [0.3, 0.7, 0.4, 0.1],
        value: "1101**********1233",
        source: "picture",
        location: null,
      },
    ]);
  });

  it("weigh a card with somebody's number on it more than an empty one", () => {
    expect(severities(CARD, NUMBER)).toEqual(["critical", "high"]);
    expect(severities(CARD)).toEqual(["medium"]);
    expect(severities({ ...CARD, type: "form-with-identity" })).toEqual(["low"]);
    const beside: SeenPrint = { ...NUMBER, box: [0.95, 0.95, 0.04, 0.02] };
    expect(severities(CARD, beside)).toEqual(["medium", "high"]);
  });

  it("weigh a doubtful one a step less", () => {
    expect(severities({ ...NUMBER, confidence: 0.6 })).toEqual(["medium"]);
  });

  it("weigh a type that no table knows", () => {
    expect(severities({ ...NUMBER, type: "constructor" })).toEqual(["medium"]);
  });
});
