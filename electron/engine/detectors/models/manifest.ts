import { z } from "zod";

/** The file beside the networks that says what they are. Written by the build, read by {@link import("./store.ts")}. */
export const MANIFEST = "manifest.json";

/** One network as the manifest tells it. */
export const modelEntry = z.object({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** The file's name in the same folder. */
  file: z.string().regex(/^[a-z0-9.-]+$/),
  /** Of the file, hex: a network that is not the one we built is not run. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** SPDX name; the text is in resources/licences. */
  licence: z.string(),
  /** The package and version that the weights came in. */
  source: z.string(),
  /** Inputs by name: type and layout, as in "uint8 [1, height, width, 3]: upright red, green, blue". */
  inputs: z.record(z.string(), z.string()),
  outputs: z.record(z.string(), z.string()),
  /** Thresholds and the like, which belong to these weights and no others. */
  settings: z.record(z.string(), z.number()),
  /** What the classes of its answer stand for, where they have names: a reader's alphabet. */
  classes: z.array(z.string()).optional(),
});
export type ModelEntry = z.infer<typeof modelEntry>;

export const modelManifest = z.array(modelEntry).readonly();
