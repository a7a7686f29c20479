import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Constant } from "./onnx.ts";

/*
 * Weights as TensorFlow.js stores them: a manifest with names and shapes, and one file in which they
 * follow each other, as 32-bit floats or as bytes with `value = byte * scale + min`.
 */

const manifest = z
  .array(
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.int().min(1)),
          dtype: z.enum(["float32", "int32"]),
          quantization: z
            .object({ dtype: z.literal("uint8"), scale: z.number(), min: z.number() })
            .optional(),
        }),
      ),
    }),
  )
  .length(1);

/** Weights of one network by name. */
export class Weights {
  readonly #all: ReadonlyMap<string, Floats>;

  constructor(all: ReadonlyMap<string, Floats>) {
    this.#all = all;
  }

  /** Throws for a name that the network has not: then package and compiler do not fit together. */
  of(name: string): Floats {
    const found = this.#all.get(name);
    if (found === undefined) throw new Error(`no weights "${name}"`);
    return found;
  }
}

export interface Floats extends Constant {
  readonly data: Float32Array;
}

/** The weights of one of face-api's models, such as "ssd_mobilenetv1_model". */
export function readWeights(model: string): Weights {
  const folder = join(dirname(createRequire(import.meta.url).resolve(PACKAGE_JSON)), "model");
  const listed = manifest.parse(
    JSON.parse(readFileSync(join(folder, `${model}-weights_manifest.json`), "utf8")),
  );
  const file = readFileSync(join(folder, `${model}.bin`));
  const all = new Map<string, Floats>();
  let at = 0;
  for (const { name, shape, quantization } of listed[0]?.weights ?? []) {
    const count = shape.reduce((a, b) => a * b, 1);
    const stored = quantization === undefined ? 4 : 1;
    const data = Float32Array.from({ length: count }, (_, n) =>
      quantization === undefined
        ? file.readFloatLE(at + 4 * n)
        : file.readUInt8(at + n) * quantization.scale + quantization.min,
    );
    all.set(name, { data, dims: shape });
    at += count * stored;
  }
  if (at !== file.length) throw new Error(`${model}.bin has ${file.length} bytes, not ${at}`);
  return new Weights(all);
}

const PACKAGE_JSON = "@vladmandic/face-api/package.json";
