import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { UprightImage } from "../../../base/picture.ts";
import { type QuarterTurn, turnedPixels } from "./quarter-turns.ts";
import type { Point } from "./strip.ts";

/** A picture turned clockwise, for those who look at it as if it had been taken so. */
export function turnedImage(image: UprightImage, turn: QuarterTurn): UprightImage {
  const isOnSide = turn === 90 || turn === 270;
  return {
    width: isOnSide ? image.height : image.width,
    height: isOnSide ? image.width : image.height,
    whole: async (px) => turnedPixels(await image.whole(px), turn),
    part: async (box, px) => turnedPixels(await image.part(boxBefore(box, turn), px), turn),
  };
}

/** Where a place of the turned picture lies in the picture before the turn; both in fractions. */
export function placeBefore({ x, y }: Point, turn: QuarterTurn): Point {
  if (turn === 90) return { x: y, y: 1 - x };
  if (turn === 180) return { x: 1 - x, y: 1 - y };
  return turn === 270 ? { x: 1 - y, y: x } : { x, y };
}

function boxBefore([left, top, width, height]: UnitBox, turn: QuarterTurn): UnitBox {
  const a = placeBefore({ x: left, y: top }, turn);
  const b = placeBefore({ x: left + width, y: top + height }, turn);
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
}
