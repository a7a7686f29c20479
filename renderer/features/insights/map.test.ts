import { expect, it } from "vitest";
import { drawMap, MAP } from "./map.ts";

const SHANGHAI = { lat: 31.24, lon: 121.49 };
const HANGZHOU = { lat: 30.24, lon: 120.15 };
const PARIS = { lat: 48.86, lon: 2.29 };
const SYDNEY = { lat: -33.86, lon: 151.22 };

const isInside = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
  x > 0 && x < MAP.width && y > 0 && y < MAP.height;

it("shows every place, wherever on earth", () => {
  const { spots, land } = drawMap([SHANGHAI, PARIS, SYDNEY, { lat: 64.1, lon: -21.9 }]);
  expect(spots.every(isInside)).toBe(true);
  expect(land.length).toBeGreaterThan(10_000);
});

it("puts a single place into the middle, with the coasts around it", () => {
  const { spots, land } = drawMap([PARIS]);
  expect(spots).toEqual([{ x: expect.closeTo(MAP.width / 2), y: expect.closeTo(MAP.height / 2) }]);
  expect(land).not.toBe("");
});

it("keeps two towns apart that lie two hundred kilometres from each other", () => {
  const [a, b] = drawMap([SHANGHAI, HANGZHOU]).spots;
  expect(Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))).toBeGreaterThan(40);
});

it("shows places on both sides of 180° beside each other", () => {
  const [west, east] = drawMap([
    { lat: -17, lon: 178 },
    { lat: -14, lon: -172 },
  ]).spots;
  expect(Math.abs((west?.x ?? 0) - (east?.x ?? 0))).toBeLessThan(MAP.width / 2);
  expect(west?.x).toBeLessThan(east?.x ?? 0);
});
