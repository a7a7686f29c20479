import { type Convolution, SAME } from "./layers.ts";
import type { Graph, Value } from "./onnx.ts";

/*
 * Convolutions on bytes. Activations end in ReLU6 and so lie in 0–6: a byte holds 6/255 a step, and
 * saturation is the ReLU6. Weights get one scale per output channel.
 */

/** What one step of an activation is worth. */
const STEP_6 = 6 / 255;

/** Weights are kept in −127…127. */
const LARGEST = 127;

export interface Bytes {
  readonly value: Value;
  /** `value = (byte - zero) * scale`. */
  readonly scale: number;
  readonly zero: number;
}

/** A convolution followed by ReLU6, bytes in and bytes out. */
export function convolve6(graph: Graph, x: Bytes, conv: Convolution): Bytes {
  const { filters, scales, biases } = quantised(conv, x.scale);
  const value = graph.step(
    "QLinearConv",
    [
      x.value,
      graph.floats([x.scale], []),
      graph.constant({ data: Uint8Array.of(x.zero), dims: [] }),
      graph.constant({ data: filters, dims: conv.filters.dims }),
      graph.constant({ data: scales, dims: [scales.length] }),
      graph.constant({ data: new Int8Array(scales.length), dims: [scales.length] }),
      graph.floats([STEP_6], []),
      graph.constant({ data: Uint8Array.of(0), dims: [] }),
      graph.constant({ data: biases, dims: [biases.length] }),
    ],
    { strides: [conv.stride, conv.stride], group: conv.groups, ...SAME },
  );
  return { value, scale: STEP_6, zero: 0 };
}

export const floatsOf = (graph: Graph, { value, scale, zero }: Bytes): Value =>
  graph.step("DequantizeLinear", [
    value,
    graph.floats([scale], []),
    graph.constant({ data: Uint8Array.of(zero), dims: [] }),
  ]);

export const bytesOf = (graph: Graph, value: Value): Bytes => ({
  value: graph.step("QuantizeLinear", [
    value,
    graph.floats([STEP_6], []),
    graph.constant({ data: Uint8Array.of(0), dims: [] }),
  ]),
  scale: STEP_6,
  zero: 0,
});

function quantised(conv: Convolution, inputScale: number) {
  const count = conv.bias.length;
  const each = conv.filters.data.length / count;
  const scales = new Float32Array(count);
  const filters = new Int8Array(conv.filters.data.length);
  const biases = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const weights = conv.filters.data.subarray(k * each, (k + 1) * each);
    const largest = weights.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    const scale = Math.max(largest, 1e-6) / LARGEST;
    scales[k] = scale;
    for (let n = 0; n < each; n++) filters[k * each + n] = Math.round((weights[n] ?? 0) / scale);
    biases[k] = Math.round((conv.bias[k] ?? 0) / (scale * inputScale));
  }
  return { filters, scales, biases };
}
