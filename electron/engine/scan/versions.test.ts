import { expect, it } from "vitest";
import { covers, detectorsWord, sightsIn, sightsOf } from "./versions.ts";

const full = detectorsWord("full");
const quick = detectorsWord("quick");
const withFaces = detectorsWord("full", ["faces"]);

it("looks again where something was not looked for before, and only there", () => {
  expect(covers(full, quick)).toBe(true);
  expect(covers(quick, full)).toBe(false);
  expect(covers(withFaces, full)).toBe(true);
  expect(covers(full, withFaces)).toBe(false);
  expect(covers(detectorsWord("full", ["barcodes", "faces"]), withFaces)).toBe(true);
});

it("looks again where an older version of a detector has looked", () => {
  expect(covers(withFaces.replace(/faces\d+$/, "faces0"), withFaces)).toBe(false);
  expect(covers("metadata1.full faces1", full)).toBe(false);
});

it("knows who has looked, whatever the version, and that metadata is no picture", () => {
  expect(sightsIn("metadata1.full barcodes9 faces0")).toEqual(["barcodes", "faces"]);
  expect(sightsOf(["location", "text", "text", "faces"])).toEqual(["faces", "text"]);
});
