import type { Coordinates } from "../model/geometry.ts";
import { type Haunt, PLACE_ROLES, type PlaceRole } from "../model/insight.ts";
import {
  CELLS_IN_DEGREE,
  CELLS_IN_ROW,
  cellIn,
  type Moment,
  middleOf,
  momentIn,
  type Sighting,
  type WeekPart,
} from "../model/sighting.ts";

/** Metres around the busiest cell of a place that belong to it: a house and its garden, a school, an office. */
const REACH_M = 250;
const METRES_PER_DEGREE = 111_195;
const METRES_PER_CELL = METRES_PER_DEGREE / CELLS_IN_DEGREE;
/** Columns looked at on each side at most; near the poles, where cells are narrow, a place is narrower. */
const MAX_COLUMNS = 25;

/** Somebody sleeps where there are photos of so many nights at least, in so many months. */
const SLEEPS = { nights: 3, months: 2 } as const;
/** Works where so many photos are of working hours, at least half of all, in so many months. */
const WORKS = { photos: 5, months: 2, share: 0.5 } as const;
/** Is often where there are photos of so many months, or so many photos. */
const OFTEN = { months: 3, photos: 20 } as const;

/** How many photos have a sighting in common. */
export type Counted = readonly [sighting: Sighting, photos: number];

/** What is known of one cell. */
interface Cell {
  readonly cell: number;
  readonly photos: number;
  readonly moments: (Moment & { readonly photos: number })[];
}

/**
 * The places among sightings: the busiest cell takes its neighbours, then the busiest of those left.
 * The most telling come first, then those with most photos.
 */
export function hauntsOf(counted: readonly Counted[]): readonly Haunt[] {
  const cells = cellsOf(counted);
  const left = new Map(cells.map((one) => [one.cell, one]));
  const haunts: Haunt[] = [];
  for (const { cell } of cells) {
    if (!left.has(cell)) continue;
    haunts.push(hauntOf(taken(left, neighbours(cell))));
  }
  const rank = ({ role }: Haunt) => PLACE_ROLES.indexOf(role);
  return haunts.sort((a, b) => rank(a) - rank(b) || b.photos - a.photos);
}

function taken(left: Map<number, Cell>, cells: Iterable<number>): readonly Cell[] {
  const members: Cell[] = [];
  for (const cell of cells) {
    const member = left.get(cell);
    if (member && left.delete(cell)) members.push(member);
  }
  return members.sort((a, b) => b.photos - a.photos);
}

/** The busiest first. */
function cellsOf(counted: readonly Counted[]): readonly Cell[] {
  const sums = new Map<number, number>();
  for (const [sighting, photos] of counted) {
    const cell = cellIn(sighting);
    sums.set(cell, (sums.get(cell) ?? 0) + photos);
  }
  const busiest = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const cells = new Map(
    busiest.map(([cell, photos]): [number, Cell] => [cell, { cell, photos, moments: [] }]),
  );
  for (const [sighting, photos] of counted) {
    const known = cells.get(cellIn(sighting));
    const when = known && momentIn(sighting);
    if (when) known.moments.push({ ...when, photos });
  }
  return [...cells.values()];
}

/** The cells whose middles lie within reach of a cell's, itself among them. */
function neighbours(cell: number): readonly number[] {
  const [row, column] = [Math.floor(cell / CELLS_IN_ROW), cell % CELLS_IN_ROW];
  const width = METRES_PER_CELL * Math.cos((middleOf(cell).lat * Math.PI) / 180);
  const rows = Math.floor(REACH_M / METRES_PER_CELL);
  const near: number[] = [];
  for (let up = -rows; up <= rows; up += 1) {
    const across = Math.sqrt(REACH_M ** 2 - (up * METRES_PER_CELL) ** 2);
    const columns = Math.min(MAX_COLUMNS, Math.floor(across / width));
    for (let step = -columns; step <= columns; step += 1) {
      const wrapped = (column + step + CELLS_IN_ROW) % CELLS_IN_ROW;
      near.push((row + up) * CELLS_IN_ROW + wrapped);
    }
  }
  return near;
}

function hauntOf(members: readonly Cell[]): Haunt {
  const moments = members.flatMap((one) => one.moments);
  const months = [...new Set(moments.map(({ month }) => month))].sort((a, b) => a - b);
  const nights = partOf(moments, "night");
  const work = partOf(moments, "work");
  const photos = members.reduce((sum, one) => sum + one.photos, 0);
  return {
    role: roleOf({ photos, nights, work, months: months.length }),
    at: middle(members),
    photos,
    nights: nights.photos,
    workHours: work.photos,
    months: months.length,
    first: months[0] ?? null,
    last: months.at(-1) ?? null,
    cells: members.map(({ cell }) => cell),
  };
}

/** Photos of one part of the week, and in how many months they are. */
interface Part {
  readonly photos: number;
  readonly months: number;
}

function partOf(moments: Cell["moments"], wanted: WeekPart): Part {
  const those = moments.filter(({ part }) => part === wanted);
  return {
    photos: those.reduce((sum, one) => sum + one.photos, 0),
    months: new Set(those.map(({ month }) => month)).size,
  };
}

function roleOf(facts: {
  readonly photos: number;
  readonly nights: Part;
  readonly work: Part;
  readonly months: number;
}): PlaceRole {
  const { photos, nights, work, months } = facts;
  if (nights.photos >= SLEEPS.nights && nights.months >= SLEEPS.months) return "sleep";
  const isMostlyWork = work.photos >= WORKS.share * photos;
  if (work.photos >= WORKS.photos && work.months >= WORKS.months && isMostlyWork) return "work";
  return months >= OFTEN.months || photos >= OFTEN.photos ? "often" : "visited";
}

/** The middle of cells by their photos, counted from the busiest so that 180° is no border. */
function middle(members: readonly Cell[]): Coordinates {
  const centre = middleOf(members[0]?.cell ?? 0);
  let [photos, lat, lon] = [0, 0, 0];
  for (const one of members) {
    const at = middleOf(one.cell);
    photos += one.photos;
    lat += one.photos * (at.lat - centre.lat);
    lon += one.photos * shortWay(at.lon - centre.lon);
  }
  return { lat: centre.lat + lat / photos, lon: shortWay(centre.lon + lon / photos) };
}

/** Degrees between -180 and 180. */
const shortWay = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
