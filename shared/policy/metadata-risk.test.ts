import { describe, expect, it } from "vitest";
import { METADATA_TYPES } from "./meaning.ts";
import { type Revelation, toFinding } from "./metadata-risk.ts";

const fact = (rest: Partial<Revelation>): Revelation => ({
  kind: "identity",
  type: "author",
  source: "XMP",
  value: null,
  location: null,
  ...rest,
});

describe("a finding about metadata", () => {
  it("carries the masked value, the place and full confidence", () => {
    expect(toFinding(fact({ value: "Jane Sample" }))).toEqual({
      kind: "identity",
      type: "author",
      severity: "medium",
      confidence: 1,
      box: null,
      value: "J••• S••••",
      source: "XMP",
      location: null,
    });
  });

  it.each([
    ["location", "gps", "high"],
    ["location", "place-name", "medium"],
    ["identity", "person-name", "medium"],
    ["identity", "face-region", "medium"],
    ["device", "serial-number", "medium"],
    ["device", "unique-id", "low"],
    ["device", "live-photo", "low"],
    ["device", "device-model", "low"],
    ["time", "capture-time", "low"],
    ["thumbnail", "embedded-thumbnail", "low"],
    ["hidden-data", "trailing-data", "medium"],
    ["hidden-data", "unknown-block", "low"],
    ["hidden-data", "ai-record", "low"],
  ] as const)("%s/%s weighs %s", (kind, type, severity) => {
    expect(toFinding(fact({ kind, type })).severity).toBe(severity);
  });

  it("weighs a caption more when it says how to reach somebody", () => {
    const severity = (value: string) => toFinding(fact({ type: "caption", value })).severity;
    expect(severity("a quiet garden")).toBe("low");
    expect(severity("write to jane@mail.example")).toBe("medium");
    expect(severity("call 020 7946 0000")).toBe("medium");
  });

  it("weighs every word of the vocabulary", () => {
    for (const type of METADATA_TYPES) {
      expect(toFinding(fact({ type })).severity).not.toBe("none");
    }
  });
});
