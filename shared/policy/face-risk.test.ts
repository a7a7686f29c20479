import { describe, expect, it } from "vitest";
import type { UnitBox } from "../model/geometry.ts";
import { ageBand, faceFindings, paperOf, tiedToPapers } from "./face-risk.ts";

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
  const seen = (age: Parameters<typeof faceFindings>[0][number]["age"]) =>
    faceFindings([{ box, confidence: 0.8, age }]);

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

  it("on a paper is the paper's portrait, however young, and says on which paper", () => {
    const on = (paper: UnitBox) => tiedToPapers(seen("child"), [{ type: "passport", box: paper }]);
    expect(on([0.3, 0.3, 0.5, 0.4])).toEqual([
      { ...seen("child")[0], type: "portrait", severity: "low", source: "picture › passport" },
    ]);
    expect(on([0.3, 0.3, 0.5, 0.4]).map(paperOf)).toEqual(["passport"]);
    expect(on([0.6, 0.6, 0.3, 0.3])).toEqual(seen("child"));
    expect(on(box)).toEqual(seen("child"));
    expect(seen("child").map(paperOf)).toEqual([undefined]);
  });

  it("is tied to the paper that it lies on, where there are two", () => {
    const papers = [
      { type: "cn-resident-id-front", box: [0, 0, 0.3, 0.3] },
      { type: "passport", box: [0.35, 0.35, 0.3, 0.3] },
      { type: "bank-card", box: null },
    ] as const;
    expect(tiedToPapers(seen("adult"), papers).map(paperOf)).toEqual(["passport"]);
  });
});
