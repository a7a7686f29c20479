import type { Pixels, UprightImage } from "../../../base/picture.ts";
import type { Network } from "../detector.ts";
import { type Area, longerSide } from "./areas.ts";
import { findPrint } from "./find-print.ts";
import { type QuarterTurn, turnedBack, turnedPixels } from "./quarter-turns.ts";
import { type Quad, quadOf, type Strip, scaled } from "./strip.ts";

/** Pixels: how thick a line with its margin should be for the finder; a third less is as good. */
const FIND_THICKNESS_PX = 24;

/** Less enlargement than this is not worth a closer look: the coarse strips serve. */
const WORTH_ENLARGING = 1.3;

/** Pixels of one closer look at most: an A4 page with lines 20 pixels thick; 600 ms. */
const CLOSE_AREA_PX = 1_500_000;

/** Pixels: as thick as lines are read. */
const READ_THICKNESS_PX = 48;

/** Pixels of the closer look at an area to one of the coarse look's: 1 where none is worth it. */
export function closerScale({ thickness }: Area): number {
  const wanted = FIND_THICKNESS_PX / thickness;
  return wanted >= WORTH_ENLARGING ? wanted : 1;
}

/** An area's pixels, as fine as reading wants them. */
export interface Plane {
  readonly area: Area;
  readonly pixels: Pixels;
  /** Plane pixels to one of the coarse look's. */
  readonly scale: number;
}

export async function openPlane(image: UprightImage, area: Area): Promise<Plane> {
  const px = Math.ceil(area.longer * Math.max(1, READ_THICKNESS_PX / area.thickness));
  const pixels = await image.part(area.box, px);
  return { area, pixels, scale: Math.max(pixels.width, pixels.height) / area.longer };
}

/**
 * The strips of a plane, found at the scale that suits its small print, in its pixels.
 * @param turn clockwise, so that its print stands upright for the finder.
 */
export async function lookCloser(
  finder: Network,
  image: UprightImage,
  { area, pixels, scale }: Plane,
  turn: QuarterTurn,
): Promise<readonly Strip[]> {
  const wanted = closerScale(area);
  if (turn === 0 && wanted === 1) return area.strips.map((strip) => scaled(strip, scale));
  const longer = Math.min(area.longer * wanted, longerSide(pixels, CLOSE_AREA_PX));
  const close = await image.part(area.box, Math.ceil(longer));
  const found = await findPrint(finder, turnedPixels(close, turn));
  const factor = pixels.width / close.width;
  return found.map((strip) => scaled(turnedBack(strip, turn, close), factor));
}

/** Where a strip of a plane lies in the whole picture, in fractions of its width and height. */
export function placeOf({ area, pixels }: Plane, strip: Strip): Quad {
  const [left, top, width, height] = area.box;
  const [a, b, c, d] = quadOf(strip);
  const place = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: left + (x / pixels.width) * width,
    y: top + (y / pixels.height) * height,
  });
  return [place(a), place(b), place(c), place(d)];
}
