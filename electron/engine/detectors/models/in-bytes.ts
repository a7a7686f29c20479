import { intsAttribute, type NetworkFile, openNetworkFile, type Step } from "./network-file.ts";

/*
 * Two thirds of the reader's time are ten convolutions of one pixel by 128 channels and more, which
 * are products of matrices. As products of bytes they take a third of it. Only these, so that what
 * bytes lose is lost seldom: activations get their scale anew in each run, weights one for each filter.
 */

/** Channels in and out from which the product saves more than turning the layout to and fro costs. */
const LEAST_CHANNELS = 128;

/** Weights are kept in −127…127. */
const LARGEST = 127;

/** So that a filter of zeros has a scale. */
const SMALLEST_SCALE = 1e-12;

/** The runtime's own operators. @see onnxruntime, docs/ContribOperators.md, DynamicQuantizeMatMul */
const RUNTIME = "com.microsoft";

/** From channels before rows to channels last, as a product of matrices wants them, and back. */
const CHANNELS_LAST = [0, 2, 3, 1];
const CHANNELS_FIRST = [0, 3, 1, 2];

/** The network with its wide pointwise convolutions in bytes. */
export function inBytes(file: Uint8Array): Uint8Array {
  const network = openNetworkFile(file);
  network.steps = network.steps.flatMap((step) => asProduct(network, step));
  return network.encode();
}

function asProduct(network: NetworkFile, step: Step): readonly Step[] {
  const [input = "", weightsName = "", biasName = ""] = step.inputs;
  const weights = network.weights.get(weightsName);
  const isOnePixel = weights?.dims.slice(2).every((side) => side === 1) === true;
  const [filters = 0, channels = 0] = weights?.dims ?? [];
  if (step.operator !== "Conv" || !weights || !isOnePixel || !network.weights.has(biasName))
    return [step];
  if (Math.min(filters, channels) < LEAST_CHANNELS) return [step];
  const name = (part: string) => `${step.output}.${part}`;
  const { data, scales } = quantised(weights.data, filters, channels);
  network.byteWeights.set(name("bytes"), { dims: [channels, filters], data });
  network.byteWeights.set(name("zeros"), { dims: [filters], data: new Int8Array(filters) });
  network.weights.set(name("scales"), { dims: [filters], data: scales });
  const factors = [name("last"), name("bytes"), name("scales"), name("zeros"), biasName];
  const product = { ...made("DynamicQuantizeMatMul", factors, name("product")), domain: RUNTIME };
  return [
    made("Transpose", [input], name("last"), intsAttribute("perm", CHANNELS_LAST)),
    product,
    made("Transpose", [name("product")], step.output, intsAttribute("perm", CHANNELS_FIRST)),
  ];
}

const made = (
  operator: string,
  inputs: readonly string[],
  output: string,
  ...attributes: readonly Uint8Array[]
): Step => ({ operator, inputs, output, outputs: [output], attributes, domain: "" });

/** One scale a filter; filters become columns. */
function quantised(weights: Float32Array, filters: number, channels: number) {
  const data = new Int8Array(weights.length);
  const scales = new Float32Array(filters);
  for (let filter = 0; filter < filters; filter += 1) {
    const own = weights.subarray(filter * channels, (filter + 1) * channels);
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const scale = Math.max(largest / LARGEST, SMALLEST_SCALE);
    scales[filter] = scale;
    for (const [channel, weight] of own.entries()) {
      data[channel * filters + filter] = Math.round(weight / scale);
    }
  }
  return { data, scales };
}
