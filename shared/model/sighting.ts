import { z } from "zod";
import { type Coordinates, coordinates } from "./geometry.ts";

/** Parts of a week by what most people do in them: sleep, work, or as they please. */
export const WEEK_PARTS = ["night", "work", "free"] as const;
export const weekPart = z.enum(WEEK_PARTS);
export type WeekPart = z.infer<typeof weekPart>;

/** Months since January 1970. Twelve bits hold them until the year 2311. */
export const monthNumber = z.int().min(0).max(4_094);

/**
 * When somebody was at a place, no closer than insights need: never the day, never the hour. From
 * the camera's own clock, which shows the time of the place.
 */
export const moment = z.object({ part: weekPart, month: monthNumber });
export type Moment = z.infer<typeof moment>;

/**
 * A photo's place and moment as one whole number: `cell × 2¹⁴ + (month + 1) × 4 + (part + 1)`, the last
 * two 0 where no moment is known. Cells are a thousandth of a degree wide and high (111 m north to
 * south), counted from the South Pole at 180° west, row by row. Less than 2⁵⁰.
 */
export type Sighting = number;

/** Cells in a row, and in a degree. */
export const CELLS_IN_ROW = 360_000;
export const CELLS_IN_DEGREE = 1_000;
export const MOMENTS_IN_CELL = 2 ** 14;
const MONTH_UNIT = 4;

/** Coordinates with the moment, as far as it is known. */
export const seenPlace = coordinates.extend({ when: moment.exactOptional() });
export type SeenPlace = z.infer<typeof seenPlace>;

export const cellOf = ({ lat, lon }: Coordinates): number => {
  const row = Math.floor((lat + 90) * CELLS_IN_DEGREE);
  const column = Math.floor((lon + 180) * CELLS_IN_DEGREE);
  return row * CELLS_IN_ROW + Math.min(column, CELLS_IN_ROW - 1);
};

/** The middle of a cell. */
export const middleOf = (cell: number): Coordinates => ({
  lat: (Math.floor(cell / CELLS_IN_ROW) + 0.5) / CELLS_IN_DEGREE - 90,
  lon: ((cell % CELLS_IN_ROW) + 0.5) / CELLS_IN_DEGREE - 180,
});

export function packSighting(place: SeenPlace): Sighting {
  const { when } = place;
  const moment = when ? (when.month + 1) * MONTH_UNIT + WEEK_PARTS.indexOf(when.part) + 1 : 0;
  return cellOf(place) * MOMENTS_IN_CELL + moment;
}

export const cellIn = (sighting: Sighting): number => Math.floor(sighting / MOMENTS_IN_CELL);

export function momentIn(sighting: Sighting): Moment | null {
  const packed = sighting % MOMENTS_IN_CELL;
  const part = WEEK_PARTS[(packed % MONTH_UNIT) - 1];
  const month = Math.floor(packed / MONTH_UNIT) - 1;
  return part === undefined || month < 0 ? null : { part, month };
}
