import { compileAge, compileDescriptor, compileLandmarks } from "./crops.ts";
import type { Recipe } from "./recipe.ts";
import { compileDetector, MIXED } from "./ssd.ts";
import { readWeights } from "./weights.ts";

/* Networks that look at faces, made of the weights that face-api ships. */

const FACE_API = { licence: "MIT", source: "@vladmandic/face-api 1.7.15" } as const;

const square = (px: number) => `uint8 [faces, ${px}, ${px}, 3]: red, green, blue of one face each`;

export const FACES: readonly Recipe[] = [
  {
    name: "face-detector",
    ...FACE_API,
    inputs: { rgb: "uint8 [1, height, width, 3]: upright red, green, blue, any size" },
    outputs: {
      scores: "float32 [1, boxes]: 0–1",
      boxes: "float32 [1, boxes, 4]: top, left, bottom, right in pixels",
    },
    settings: {
      // Below, nine boxes in ten are none; above, a face in fifty is lost (bench:faces).
      "candidate-score": 0.15,
      // Above, no picture without faces had a box of a face's shape: it need not be looked at again.
      "sure-score": 0.9,
      // For those of a crowd that nobody looks at again, beside faces that were.
      "crowd-score": 0.3,
      // Sum of both looks' logits from which on a candidate is taken for a face.
      "accept-logit": -2.5,
      // Shape of a face: width by height, and what its logarithm may differ by.
      "shape-ratio": 0.64,
      "shape-tolerance": 0.2,
      // Logits that a box loses for each 1 that the logarithm of its shape is beyond that.
      "shape-penalty": 5,
    },
    compile: () => compileDetector(readWeights("ssd_mobilenetv1_model"), MIXED),
  },
  {
    name: "face-landmarks",
    ...FACE_API,
    inputs: { rgb: square(112) },
    outputs: { points: "float32 [faces, 68, 2]: x and y as fractions of the picture" },
    settings: {},
    compile: () => compileLandmarks(readWeights("face_landmark_68_model")),
  },
  {
    name: "face-age",
    ...FACE_API,
    inputs: { rgb: square(112) },
    outputs: { years: "float32 [faces]: years that each looks old" },
    settings: {},
    compile: () => compileAge(readWeights("age_gender_model")),
  },
  {
    name: "face-descriptor",
    ...FACE_API,
    inputs: { rgb: square(150) },
    outputs: { descriptor: "float32 [faces, 128]: near for pictures of the same person" },
    // Farther apart are 998 of 1,000 pairs of strangers (at 0.6: 972), most of the rest small and blurred.
    settings: { "same-person": 0.5 },
    compile: () => compileDescriptor(readWeights("face_recognition_model")),
  },
];
