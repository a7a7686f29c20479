import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { InferenceSession, Tensor as OrtTensor } from "onnxruntime-node";
import type { ModelStore, Network, Tensor } from "../detector.ts";
import { MANIFEST, type ModelEntry, modelManifest } from "./manifest.ts";

/**
 * The networks in a folder that the build wrote. Nothing is read before the first is opened.
 * Throws where the folder is not what the build made: that is a broken installation, not a bad photo.
 */
export function openModels(folder: string): ModelStore {
  const opened = new Map<string, Promise<Network>>();
  return {
    open: (name) => {
      const network = opened.get(name) ?? openNetwork(folder, name);
      opened.set(name, network);
      return network;
    },
  };
}

/**
 * Processors of Intel's kind without VNNI add bytes in 16 bits, which run over; there the runtime must
 * take another way, which needs nearly twice the time. Where nobody tells, the exact one is taken.
 */
const ADDS_BYTES_EXACTLY = process.arch !== "x64" || processorFlags().includes("vnni");

/** What Linux tells of the processor; nothing elsewhere. */
function processorFlags(): string {
  try {
    return readFileSync("/proc/cpuinfo", "latin1");
  } catch {
    return "";
  }
}

async function openNetwork(folder: string, name: string): Promise<Network> {
  const manifest = modelManifest.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
  const entry = manifest.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`no network "${name}" in ${folder}`);
  const bytes = readFileSync(join(folder, entry.file));
  if (createHash("sha256").update(bytes).digest("hex") !== entry.sha256) {
    throw new Error(`${entry.file} is not the file that the manifest names`);
  }
  const { InferenceSession, Tensor } = await runtime();
  // One thread: there is an analyst for each core already.
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: "all",
    // Plans made for one size of picture are of no use for the next, and hold memory.
    enableMemPattern: false,
    ...(ADDS_BYTES_EXACTLY ? {} : { extra: { session: { x64quantprecision: "1" } } }),
    logSeverityLevel: 3,
  });
  return networkOf(entry, session, Tensor);
}

/** Newer versions of the runtime report usage unless told not to before they start; ours cannot, and is told. */
function runtime() {
  process.env.ORT_DISABLE_TELEMETRY = "1";
  return import("onnxruntime-node");
}

function networkOf(
  entry: ModelEntry,
  session: InferenceSession,
  Runtime: typeof OrtTensor,
): Network {
  return {
    setting: (name) => {
      const value = entry.settings[name];
      if (value === undefined) throw new Error(`${entry.name} has no setting "${name}"`);
      return value;
    },
    classes: entry.classes ?? [],
    run: async (inputs) => {
      const feeds = mapValues(inputs, ({ data, dims }) => new Runtime(typeOf(data), data, dims));
      return mapValues(await session.run(feeds), ({ data, dims }) => ({ data: known(data), dims }));
    },
  };
}

const TYPES = [
  ["float32", Float32Array],
  ["uint8", Uint8Array],
  ["int32", Int32Array],
  ["int64", BigInt64Array],
] as const;

function typeOf(data: Tensor["data"]) {
  const type = TYPES.find(([, Kind]) => data instanceof Kind)?.[0];
  if (type === undefined) throw new TypeError("not an array that a network takes");
  return type;
}

/** Our networks give numbers only. */
function known(data: OrtTensor["data"]): Tensor["data"] {
  for (const [, Kind] of TYPES) if (data instanceof Kind) return data;
  throw new TypeError("a network gave something that is not numbers");
}

const mapValues = <A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
