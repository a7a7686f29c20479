import { expect, it } from "vitest";
import {
  AT_TOP,
  drawnHeight,
  isAstray,
  MOST_DRAWN_PX,
  offsetOf,
  placeAt,
  type ScrollPlace,
  scrolledTo,
} from "./scroll-place.ts";

const SHORT = { whole: 50_000, view: 700 };
/** A million photos in a narrow window. */
const LONG = { whole: 60_000_000, view: 700 };

it("leaves a list that a browser can draw as it is", () => {
  expect(drawnHeight(SHORT)).toBe(50_000);
  expect(scrolledTo(31_000, AT_TOP, SHORT)).toEqual({ top: 31_000, shift: 0 });
  expect(placeAt(31_000, SHORT)).toEqual({ top: 31_000, shift: 0 });
  expect(isAstray({ top: SHORT.whole, shift: 0 }, SHORT)).toBe(false);
});

it("moves a longer one as far as the person's fingers do, anywhere in it", () => {
  const place = placeAt(30_000_000, LONG);
  expect(offsetOf(place)).toBe(30_000_000);
  const further = scrolledTo(place.top + 120, place, LONG);
  expect(offsetOf(further) - offsetOf(place)).toBe(120);
});

it("lands at the share of the list at which the bar was dropped, from its first row to its last", () => {
  const last = MOST_DRAWN_PX - LONG.view;
  expect(offsetOf(scrolledTo(last, AT_TOP, LONG))).toBe(LONG.whole - LONG.view);
  expect(offsetOf(scrolledTo(last / 4, AT_TOP, LONG))).toBeCloseTo((LONG.whole - LONG.view) / 4, 3);
  expect(offsetOf(scrolledTo(0, placeAt(30_000_000, LONG), LONG))).toBe(0);
});

it("puts a bar right that went astray, without moving a row, so that it never ends before the list does", () => {
  const near = placeAt(5_000, LONG);
  const stuck = scrolledTo(0, near, LONG);
  expect(offsetOf(stuck)).toBe(5_000 - near.top);
  expect(isAstray(stuck, LONG)).toBe(true);
  const right = placeAt(offsetOf(stuck), LONG);
  expect(isAstray(right, LONG)).toBe(false);
  expect(offsetOf(right)).toBe(offsetOf(stuck));
  expect(right.top).toBeGreaterThan(0);
});

it("stops at the first row, where the bar has still a way to go", () => {
  const place: ScrollPlace = { top: 900, shift: -400 };
  expect(offsetOf(scrolledTo(300, place, LONG))).toBe(0);
});
