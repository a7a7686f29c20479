import { describe, expect, it } from "vitest";
import { ageBand, faceFindings } from "./face-risk.ts";

it.each([
  [3, "child"],
  [15.9, "child"],
  [16, "possibly-child"],
  [20, "adult"],
  [54.9, "adult"],
  [55, "possibly-elderly"],
  [65, "elderly"],
  [Number.NaN, null],
] as const)("takes somebody who looks %f years old for: %s", (years, band) => {
  expect(ageBand(years)).toBe(band);
});

describe("a face", () => {
  const box = [0.4, 0.4, 0.1, 0.1] as const;
  const seen = (age: Parameters<typeof faceFindings>[0][number]["age"], papers = [] as const) =>
    faceFindings([{ box, confidence: 0.8, age }], papers);

  it("is worth care, with where it is and how sure that is", () => {
    expect(seen("adult")).toEqual([
      {
        kind: "face",
        type: "face",
        severity: "medium",
        confidence: 0.8,
        box,
        value: null,
        source: "picture",
        location: null,
      },
    ]);
  });

  it.each([
    ["child", "child", "high"],
    ["possibly-child", "possible-child", "high"],
    ["adult", "face", "medium"],
    ["possibly-elderly", "possible-elderly", "high"],
    ["elderly", "elderly", "high"],
    [null, "face", "medium"],
  ] as const)("of somebody %s says %s, and is %s", (age, type, severity) => {
    expect(seen(age)).toMatchObject([{ type, severity }]);
  });

  it("on a paper is the paper's portrait, however young", () => {
    const faces = [{ box, confidence: 0.8, age: "child" }] as const;
    const paper = [0.3, 0.3, 0.5, 0.4] as const;
    expect(faceFindings(faces, [paper])).toMatchObject([
      { type: "document-portrait", severity: "low" },
    ]);
    expect(faceFindings(faces, [[0.6, 0.6, 0.3, 0.3]])).toMatchObject([{ type: "child" }]);
    expect(faceFindings(faces, [box])).toMatchObject([{ type: "child" }]);
  });
});
