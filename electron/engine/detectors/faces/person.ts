import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { UprightImage } from "../../../base/picture.ts";
import type { ModelStore, Tensor } from "../detector.ts";
import { middle, moved, nearestSimilarity, type Point, straightened } from "./align.ts";
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
  /** The same face in the same light gives the same numbers, however it is tilted. */
  describe(image: UprightImage, box: UnitBox): Promise<Descriptor>;
  /** How unlike two faces are: 0 for the same picture, under {@link samePerson} for one person. */
  readonly samePerson: number;
}

const LANDMARKS_PX = 112;
const DESCRIBED_PX = 150;
/** Pixels of the face's longer side that are asked of the picture: more than the networks see. */
const PART_PX = 600;
/** The part of the picture that is looked at, by the face's size: tilted, its corners reach far out. */
const ROOM = 2.5;

/**
 * Where the eyes' middles, the nose's tip and the mouth's corners lie in the faces that the network
 * was trained on, as fractions of the picture: dlib's mean face with a quarter of room around it. Faces
 * drawn so tell five times as many strangers apart as those that face-api cuts out (ADR 6).
 */
const TRAINED: readonly Point[] = [
  [0.317, 0.3107],
  [0.6698, 0.3107],
  [0.4934, 0.5104],
  [0.3361, 0.6868],
  [0.6508, 0.6868],
].map(([x = 0, y = 0]): Point => [x * DESCRIBED_PX, y * DESCRIBED_PX]);

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
      const first = nearestSimilarity(TRAINED, featuresIn(points, square));
      // On a face that is tilted far the features are found badly, but well enough to tilt it back.
      const closer = await landmarks.run(
        input(straightened(levels, first, DESCRIBED_PX, LANDMARKS_PX).rgb, LANDMARKS_PX),
      );
      const whole = { left: 0, top: 0, width: DESCRIBED_PX, height: DESCRIBED_PX };
      const there = nearestSimilarity(
        TRAINED,
        featuresIn(closer.points, whole).map((point) => moved(first, point)),
      );
      const shown = straightened(levels, there, DESCRIBED_PX);
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

/** The five of {@link TRAINED} in the picture, of 68 (iBUG 300-W: 36–47 the eyes, 30 the nose's tip, 48 and 54 the mouth). */
function featuresIn(points: Tensor | undefined, { left, top, width, height }: Region) {
  const all = Float32Array.from(points?.data ?? [], Number);
  const point = (n: number): Point => [
    left + (all[2 * n] ?? 0) * width,
    top + (all[2 * n + 1] ?? 0) * height,
  ];
  const eye = (first: number) => middle(Array.from({ length: 6 }, (_, n) => point(first + n)));
  return [eye(36), eye(42), point(30), point(48), point(54)];
}
