import { expect, it } from "vitest";
import type { Finding } from "../../../shared/model/finding.ts";
import { groupFindings } from "./findings.ts";

const found = (change: Partial<Finding>): Finding => ({
  kind: "device",
  type: "device-model",
  severity: "low",
  confidence: 1,
  box: null,
  value: null,
  source: "Exif IFD0",
  location: null,
  ...change,
});

it("tells the same thing once, with all its values, and the worst first", () => {
  const maker = found({ value: "Lumen" });
  const model = found({ value: "One" });
  const again = found({ value: "One", source: "XMP" });
  const place = found({ kind: "location", type: "gps", severity: "high" });
  expect(groupFindings([maker, place, model, again])).toEqual([
    { finding: place, indexes: [1], values: [], sources: ["Exif IFD0"] },
    {
      finding: maker,
      indexes: [0, 2, 3],
      values: ["Lumen", "One"],
      sources: ["Exif IFD0", "XMP"],
    },
  ]);
});

it("keeps two different places apart", () => {
  const here = found({ kind: "location", type: "gps", location: { lat: 1, lon: 2 } });
  const there = found({ kind: "location", type: "gps", location: { lat: 1, lon: 3 } });
  const rounded = found({ kind: "location", type: "gps", location: { lat: 1.000001, lon: 2 } });
  const groups = groupFindings([here, there, rounded]);
  expect(groups.map(({ indexes }) => indexes)).toEqual([[0, 2], [1]]);
});
