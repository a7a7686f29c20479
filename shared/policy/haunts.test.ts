import { describe, expect, it } from "vitest";
import { packSighting, type SeenPlace } from "../model/sighting.ts";
import { type Counted, hauntsOf } from "./haunts.ts";

const HOME = { lat: 48.8584, lon: 2.2945 };
/** Degrees of latitude: 1 is 111 km. */
const METRE = 1 / 111_195;
const seen = (place: SeenPlace, photos: number): Counted => [packSighting(place), photos];
const north = (metres: number) => ({ ...HOME, lat: HOME.lat + metres * METRE });
const JANUARY = 600;

describe("a place", () => {
  it("is where one sleeps when there are nights in more than one month", () => {
    const counted = [
      seen({ ...HOME, when: { part: "night", month: JANUARY } }, 2),
      seen({ ...HOME, when: { part: "night", month: JANUARY + 1 } }, 1),
      seen({ ...HOME, when: { part: "free", month: JANUARY + 8 } }, 4),
    ];
    expect(hauntsOf(counted)).toEqual([
      {
        role: "sleep",
        at: { lat: expect.closeTo(48.8585, 3), lon: expect.closeTo(2.2945, 3) },
        photos: 7,
        nights: 3,
        workHours: 0,
        months: 3,
        first: JANUARY,
        last: JANUARY + 8,
        cells: [expect.any(Number)],
      },
    ]);
  });

  it("is a hotel, and no home, when all nights are of one month", () => {
    const counted = [seen({ ...HOME, when: { part: "night", month: JANUARY } }, 15)];
    expect(hauntsOf(counted).map(({ role }) => role)).toEqual(["visited"]);
  });

  it("is where one works when most photos are of working hours, month after month", () => {
    const work = [0, 1].map((month) =>
      seen({ ...HOME, when: { part: "work", month: JANUARY + month } }, 3),
    );
    const free = seen({ ...HOME, when: { part: "free", month: JANUARY } }, 7);
    expect(hauntsOf(work).map(({ role }) => role)).toEqual(["work"]);
    expect(hauntsOf([...work, free]).map(({ role }) => role)).toEqual(["visited"]);
  });

  it("is one with what lies 200 m off, and another with what lies 500 m off", () => {
    const counted = [seen(HOME, 9), seen(north(200), 2), seen(north(500), 1)];
    expect(hauntsOf(counted).map(({ photos }) => photos)).toEqual([11, 1]);
  });

  it("is one across the line where the day begins", () => {
    const counted = [
      seen({ lat: -16.8, lon: 179.9995 }, 3),
      seen({ lat: -16.802, lon: -179.9995 }, 2),
    ];
    const [place, ...others] = hauntsOf(counted);
    expect(others).toEqual([]);
    expect(Math.abs(place?.at.lon ?? 0)).toBeGreaterThan(179.99);
  });

  it("comes the earlier the more it tells, then the more photos it has", () => {
    const counted = [
      seen({ lat: 10, lon: 10 }, 5),
      seen({ lat: 20, lon: 20 }, 30),
      seen({ ...HOME, when: { part: "night", month: JANUARY } }, 2),
      seen({ ...HOME, when: { part: "night", month: JANUARY + 1 } }, 1),
      seen({ lat: 30, lon: 30 }, 6),
    ];
    expect(hauntsOf(counted).map(({ role, photos }) => [role, photos])).toEqual([
      ["sleep", 3],
      ["often", 30],
      ["visited", 6],
      ["visited", 5],
    ]);
  });
});
