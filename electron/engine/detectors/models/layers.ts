import type { Constant, Graph, Value } from "./onnx.ts";
import type { Floats } from "./weights.ts";

/** Filters and biases of a convolution as ONNX wants them: `[out, in / groups, height, width]`. */
export interface Convolution {
  readonly filters: Floats;
  readonly bias: Float32Array;
  readonly stride: 1 | 2;
  readonly groups: number;
}

/** TensorFlow's "same": what is missing is added below and right first. */
export const SAME = { auto_pad: "SAME_UPPER" } as const;

/** Rows of filters `[height, width, in, out]`, as TensorFlow keeps them, turned into ONNX's order. */
export function turnFilters({ data, dims }: Floats): Floats {
  const [h = 1, w = 1, i = 1, o = 1] = dims;
  const out = new Float32Array(data.length);
  for (let at = 0; at < h * w; at++) {
    for (let c = 0; c < i; c++) {
      for (let k = 0; k < o; k++) out[(k * i + c) * h * w + at] = data[(at * i + c) * o + k] ?? 0;
    }
  }
  return { data: out, dims: [o, i, h, w] };
}

/** Depthwise filters `[height, width, channels, 1]` turned into ONNX's `[channels, 1, height, width]`. */
export const turnDepthwise = ({ data, dims }: Floats): Floats => {
  const [h = 1, w = 1, c = 1] = dims;
  return turnFilters({ data, dims: [h, w, 1, c] });
};

/** A convolution whose output channels are each multiplied and shifted, done to its weights instead. */
export function scaled(by: Float32Array, shift: Float32Array, conv: Convolution): Convolution {
  const each = conv.filters.data.length / by.length;
  const data = conv.filters.data.map((weight, n) => weight * (by[Math.floor(n / each)] ?? 1));
  const bias = conv.bias.map((b, n) => b * (by[n] ?? 1) + (shift[n] ?? 0));
  return { ...conv, filters: { data, dims: conv.filters.dims }, bias };
}

export const convolve = (graph: Graph, x: Value, conv: Convolution, pads: object = SAME): Value =>
  graph.step("Conv", [x, graph.constant(conv.filters), graph.constant(row(conv.bias))], {
    strides: [conv.stride, conv.stride],
    group: conv.groups,
    ...pads,
  });

export const row = (data: Float32Array): Constant => ({ data, dims: [data.length] });

/** ReLU6: what all layers of MobileNet end in. */
export const relu6 = (graph: Graph, x: Value): Value =>
  graph.step("Clip", [x, graph.floats([0], []), graph.floats([6], [])]);

/** Bytes `[n, height, width, 3]` made planes of floats, `[n, 3, height, width]`, each minus its channel's mean, divided. */
export function planes(graph: Graph, rgb: Value, mean: readonly number[], divisor: number): Value {
  const turned = graph.step("Transpose", [rgb], { perm: [0, 3, 1, 2] });
  const floats = graph.step("Cast", [turned], { to: 1 });
  const centred = graph.step("Sub", [floats, graph.floats(mean, [1, 3, 1, 1])]);
  return graph.step("Div", [centred, graph.floats([divisor], [])]);
}
