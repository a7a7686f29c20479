import type { PixelSize } from "../../../../shared/model/geometry.ts";
import type { Pixels, UprightImage } from "../../../base/picture.ts";
import type { Network } from "../detector.ts";
import { areasOf, type Frame, longerSide, united } from "./areas.ts";
import { collagesOf, inPicture, pasted } from "./collage.ts";
import { findPrint } from "./find-print.ts";
import { FIELD_PX, type Field, finelyStructured } from "./fine-structure.ts";
import { closerScale } from "./plane.ts";
import { type Point, type Strip, scaled } from "./strip.ts";

/*
 * The first look over a whole picture: at its large and middle print in one small image of it, at
 * print too small for that in the parts that have its structure. What can be read is never missed
 * because the picture is large.
 */

/** Pixels of the coarse look: 640 × 480. It sees print 5 pixels high and costs 60 ms. */
const COARSE_AREA_PX = 300_000;

/** Pixels of the longer side in which fine structure is looked for: what a phone's JPEG is decoded to first. */
const FINE_PX = 1024;

/** A picture of so many times the coarse look's side or less has no readable print that the look cannot see. */
const ENOUGH = 2;

/** Print that can be read is 10 pixels high; where fewer than 4 of them are left, the finder gets it enlarged. */
const ENLARGED_FROM = 2.5;

/** A closer look at so much of the scale wanted sees as much. */
const NEARLY = 0.75;

/** Coarse pixels from which on the coarse look sees a line, with its margin, itself. */
const SMALL_PX = 12;

/** Times as long as thick: a word of four letters. */
const SMALL_RATIO = 2;

/** Fields that touch: a number of eleven digits reaches into two. */
const LEAST_FIELDS = 2;

/** What was seen of a picture. */
export interface Look {
  /** The coarse picture's, whose pixels strips are in. */
  readonly width: number;
  readonly height: number;
  readonly strips: readonly Strip[];
  /** False where the time ran out before all was looked at. */
  readonly isComplete: boolean;
}

export async function lookOver(
  finder: Network,
  image: UprightImage,
  goOn: () => boolean,
): Promise<Look> {
  if (!goOn()) return { width: image.width, height: image.height, strips: [], isComplete: false };
  const coarse = await image.whole(longerSide(image, COARSE_AREA_PX));
  const { width, height } = coarse;
  const large = await findPrint(finder, coarse);
  if (image.width <= width * ENOUGH) return { width, height, strips: large, isComplete: true };
  const fine = await image.whole(FINE_PX);
  const factor = fine.width / width;
  const zoom = image.width / fine.width >= ENLARGED_FROM ? 2 : 1;
  const isSeen = seenBy(large, coarse, factor * zoom);
  const fields = finelyStructured(fine).filter((field) => !isSeen(middleOf(field, factor)));
  const { strips, isComplete } = await findSmall(finder, fine, fields, zoom, goOn);
  const small = strips
    .map((strip) => scaled(strip, 1 / factor))
    .filter((strip) => isSmallLine(strip) && !isKnown(strip, large));
  return { width, height, strips: [...large, ...small], isComplete };
}

/** Looks at fields that lie together, enlarged. Strips are in the pixels of `fine`. */
async function findSmall(
  finder: Network,
  fine: Pixels,
  fields: readonly Field[],
  zoom: number,
  goOn: () => boolean,
) {
  const frames = united(fields.map((field) => ({ frame: frameOf(field, fine), members: [field] })))
    .filter(({ members }) => members.length >= LEAST_FIELDS)
    .map(({ frame }) => frame);
  const strips: Strip[] = [];
  for (const collage of collagesOf(frames, zoom, COARSE_AREA_PX)) {
    if (!goOn()) return { strips, isComplete: false };
    const found = await findPrint(finder, pasted(collage, fine));
    strips.push(...found.flatMap((strip) => inPicture(collage, strip)));
  }
  return { strips, isComplete: true };
}

/** Does the coarse look see a place, in its pixels, or will the closer look that follows, at `scale` or nearly? */
function seenBy(strips: readonly Strip[], look: PixelSize, scale: number) {
  const areas = areasOf(strips, look).filter((area) => closerScale(area) >= scale * NEARLY);
  return ({ x, y }: Point): boolean =>
    strips.some((strip) => isOn(strip, x, y)) ||
    areas.some(({ box: [left, top, width, height] }) => {
      const [u, v] = [x / look.width - left, y / look.height - top];
      return u >= 0 && v >= 0 && u <= width && v <= height;
    });
}

/** Where small print is, there are lines; what is neither small nor a line was leaves or tiles. */
const isSmallLine = ({ length, thickness }: Strip): boolean =>
  thickness < SMALL_PX && length >= SMALL_RATIO * thickness;

const isKnown = ({ centre: { x, y } }: Strip, known: readonly Strip[]): boolean =>
  known.some((strip) => isOn(strip, x, y));

function isOn({ centre, along, length, thickness }: Strip, x: number, y: number): boolean {
  const [dx, dy] = [x - centre.x, y - centre.y];
  const [forward, down] = [dx * along.x + dy * along.y, dy * along.x - dx * along.y];
  return Math.abs(forward) <= length / 2 && Math.abs(down) <= thickness / 2;
}

/** A field's middle, in pixels of the coarse look. */
const middleOf = ({ column, row }: Field, factor: number): Point => ({
  x: ((column + 0.5) * FIELD_PX) / factor,
  y: ((row + 0.5) * FIELD_PX) / factor,
});

/** A field with half its neighbours: print goes on beyond the fields that it is seen in. */
const frameOf = ({ column, row }: Field, { width, height }: PixelSize): Frame => ({
  left: Math.max(0, (column - 0.5) * FIELD_PX),
  top: Math.max(0, (row - 0.5) * FIELD_PX),
  right: Math.min(width, (column + 1.5) * FIELD_PX),
  bottom: Math.min(height, (row + 1.5) * FIELD_PX),
});
