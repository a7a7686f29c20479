import { type AgeBand, ageBand } from "../../../../shared/policy/face-risk.ts";
import type { Network } from "../detector.ts";
import type { Candidate } from "./boxes.ts";
import { regionOf, squareAround } from "./look.ts";
import type { Levels } from "./pixels.ts";

/** Side of the square that the network was trained on; the face fills it, what is missing is black. */
const FACE_PX = 112;
/** Pixels on a face's longer side under which nobody could tell an age. */
const LEAST_FACE_PX = 24;
/** Faces of one photo whose age is asked for at most, surest first. */
const MOST_FACES = 64;

/** How old each face looks, in the faces' order; null where that cannot be told. */
export async function agesOf(
  net: Network,
  levels: Levels,
  faces: readonly Candidate[],
): Promise<readonly (AgeBand | null)[]> {
  const bands: (AgeBand | null)[] = [];
  for (const { box } of faces.slice(0, MOST_FACES)) {
    const face = regionOf(box, levels.whole);
    const side = Math.max(face.width, face.height);
    if (side < LEAST_FACE_PX) {
      bands.push(null);
      continue;
    }
    const size = { width: FACE_PX, height: FACE_PX };
    const { rgb } = levels.draw(squareAround(face, side), size, face);
    const { years } = await net.run({ rgb: { data: rgb, dims: [1, FACE_PX, FACE_PX, 3] } });
    bands.push(ageBand(Number(years?.data[0])));
  }
  return bands;
}
