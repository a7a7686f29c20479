import { type Convolution, convolve, planes, relu6, row, scaled, turnDepthwise, turnFilters } from "./layers.ts";
import { type Bytes, bytesOf, convolve6, floatsOf } from "./int8.ts";
import { Graph, type Value } from "./onnx.ts";
import type { Weights } from "./weights.ts";

export type Precision = "float" | "bytes";

const VARIANCE_EPSILON = 0.0010000000474974513;
const STRIDE_2 = new Set([2, 4, 6, 12]);

export interface Feature { readonly floats: () => Value; readonly bytes: () => Bytes }

export function compileSsd(weights: Weights, precisionOf: (layer: string) => Precision): Uint8Array {
  const graph = new Graph("face-detector");
  const rgb = graph.input("rgb", "uint8", [1, "height", "width", 3]);
  let x = input(graph, rgb);
  const layer = (name: string, conv: Convolution) => { x = run6(graph, x, conv, precisionOf(name)); return x; };
  layer("0", pointwise(weights, "MobilenetV1", 0, 2));
  let conv11 = x;
  for (let n = 1; n <= 13; n++) {
    layer(`${n}d`, depthwise(weights, n));
    layer(`${n}p`, pointwise(weights, "MobilenetV1", n, 1));
    if (n === 11) conv11 = x;
  }
  const features = [conv11, x];
  for (let n = 0; n < 8; n++) {
    layer(`p${n}`, pointwise(weights, "Prediction", n, n % 2 === 1 ? 2 : 1));
    if (n % 2 === 1) features.push(x);
  }
  heads(graph, weights, features);
  return graph.encode();
}

function input(graph: Graph, rgb: Value): Feature {
  return {
    floats: () => planes(graph, rgb, [127.5, 127.5, 127.5], 127.5),
    bytes: () => ({ value: graph.step("Transpose", [rgb], { perm: [0, 3, 1, 2] }), scale: 1 / 127.5, zero: 128 }),
  };
}

function feature(graph: Graph, made: { floats: Value } | { bytes: Bytes }): Feature {
  let floats = "floats" in made ? made.floats : undefined;
  let bytes = "bytes" in made ? made.bytes : undefined;
  return {
    floats: () => (floats ??= floatsOf(graph, bytes as Bytes)),
    bytes: () => (bytes ??= bytesOf(graph, floats as Value)),
  };
}

function run6(graph: Graph, x: Feature, conv: Convolution, precision: Precision): Feature {
  if (precision === "float") return feature(graph, { floats: relu6(graph, convolve(graph, x.floats(), conv)) });
  const bytes = x.bytes();
  return feature(graph, { bytes: convolve6(graph, bytes, bytes.zero === 0 ? conv : recentred(conv, 0.5 / 127.5)) });
}

/** Bytes are centred on 128, the weights on 127.5: the half step moves into the biases. */
function recentred(conv: Convolution, by: number): Convolution {
  const each = conv.filters.data.length / conv.bias.length;
  const bias = conv.bias.map((b, k) => b + by * conv.filters.data.subarray(k * each, (k + 1) * each).reduce((s, w) => s + w, 0));
  return { ...conv, bias };
}

const pointwise = (weights: Weights, prefix: string, n: number, stride: 1 | 2): Convolution => ({
  filters: turnFilters(weights.of(`${prefix}/Conv2d_${n}_pointwise/weights`)),
  bias: weights.of(`${prefix}/Conv2d_${n}_pointwise/convolution_bn_offset`).data,
  stride,
  groups: 1,
});

function depthwise(weights: Weights, n: number): Convolution {
  const prefix = `MobilenetV1/Conv2d_${n}_depthwise`;
  const norm = (name: string) => weights.of(`${prefix}/BatchNorm/${name}`).data;
  const [gamma, beta, mean, variance] = [norm("gamma"), norm("beta"), norm("moving_mean"), norm("moving_variance")];
  const by = gamma.map((g, c) => g / Math.sqrt((variance[c] ?? 0) + VARIANCE_EPSILON));
  const filters = turnDepthwise(weights.of(`${prefix}/depthwise_weights`));
  const bare = { filters, bias: mean.map((m) => -m), stride: STRIDE_2.has(n) ? 2 : 1, groups: by.length } as const;
  return scaled(by, beta, bare);
}

/** Feature maps' strides in pixels: each cell looks at a square of so many. */
const CELLS_PX = [16, 32, 64, 128, 256, 512];

function heads(graph: Graph, weights: Weights, features: readonly Feature[]) {
  const boxes: Value[] = [];
  const scores: Value[] = [];
  const anchors = weights.of("Output/extra_dim").data;
  let at = 0;
  for (const [n, feature] of features.entries()) {
    const per = n === 0 ? 3 : 6;
    const cells = Math.ceil(512 / (CELLS_PX[n] ?? 1));
    const sizes: number[][] = [];
    for (let k = 0; k < per; k++) {
      const [y0 = 0, x0 = 0, y1 = 0, x1 = 0] = anchors.subarray((at + k) * 4, (at + k) * 4 + 4);
      sizes.push([(y1 - y0) * 512, (x1 - x0) * 512]);
    }
    at += per * cells * cells;
    const predict = (name: string, keep: (o: number) => boolean) => {
      const prefix = `Prediction/BoxPredictor_${n}/${name}`;
      const all = turnFilters(weights.of(`${prefix}/weights`));
      const bias = weights.of(`${prefix}/biases`).data;
      const inner = all.dims[1] ?? 1;
      const kept = [...bias.keys()].filter(keep);
      const data = Float32Array.from(kept.flatMap((o) => [...all.data.subarray(o * inner, (o + 1) * inner)]));
      const conv = { filters: { data, dims: [kept.length, inner, 1, 1] }, bias: Float32Array.from(kept, (o) => bias[o] ?? 0), stride: 1, groups: 1 } as const;
      return graph.step("Transpose", [convolve(graph, feature.floats(), conv)], { perm: [0, 2, 3, 1] });
    };
    // of three classes (nothing, face, unused) only the second is looked at
    const logits = predict("ClassPredictor", (o) => o % 3 === 1);
    scores.push(graph.step("Reshape", [graph.step("Sigmoid", [logits]), graph.ints([1, -1])]));
    const encoded = predict("BoxEncodingPredictor", () => true);
    boxes.push(decode(graph, encoded, sizes, CELLS_PX[n] ?? 1));
  }
  graph.output("scores", graph.step("Concat", scores, { axis: 1 }), [1, "boxes"]);
  graph.output("boxes", graph.step("Concat", boxes, { axis: 1 }), [1, "boxes", 4]);
}

/** encoded [1,h,w,A*4] as (dy, dx, dh, dw) to pixels (y0, x0, y1, x1) */
function decode(graph: Graph, encoded: Value, sizes: number[][], cellPx: number): Value {
  const per = sizes.length;
  const shape = graph.step("Shape", [encoded]);
  const split = graph.step("Reshape", [encoded, graph.ints([0, 0, -1, per, 4], [5])]);
  const hw = (axis: number) => graph.step("Gather", [shape, graph.ints([axis], [])], { axis: 0 });
  const centres = (axis: number, dims: number[]) => {
    const range = graph.step("Cast", [graph.step("Range", [graph.ints([0], []), hw(axis), graph.ints([1], [])])], { to: 1 });
    const px = graph.step("Add", [graph.step("Mul", [range, graph.floats([cellPx], [])]), graph.floats([cellPx / 2], [])]);
    return graph.step("Reshape", [px, graph.ints(dims)]);
  };
  const part = (from: number, to: number) => graph.step("Slice", [split, graph.ints([from]), graph.ints([to]), graph.ints([4])]);
  const side = (axis: number, d: number, dims: number[], anchor: number[]) => {
    const size = graph.floats(anchor, [1, 1, 1, per, 1]);
    const centre = graph.step("Add", [centres(axis, dims), graph.step("Mul", [part(d, d + 1), graph.step("Div", [size, graph.floats([10], [])])])]);
    const half = graph.step("Mul", [graph.step("Exp", [graph.step("Div", [part(d + 2, d + 3), graph.floats([5], [])])]), graph.step("Div", [size, graph.floats([2], [])])]);
    return [graph.step("Sub", [centre, half]), graph.step("Add", [centre, half])] as const;
  };
  const [y0, y1] = side(1, 0, [1, -1, 1, 1, 1], sizes.map(([h = 0]) => h));
  const [x0, x1] = side(2, 1, [1, 1, -1, 1, 1], sizes.map(([, w = 0]) => w));
  return graph.step("Reshape", [graph.step("Concat", [y0, x0, y1, x1], { axis: 4 }), graph.ints([1, -1, 4])]);
}
void row;
