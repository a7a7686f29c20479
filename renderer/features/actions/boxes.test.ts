import { expect, it } from "vitest";
import { areaBetween, movedBy, nudged, sizedBy } from "./boxes.ts";

const rounded = (box: readonly number[] | null) => box?.map((value) => Number(value.toFixed(6)));

it("is the same area from whichever corner it was drawn, and never leaves the picture", () => {
  expect(rounded(areaBetween([0.2, 0.3], [0.5, 0.7]))).toEqual([0.2, 0.3, 0.3, 0.4]);
  expect(rounded(areaBetween([0.5, 0.3], [0.2, 0.7]))).toEqual([0.2, 0.3, 0.3, 0.4]);
  expect(rounded(areaBetween([0.8, -0.4], [1.7, 0.5]))).toEqual([0.8, 0, 0.2, 0.5]);
});

it("takes a click for a slip of the hand", () => {
  expect(areaBetween([0.2, 0.3], [0.205, 0.6])).toBeNull();
  expect(areaBetween([0.2, 0.3], [0.2, 0.3])).toBeNull();
});

it("moves by the arrow keys up to the edge, and with Shift changes its size", () => {
  expect(rounded(nudged([0.2, 0.3, 0.3, 0.4], "ArrowLeft", false))).toEqual([0.18, 0.3, 0.3, 0.4]);
  expect(rounded(nudged([0.69, 0.3, 0.3, 0.4], "ArrowRight", false))).toEqual([0.7, 0.3, 0.3, 0.4]);
  expect(rounded(nudged([0.2, 0.3, 0.3, 0.4], "ArrowDown", true))).toEqual([0.2, 0.3, 0.3, 0.42]);
  expect(rounded(nudged([0.2, 0.3, 0.02, 0.4], "ArrowLeft", true))).toEqual([0.2, 0.3, 0.01, 0.4]);
  expect(nudged([0.2, 0.3, 0.3, 0.4], "x", false)).toBeNull();
});

it("is carried and sized by the mouse as far as the picture goes, and never to nothing", () => {
  const box = [0.5, 0.5, 0.2, 0.2] as const;
  expect(rounded(movedBy(box, [0.9, -0.1]))).toEqual([0.8, 0.4, 0.2, 0.2]);
  expect(rounded(sizedBy(box, [0.9, -0.9]))).toEqual([0.5, 0.5, 0.5, 0.01]);
});
