import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { UprightImage } from "../../../base/picture.ts";
import type { ModelStore, Tensor } from "../detector.ts";
import { regionOf, squareAround } from "./look.ts";
import { Levels, type Region } from "./pixels.ts";

/*
 * Is it the same person? 128 numbers of a face say so. They are biometric data: they live in memory,
 * are never stored or sent, and go when whoever asked is done.
 */

/** 128 numbers. */
export type Descriptor = Float32Array;

/** Tells faces of one picture apart from others; the box is one that {@link import("./faces.ts").faces} gave. */
export interface PersonFinder {
  describe(image: UprightImage, box: UnitBox): Promise<Descriptor>;
  /** How unlike two faces are: 0 for the same picture, under {@link samePerson} for one person. */
  readonly samePerson: number;
}

const LANDMARKS_PX = 112;
const DESCRIBED_PX = 150;
/** Pixels of the face's longer side that are asked of the picture: more than the networks see. */
const PART_PX = 600;
/** The part of the picture that is looked at, by the face's size. */
const ROOM = 2;
/** Room around the landmarks on each side, as a share of their extent: what face-api aligns by. */
const PADDING = 0.2;

export async function openPersonFinder(models: ModelStore): Promise<PersonFinder> {
  const [landmarks, descriptor] = await Promise.all([
    models.open("face-landmarks"),
    models.open("face-descriptor"),
  ]);
  return {
    samePerson: descriptor.setting("same-person"),
    describe: async (image, box) => {
      const { levels, face } = await around(image, box);
      const square = squareAround(face, Math.max(face.width, face.height));
      const size = { width: LANDMARKS_PX, height: LANDMARKS_PX };
      const seen = levels.draw(square, size, face);
      const { points } = await landmarks.run(input(seen.rgb, LANDMARKS_PX));
      const aligned = extentOf(points, square);
      const side = { width: DESCRIBED_PX, height: DESCRIBED_PX };
      const longer = Math.max(aligned.width, aligned.height);
      const shown = levels.draw(squareAround(aligned, longer), side, aligned);
      const { descriptor: numbers } = await descriptor.run(input(shown.rgb, DESCRIBED_PX));
      return Float32Array.from(numbers?.data ?? [], Number);
    },
  };
}

/** Euclidean distance of two descriptors. */
export const distance = (a: Descriptor, b: Descriptor): number =>
  Math.sqrt(a.reduce((sum, value, n) => sum + (value - (b[n] ?? 0)) ** 2, 0));

/** The face with room around it, and where it lies in that part. */
async function around(image: UprightImage, [x, y, w, h]: UnitBox) {
  const [left, top] = [
    Math.max(0, x - (w * (ROOM - 1)) / 2),
    Math.max(0, y - (h * (ROOM - 1)) / 2),
  ];
  const [right, bottom] = [Math.min(1, left + w * ROOM), Math.min(1, top + h * ROOM)];
  const [width, height] = [right - left, bottom - top];
  const levels = new Levels(await image.part([left, top, width, height], PART_PX));
  const face = regionOf(
    [(x - left) / width, (y - top) / height, w / width, h / height],
    levels.whole,
  );
  return { levels, face };
}

const input = (rgb: Uint8Array, px: number) => ({ rgb: { data: rgb, dims: [1, px, px, 3] } });

/** The rectangle around all landmarks, with room. */
function extentOf(points: Tensor | undefined, { left, top, width, height }: Region): Region {
  const all = Float32Array.from(points?.data ?? [], Number);
  const [xs, ys] = [all.filter((_, n) => n % 2 === 0), all.filter((_, n) => n % 2 === 1)];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [w, h] = [(x1 - x0) * width, (y1 - y0) * height];
  return {
    left: left + x0 * width - w * PADDING,
    top: top + y0 * height - h * PADDING,
    width: w * (1 + 2 * PADDING),
    height: h * (1 + 2 * PADDING),
  };
}
