import {
  type Convolution,
  convolve,
  planes,
  row,
  SAME,
  scaled,
  turnDepthwise,
  turnFilters,
} from "./layers.ts";
import { Graph, type Value } from "./onnx.ts";
import type { Weights } from "./weights.ts";

/*
 * The three small networks that look at one face each: where its features lie, how old it looks,
 * and 128 numbers by which it can be told from others. Layers and their order are face-api's.
 */

/** Mean red, green and blue of the pictures that the three were trained on, of 255. */
const MEAN_RGB = [122.782, 117.001, 104.298];

const input = (graph: Graph, sidePx: number): Value =>
  planes(graph, graph.input("rgb", "uint8", ["faces", sidePx, sidePx, 3]), MEAN_RGB, 255);

const relu = (graph: Graph, x: Value): Value => graph.step("Relu", [x]);

const sum = (graph: Graph, ...values: readonly Value[]): Value => graph.step("Sum", values);

const full = (weights: Weights, name: string, stride: 1 | 2): Convolution => ({
  filters: turnFilters(weights.of(`${name}/filters`)),
  bias: weights.of(`${name}/bias`).data,
  stride,
  groups: 1,
});

/** A depthwise convolution and, without anything between, one over all channels of each pixel. */
function separable(graph: Graph, x: Value, weights: Weights, name: string, stride: 1 | 2): Value {
  const filters = turnDepthwise(weights.of(`${name}/depthwise_filter`));
  const groups = filters.dims[0] ?? 1;
  const deep = convolve(graph, x, { filters, bias: new Float32Array(groups), stride, groups });
  return convolve(graph, deep, {
    filters: turnFilters(weights.of(`${name}/pointwise_filter`)),
    bias: weights.of(`${name}/bias`).data,
    stride: 1,
    groups: 1,
  });
}

/** 68 points of a face of 112 × 112 pixels; x and y are fractions of the picture. */
export function compileLandmarks(weights: Weights): Uint8Array {
  const graph = new Graph("face-landmarks");
  let x = input(graph, 112);
  for (let n = 0; n < 4; n++) x = denseBlock(graph, x, weights, n);
  const pooled = graph.step("AveragePool", [x], { kernel_shape: [7, 7], strides: [2, 2] });
  const points = dense(graph, flat(graph, pooled, 256), weights, "fc");
  graph.output("points", graph.step("Reshape", [points, graph.ints([-1, 68, 2])]), [
    "faces",
    68,
    2,
  ]);
  return graph.encode();
}

function denseBlock(graph: Graph, x: Value, weights: Weights, n: number): Value {
  const name = `dense${n}`;
  const first =
    n === 0
      ? convolve(graph, x, full(weights, `${name}/conv0`, 2))
      : separable(graph, x, weights, `${name}/conv0`, 2);
  const outs = [relu(graph, first)];
  for (let k = 1; k < 4; k++) {
    const all = outs.length === 1 ? outs : [relu(graph, sum(graph, ...outs))];
    outs.push(separable(graph, all[0] as Value, weights, `${name}/conv${k}`, 1));
  }
  return relu(graph, sum(graph, ...outs));
}

/** Years that a face of 112 × 112 pixels looks old. What face-api adds about gender is left out. */
export function compileAge(weights: Weights): Uint8Array {
  const graph = new Graph("face-age");
  const w = weights;
  let x = relu(graph, convolve(graph, input(graph, 112), full(w, "entry_flow/conv_in", 2)));
  x = reduction(graph, x, w, "entry_flow/reduction_block_0", false);
  x = reduction(graph, x, w, "entry_flow/reduction_block_1", true);
  for (const n of [0, 1]) {
    let inner = x;
    for (const k of [0, 1, 2]) {
      const name = `middle_flow/main_block_${n}/separable_conv${k}`;
      inner = separable(graph, relu(graph, inner), w, name, 1);
    }
    x = sum(graph, inner, x);
  }
  x = reduction(graph, x, w, "exit_flow/reduction_block", true);
  x = relu(graph, separable(graph, x, w, "exit_flow/separable_conv", 1));
  const pooled = graph.step("AveragePool", [x], { kernel_shape: [7, 7], strides: [2, 2] });
  const years = dense(graph, flat(graph, pooled, 512), w, "fc/age");
  graph.output("years", graph.step("Reshape", [years, graph.ints([-1])]), ["faces"]);
  return graph.encode();
}

function reduction(graph: Graph, x: Value, w: Weights, name: string, isActive: boolean): Value {
  let out = isActive ? relu(graph, x) : x;
  out = separable(graph, out, w, `${name}/separable_conv0`, 1);
  out = separable(graph, relu(graph, out), w, `${name}/separable_conv1`, 1);
  out = graph.step("MaxPool", [out], { kernel_shape: [3, 3], strides: [2, 2], ...SAME });
  return sum(graph, out, convolve(graph, x, full(w, `${name}/expansion_conv`, 2)));
}

/** 128 numbers of a face of 150 × 150 pixels; near for pictures of the same person. */
export function compileDescriptor(weights: Weights): Uint8Array {
  const graph = new Graph("face-descriptor");
  const first = normed(weights, "conv32_down", 2);
  let x = relu(graph, convolve(graph, input(graph, 150), first, { auto_pad: "VALID" }));
  x = graph.step("MaxPool", [x], { kernel_shape: [3, 3], strides: [2, 2] });
  for (const name of RESIDUALS) x = residual(graph, x, weights, name);
  const mean = graph.step("ReduceMean", [x], { axes: [2, 3], keepdims: 0 });
  const matrix = graph.constant(weights.of("fc"));
  graph.output("descriptor", graph.step("MatMul", [mean, matrix]), ["faces", 128]);
  return graph.encode();
}

const RESIDUALS = [
  ...["conv32_1", "conv32_2", "conv32_3"],
  ...["conv64_down", "conv64_1", "conv64_2", "conv64_3"],
  ...["conv128_down", "conv128_1", "conv128_2"],
  ...["conv256_down", "conv256_1", "conv256_2", "conv256_down_out"],
];

const normed = (weights: Weights, name: string, stride: 1 | 2): Convolution =>
  scaled(
    weights.of(`${name}/scale/weights`).data,
    weights.of(`${name}/scale/biases`).data,
    full(weights, `${name}/conv`, stride),
  );

/** Two convolutions beside a shortcut; where they halve the picture the shortcut is pooled. */
function residual(graph: Graph, x: Value, weights: Weights, name: string): Value {
  const isDown = name.includes("down");
  const [one, two] = [
    normed(weights, `${name}/conv1`, isDown ? 2 : 1),
    normed(weights, `${name}/conv2`, 1),
  ];
  const inner = relu(graph, convolve(graph, x, one, isDown ? { auto_pad: "VALID" } : SAME));
  const out = convolve(graph, inner, two);
  if (!isDown) return relu(graph, sum(graph, out, x));
  return relu(graph, graph.step("Add", fitted(graph, x, out, one)));
}

/**
 * The pooled shortcut has up to half as many channels, and a row and a column more than what the
 * convolutions gave: each gets zeros where the other goes on.
 */
function fitted(
  graph: Graph,
  x: Value,
  out: Value,
  { filters, bias }: Convolution,
): readonly Value[] {
  let pooled = graph.step("AveragePool", [x], { kernel_shape: [2, 2], strides: [2, 2] });
  const missing = bias.length - (filters.dims[1] ?? 0);
  const pad = (value: Value, pads: readonly number[]) =>
    graph.step("Pad", [value, graph.ints(pads)]);
  if (missing > 0) pooled = pad(pooled, [0, 0, 0, 0, 0, missing, 0, 0]);
  const sizes = graph.step("Sub", [graph.step("Shape", [pooled]), graph.step("Shape", [out])]);
  const padded = graph.step("Pad", [
    out,
    graph.step("Concat", [graph.ints([0, 0, 0, 0]), sizes], { axis: 0 }),
  ]);
  return [pooled, padded];
}

const flat = (graph: Graph, x: Value, channels: number): Value =>
  graph.step("Reshape", [x, graph.ints([-1, channels])]);

function dense(graph: Graph, x: Value, weights: Weights, name: string): Value {
  const matrix = graph.constant(weights.of(`${name}/weights`));
  return graph.step("Gemm", [x, matrix, graph.constant(row(weights.of(`${name}/bias`).data))]);
}
