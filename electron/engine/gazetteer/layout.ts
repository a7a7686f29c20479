/*
 * The gazetteer's file, little-endian, each part right behind the one before:
 *
 *   head      5 × u32: magic, version, places, regions, bytes of text
 *   starts    u32 per cell and one more: the first place of each cell of one degree by one
 *   lat, lon  i32 per place, in steps of 0.00001°
 *   name      u32 per place: where its name begins in the text
 *   region    u16 per place
 *   regions   8 bytes each: u32 where its name begins, two letters of its country, two zeros
 *   text      names in UTF-8, each with its length in one byte before it
 */
export const MAGIC = 0x5a_47_4c_53; // "SLGZ"
export const VERSION = 1;
export const HEAD_BYTES = 20;
export const REGION_BYTES = 8;

/** Steps of a degree: 0.00001° is about one metre. */
export const STEPS = 100_000;

const ROWS = 180;
export const COLUMNS = 360;
export const CELLS = ROWS * COLUMNS;

/** Row 0 begins at the south pole. */
export const rowOf = (lat: number): number => Math.min(ROWS - 1, Math.max(0, Math.floor(lat + 90)));

/** Column 0 begins at 180° west; counted on beyond the last it is the first again. */
export const columnOf = (lon: number): number => Math.floor(lon + 180);

export const cellOf = (row: number, column: number): number =>
  row * COLUMNS + (((column % COLUMNS) + COLUMNS) % COLUMNS);

/** Where each part of the file begins. */
export function partsOf(places: number, regions: number) {
  const starts = HEAD_BYTES;
  const lat = starts + 4 * (CELLS + 1);
  const lon = lat + 4 * places;
  const name = lon + 4 * places;
  const region = name + 4 * places;
  const regionTable = region + 2 * places;
  return {
    starts,
    lat,
    lon,
    name,
    region,
    regionTable,
    text: regionTable + REGION_BYTES * regions,
  };
}
