import { expect, it } from "vitest";
import { cellIn, middleOf, momentIn, packSighting } from "./sighting.ts";

it("keeps a place to about a hundred metres, and the moment", () => {
  const when = { part: "work", month: 655 } as const;
  const sighting = packSighting({ lat: 31.24056, lon: 121.49031, when });
  expect(momentIn(sighting)).toEqual(when);
  expect(middleOf(cellIn(sighting))).toEqual({
    lat: expect.closeTo(31.2405, 6),
    lon: expect.closeTo(121.4905, 6),
  });
});

it("holds at the ends of the earth", () => {
  for (const place of [
    { lat: -90, lon: -180 },
    { lat: 90, lon: 180 },
  ]) {
    const sighting = packSighting(place);
    const cell = cellIn(sighting);
    expect(momentIn(sighting)).toBeNull();
    expect(Math.abs(middleOf(cell).lat - place.lat)).toBeLessThan(0.001);
    expect(Math.abs(middleOf(cell).lon - place.lon)).toBeLessThan(0.001);
  }
});
