import { expect, it } from "vitest";
import type { RawFinding } from "./inspect.ts";
import { withMoments } from "./moments.ts";

const PLACE: RawFinding = {
  kind: "location",
  type: "gps",
  severity: "high",
  confidence: 1,
  box: null,
  value: null,
  source: "Exif GPS",
  location: { lat: 31.2, lon: 121.4 },
  raw: null,
};
const TIME: RawFinding = {
  ...PLACE,
  kind: "time",
  type: "capture-time",
  value: "2024-08",
  location: null,
  raw: "2024:08:17 21:30:12",
};
const AUGUST_2024 = 655;

it("gives each place the moment of the first time that is one of a clock, and leaves the rest alone", () => {
  const day = { ...TIME, raw: "2024:08:16" };
  const changed = { ...TIME, type: "modify-time", raw: "2024:08:20 10:00:00" };
  expect(withMoments([PLACE, day, changed, TIME])).toEqual([
    { ...PLACE, location: { lat: 31.2, lon: 121.4, when: { part: "night", month: AUGUST_2024 } } },
    day,
    changed,
    TIME,
  ]);
});

it("makes up no moment where the file tells no time", () => {
  expect(withMoments([PLACE])).toEqual([PLACE]);
});
