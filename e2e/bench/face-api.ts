import { createRequire, registerHooks } from "node:module";
import { dirname, join } from "node:path";

/*
 * face-api as its authors ship it, on TensorFlow.js's WebAssembly backend: what our networks are
 * compared with. Its build for Node asks for the umbrella package @tensorflow/tfjs (308 MB); the core
 * and the backend are all that it uses.
 */

/** A value of TensorFlow.js. */
interface Tensor {
  dataSync(): Float32Array;
  dispose(): void;
}

interface Net {
  loadFromDisk(folder: string): Promise<void>;
}

interface FaceApi {
  readonly nets: {
    readonly ssdMobilenetv1: Net & {
      forwardInput(input: unknown): { boxes: readonly Tensor[]; scores: readonly Tensor[] };
    };
    readonly faceLandmark68Net: Net & { runNet(input: unknown): Tensor };
    readonly ageGenderNet: Net & { forwardInput(input: unknown): { age: Tensor } };
    readonly faceRecognitionNet: Net & { forwardInput(input: unknown): Tensor };
  };
  toNetInput(tensor: unknown): Promise<{ toBatchTensor: unknown }>;
  detectAllFaces(tensor: unknown, options: unknown): Promise<readonly PeerFace[]>;
  SsdMobilenetv1Options: new (options: { minConfidence: number; maxResults: number }) => unknown;
}

export interface PeerFace {
  readonly score: number;
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface RgbImage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** face-api, ready to be asked. */
export interface Peer {
  /** Finds faces as its users do. */
  detect(image: RgbImage, minConfidence: number): Promise<readonly PeerFace[]>;
  /** What its networks give, before anything is made of it. */
  raw(net: PeerNet, image: RgbImage): Promise<readonly Float32Array[]>;
}

export type PeerNet = "face-detector" | "face-landmarks" | "face-age" | "face-descriptor";

const require = createRequire(import.meta.url);

type TensorFlow = Record<string, (...args: readonly unknown[]) => unknown> & {
  Tensor: { prototype: Record<string, unknown> };
};

export async function openFaceApi(): Promise<Peer> {
  const hooks = registerHooks({
    resolve: (name, context, next) =>
      next(name === "@tensorflow/tfjs" ? "@tensorflow/tfjs-core" : name, context),
  });
  const tf = require("@tensorflow/tfjs-core") as TensorFlow;
  addChainedCalls(tf);
  const wasm = require("@tensorflow/tfjs-backend-wasm") as { setWasmPaths(folder: string): void };
  const api = require("@vladmandic/face-api/dist/face-api.node-wasm.js") as FaceApi;
  hooks.deregister();
  const wasmFolder = dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  wasm.setWasmPaths(join(wasmFolder, "wasm-out", "/"));
  await tf.setBackend?.("wasm");
  await tf.ready?.();
  const models = join(dirname(require.resolve("@vladmandic/face-api/package.json")), "model");
  for (const net of Object.values(api.nets).filter(isUsed(api))) await net.loadFromDisk(models);
  return {
    detect: async (image, minConfidence) => {
      const tensor = tensorOf(tf, image);
      const options = new api.SsdMobilenetv1Options({ minConfidence, maxResults: 500 });
      const faces = await api.detectAllFaces(tensor, options);
      tensor.dispose();
      return faces;
    },
    raw: async (net, image) => {
      const outputs = forward(api, net, await api.toNetInput(tensorOf(tf, image)));
      return outputs.map((output) => output.dataSync());
    },
  };
}

const isUsed = ({ nets }: FaceApi) => {
  const used: readonly Net[] = [
    nets.ssdMobilenetv1,
    nets.faceLandmark68Net,
    nets.ageGenderNet,
    nets.faceRecognitionNet,
  ];
  return (net: Net) => used.includes(net);
};

function forward({ nets }: FaceApi, net: PeerNet, input: unknown): readonly Tensor[] {
  switch (net) {
    case "face-detector": {
      const { boxes, scores } = nets.ssdMobilenetv1.forwardInput(input);
      return [...scores, ...boxes];
    }
    case "face-landmarks":
      return [nets.faceLandmark68Net.runNet(input)];
    case "face-age":
      return [nets.ageGenderNet.forwardInput(input).age];
    case "face-descriptor":
      return [nets.faceRecognitionNet.forwardInput(input)];
  }
}

const tensorOf = (tf: TensorFlow, { rgb, width, height }: RgbImage): Tensor =>
  tf.tensor3d?.(rgb, [height, width, 3], "int32") as Tensor;

/** The calls on tensors that face-api makes; the umbrella package would add all there are. */
function addChainedCalls(tf: TensorFlow) {
  const { prototype } = tf.Tensor;
  for (const name of ["mul", "sub", "div", "mean", "add"]) {
    prototype[name] = function (this: unknown, ...rest: readonly unknown[]) {
      return tf[name]?.(this, ...rest);
    };
  }
  const reshape = function (this: { size: number }, ...dims: readonly number[]) {
    return tf.reshape?.(this, dims.length === 0 ? [this.size] : dims);
  };
  for (const name of ["as1D", "as2D", "as3D", "as4D"]) prototype[name] = reshape;
}
