import { expect, it } from "vitest";
import { packClues, unpackClues } from "./clues.ts";
import type { Finding } from "./finding.ts";

const finding = (kind: Finding["kind"], type: string, value: string | null = null): Finding => ({
  kind,
  type,
  value,
  severity: "medium",
  confidence: 1,
  box: null,
  source: "picture",
  location: null,
});

it("tells what a photo counts for, in an order that does not depend on where it was found", () => {
  const findings = [
    finding("document", "passport"),
    finding("device", "device-model", "Example"),
    finding("face", "child"),
    finding("device", "device-model", "Example Phone 12"),
    { ...finding("device", "device-model", "Example 24-70mm F2.8"), source: "Exif" },
    finding("device", "serial-number", "12****78"),
    finding("document", "passport"),
    finding("personal-text", "full-name", "J•••"),
    finding("device", "software", "Example Editor 3"),
    finding("device", "software", "Example Editor 3"),
    finding("hidden-data", "ai-record"),
  ];
  const text = packClues(findings);
  const shuffled = findings.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
  expect(packClues(shuffled)).toBe(text);
  expect(unpackClues(text ?? "")).toEqual([
    ["ai-record", null, 1],
    ["child", null, 1],
    ["device-model", "Example Phone 12", 1],
    ["passport", null, 2],
    ["serial-number", "12****78", 1],
    ["software", "Example Editor 3", 1],
  ]);
});

it("is no text where there is nothing to count", () => {
  expect(packClues([finding("location", "gps")])).toBeNull();
});
