import type { Moment, WeekPart } from "../model/sighting.ts";

/** Hours of the clock, the end not included. */
const NIGHT = { from: 21, to: 7 } as const;
const WORK = { from: 9, to: 17 } as const;
const [SUNDAY, SATURDAY] = [0, 6];
/** Milliseconds by which the sun is later for each degree to the east. */
const MS_PER_DEGREE = 240_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

const CLOCK = /^(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})[T ](\d{2}):(\d{2})(?:\D|$)/;
/** A time that says it is Greenwich's. */
const GREENWICH = /Z$|[+-]00:?00$/;

/**
 * The moment that a capture time stands for: "2024:08:17 21:30:12" is the wall clock of the place;
 * "…Z" is Greenwich's, from which the longitude gives the sun's time.
 * @returns null where it is no time of a clock.
 */
export function momentOf(text: string, lon: number): Moment | null {
  const [, year, month, day, hour, minute] = CLOCK.exec(text.trim())?.map(Number) ?? [];
  if (year === undefined || month === undefined) return null;
  const stated = Date.UTC(year, month - 1, day, hour, minute);
  const isDate = new Date(stated).getUTCMonth() === month - 1;
  if (!isDate || year < FIRST_YEAR || year > LAST_YEAR) return null;
  const local = new Date(GREENWICH.test(text.trim()) ? stated + lon * MS_PER_DEGREE : stated);
  return { part: partOf(local), month: monthOf(local) };
}

const monthOf = (local: Date): number =>
  Math.max(0, (local.getUTCFullYear() - FIRST_YEAR) * 12 + local.getUTCMonth());

function partOf(local: Date): WeekPart {
  const [hour, day] = [local.getUTCHours(), local.getUTCDay()];
  if (hour >= NIGHT.from || hour < NIGHT.to) return "night";
  const isWorkday = day !== SUNDAY && day !== SATURDAY;
  return isWorkday && hour >= WORK.from && hour < WORK.to ? "work" : "free";
}
