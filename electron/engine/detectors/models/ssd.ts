import { type Anchors, headOf, joinHeads, readAnchors } from "./heads.ts";
import { type Bytes, bytesOf, convolve6, floatsOf } from "./int8.ts";
import {
  type Convolution,
  convolve,
  planes,
  relu6,
  scaled,
  turnDepthwise,
  turnFilters,
} from "./layers.ts";
import { Graph, type Value } from "./onnx.ts";
import type { Weights } from "./weights.ts";

/*
 * The face detector: SSD on MobileNet v1. Layers and their order are face-api's; unlike there, the
 * picture may have any size, because nothing in the network depends on it: see heads.ts.
 */

/** How a layer is computed: with 32-bit floats or with bytes, which is three times faster. */
export type Precision = "float" | "bytes";

/** Tells a layer's precision: "0" the first, "4d" and "4p" depthwise and pointwise, "p2" behind MobileNet. */
export type Precisions = (layer: string) => Precision;

/**
 * All in bytes but one layer. Its weights cancel each other out (biases from −34 to 22 before a
 * ReLU6), so that in bytes it alone moves scores by 0.98 logits, and all others together by 0.2.
 */
export const MIXED: Precisions = (layer) => (layer === "1p" ? "float" : "bytes");

/** What a layer gives, as whichever of floats and bytes the next one asks for. */
export interface Feature {
  readonly floats: () => Value;
  readonly bytes: () => Bytes;
}

/** Half of 255: face-api maps bytes to −1…1 with `byte / 127.5 - 1`. */
const CENTRE = 127.5;

const VARIANCE_EPSILON = 0.001;
/** The depthwise layers that halve the picture. */
const HALVING = new Set([2, 4, 6, 12]);

/** `rgb` uint8 `[1, height, width, 3]` → `scores` `[1, n]`, `boxes` `[1, n, 4]` in pixels: top, left, bottom, right. */
export function compileDetector(weights: Weights, precisions: Precisions): Uint8Array {
  const graph = new Graph("face-detector");
  let x = pictureOf(graph);
  const layer = (name: string, conv: Convolution) => {
    x = run6(graph, x, conv, precisions(name));
    return x;
  };
  layer("0", pointwise(weights, "MobilenetV1", 0, 2));
  const features: Feature[] = [];
  for (let n = 1; n <= 13; n++) {
    layer(`${n}d`, depthwise(weights, n));
    layer(`${n}p`, pointwise(weights, "MobilenetV1", n, 1));
    if (n === 11 || n === 13) features.push(x);
  }
  for (let n = 0; n < 8; n++) {
    layer(`p${n}`, pointwise(weights, "Prediction", n, n % 2 === 1 ? 2 : 1));
    if (n % 2 === 1) features.push(x);
  }
  const anchors: readonly Anchors[] = readAnchors(weights);
  joinHeads(
    graph,
    features.map((feature, n) => headOf(graph, weights, feature.floats(), n, anchors[n])),
  );
  return graph.encode();
}

function pictureOf(graph: Graph): Feature {
  const rgb = graph.input("rgb", "uint8", [1, "height", "width", 3]);
  return {
    floats: () => planes(graph, rgb, [CENTRE, CENTRE, CENTRE], CENTRE),
    bytes: () => ({
      value: graph.step("Transpose", [rgb], { perm: [0, 3, 1, 2] }),
      scale: 1 / CENTRE,
      zero: 128,
    }),
  };
}

/** A convolution with ReLU6 behind it. */
function run6(graph: Graph, x: Feature, conv: Convolution, precision: Precision): Feature {
  if (precision === "float") {
    const floats = relu6(graph, convolve(graph, x.floats(), conv));
    return { floats: () => floats, bytes: once(() => bytesOf(graph, floats)) };
  }
  const from = x.bytes();
  const bytes = convolve6(graph, from, from.zero === 0 ? conv : recentred(conv));
  return { floats: once(() => floatsOf(graph, bytes)), bytes: () => bytes };
}

/** Bytes have a whole number in their middle, 128, the weights want 127.5: the rest goes into the biases. */
function recentred(conv: Convolution): Convolution {
  const by = (128 - CENTRE) / CENTRE;
  const each = conv.filters.data.length / conv.bias.length;
  const sumOf = (k: number) =>
    conv.filters.data.subarray(k * each, (k + 1) * each).reduce((a, b) => a + b, 0);
  return { ...conv, bias: conv.bias.map((bias, k) => bias + by * sumOf(k)) };
}

const pointwise = (weights: Weights, part: string, n: number, stride: 1 | 2): Convolution => ({
  filters: turnFilters(weights.of(`${part}/Conv2d_${n}_pointwise/weights`)),
  bias: weights.of(`${part}/Conv2d_${n}_pointwise/convolution_bn_offset`).data,
  stride,
  groups: 1,
});

/** A depthwise layer with its batch normalisation worked into filters and biases. */
function depthwise(weights: Weights, n: number): Convolution {
  const name = `MobilenetV1/Conv2d_${n}_depthwise`;
  const norm = (what: string) => weights.of(`${name}/BatchNorm/${what}`).data;
  const variance = norm("moving_variance");
  const by = norm("gamma").map((g, c) => g / Math.sqrt((variance[c] ?? 0) + VARIANCE_EPSILON));
  return scaled(by, norm("beta"), {
    filters: turnDepthwise(weights.of(`${name}/depthwise_weights`)),
    bias: norm("moving_mean").map((mean) => -mean),
    stride: HALVING.has(n) ? 2 : 1,
    groups: by.length,
  });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
