import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { Pixels } from "../../../base/picture.ts";
import type { Network } from "../detector.ts";
import { boxBetween, type Candidate, overlap } from "./boxes.ts";
import type { Levels, Region } from "./pixels.ts";

/** Pixels → all boxes that the network gives at least `score`, unsuppressed; fractions of those pixels. */
export async function look(
  net: Network,
  { width, height, rgb }: Pixels,
  score: number,
): Promise<readonly Candidate[]> {
  const { scores, boxes } = await net.run({ rgb: { data: rgb, dims: [1, height, width, 3] } });
  const found: Candidate[] = [];
  if (!(scores?.data instanceof Float32Array) || !(boxes?.data instanceof Float32Array)) {
    throw new TypeError("a face detector gives scores and boxes");
  }
  for (const [n, each] of scores.data.entries()) {
    if (each < score) continue;
    const [top = 0, left = 0, bottom = 0, right = 0] = boxes.data.subarray(4 * n, 4 * n + 4);
    const box = boxBetween(left / width, top / height, right / width, bottom / height);
    if (box !== null) found.push({ box, score: each });
  }
  return found;
}

/** Side of the square in which a candidate is looked at again: enough, and an eighth of a full look. */
const CLOSE_LOOK_PX = 192;
/** The square's side by the face's: room for hair, neck and shoulders, which the network looks at too. */
const CLOSE_LOOK_ROOM = 3;
/** What is found there is the same face when they overlap by so much. */
const CLOSE_LOOK_SAME = 0.35;

/**
 * Looks at one candidate again, alone, in the middle and at a size that the network knows best.
 * @returns the score it gets now: 0 when nothing is found where it was.
 */
export async function lookAgain(net: Network, levels: Levels, box: UnitBox): Promise<number> {
  const face = regionOf(box, levels.whole);
  const side = Math.max(face.width, face.height) * CLOSE_LOOK_ROOM;
  const around = squareAround(face, side);
  const size = { width: CLOSE_LOOK_PX, height: CLOSE_LOOK_PX };
  const expected: UnitBox = [
    0.5 - face.width / side / 2,
    0.5 - face.height / side / 2,
    face.width / side,
    face.height / side,
  ];
  const found = await look(net, levels.draw(around, size), 0);
  return found.reduce(
    (best, { box: other, score }) =>
      score > best && overlap(other, expected) > CLOSE_LOOK_SAME ? score : best,
    0,
  );
}

export const regionOf = ([x, y, w, h]: UnitBox, { width, height }: Pixels): Region => ({
  left: x * width,
  top: y * height,
  width: w * width,
  height: h * height,
});

/** The square of that side around a region's middle. */
export const squareAround = (region: Region, side: number): Region => ({
  left: region.left + (region.width - side) / 2,
  top: region.top + (region.height - side) / 2,
  width: side,
  height: side,
});
