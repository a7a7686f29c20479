import { bytes, type Field, float32, int64s, message, text, whole } from "./protobuf.ts";
import { fieldsOf, type ReadField, textIn } from "./protobuf-read.ts";

/*
 * An ONNX file opened to be changed: its steps and its float constants. All else is copied as it
 * stood. Field numbers are those of onnx.proto3.
 * @see https://github.com/onnx/onnx/blob/v1.12.0/onnx/onnx.proto3
 */

const MODEL = { graph: 7, operators: 8 } as const;
const OPERATORS = { domain: 1, version: 2 } as const;
const GRAPH = { node: 1, initializer: 5, output: 12 } as const;
const NODE = { input: 1, output: 2, operator: 4, attribute: 5, domain: 7 } as const;
const TENSOR = { dims: 1, type: 2, floats: 4, name: 8, raw: 9 } as const;
const ATTRIBUTE = { name: 1, float: 2, tensor: 5, ints: 8, type: 20 } as const;
/** TensorProto.DataType.FLOAT and AttributeProto.AttributeType.FLOAT. */
const FLOAT = 1;
/** TensorProto.DataType.INT8. */
const INT8 = 3;
/** AttributeProto.AttributeType.INTS. */
const INTS = 7;

/** Numbers that a network was trained to; rows run last dimension fastest. */
export interface Weights {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

/** Weights in whole numbers. */
export interface ByteWeights {
  readonly dims: readonly number[];
  readonly data: Int8Array;
}

/** One step of the network: what it takes and gives, by name. */
export interface Step {
  operator: string;
  inputs: readonly string[];
  readonly output: string;
  readonly outputs: readonly string[];
  /** Messages as they stand in the file. */
  attributes: readonly Uint8Array[];
  /** Of whose operators this is one; none for ONNX's own. */
  readonly domain: string;
}

export interface NetworkFile {
  steps: readonly Step[];
  readonly weights: Map<string, Weights>;
  /** Added ones; those of the file are copied as they stood. */
  readonly byteWeights: Map<string, ByteWeights>;
  /** Names that the network's user reads: they must stay. */
  readonly results: readonly string[];
  encode(): Uint8Array;
}

export function openNetworkFile(file: Uint8Array): NetworkFile {
  const model = fieldsOf(file);
  const graph = fieldsOf(model.find(({ number }) => number === MODEL.graph)?.bytes ?? file);
  const weights = new Map<string, Weights>();
  const steps: Step[] = [];
  const others: Uint8Array[] = [];
  for (const field of graph) {
    const step = field.number === GRAPH.node ? stepOf(fieldsOf(field.bytes)) : null;
    const constant =
      field.number === GRAPH.initializer ? floatsOf(field.bytes) : step && constantOf(step);
    if (constant) weights.set(step?.output ?? constant.name, constant);
    else if (step) steps.push(step);
    else others.push(field.raw);
  }
  const results = graph
    .filter(({ number }) => number === GRAPH.output)
    .map((field) => textIn(fieldsOf(field.bytes), 1));
  const byteWeights = new Map<string, ByteWeights>();
  const open: NetworkFile = {
    ...{ steps, weights, byteWeights, results },
    encode: () => encoded(model, open, others),
  };
  return open;
}

function stepOf(fields: readonly ReadField[]): Step {
  const all = (wanted: number) => fields.filter(({ number }) => number === wanted);
  const names = (wanted: number) => all(wanted).map((field) => Buffer.from(field.bytes).toString());
  const outputs = names(NODE.output);
  return {
    operator: textIn(fields, NODE.operator),
    inputs: names(NODE.input),
    output: outputs[0] ?? "",
    outputs,
    attributes: all(NODE.attribute).map((field) => field.bytes),
    domain: names(NODE.domain)[0] ?? "",
  };
}

/** The value of a step that only gives a constant. */
function constantOf({ operator, attributes }: Step) {
  if (operator !== "Constant" || attributes[0] === undefined) return null;
  const value = fieldsOf(attributes[0]).find(({ number }) => number === ATTRIBUTE.tensor);
  return value ? floatsOf(value.bytes) : null;
}

/** Null for whole numbers: shapes and axes, which nobody folds. */
function floatsOf(tensor: Uint8Array): (Weights & { readonly name: string }) | null {
  const fields = fieldsOf(tensor);
  const all = (wanted: number) => fields.filter(({ number }) => number === wanted);
  if (all(TENSOR.type)[0]?.value !== BigInt(FLOAT)) return null;
  const held = [...all(TENSOR.raw), ...all(TENSOR.floats)].map((field) => field.bytes);
  const data = new Float32Array(new Uint8Array(Buffer.concat(held)).buffer);
  const dims = all(TENSOR.dims).map(({ value }) => Number(value));
  return { name: textIn(fields, TENSOR.name), dims, data };
}

/** An attribute that holds one float. */
export const floatAttribute = (name: string, value: number): Uint8Array =>
  joined(text(ATTRIBUTE.name, name), float32(ATTRIBUTE.float, value), whole(ATTRIBUTE.type, FLOAT));

/** An attribute that holds a list of whole numbers. */
export const intsAttribute = (name: string, values: readonly number[]): Uint8Array =>
  joined(text(ATTRIBUTE.name, name), int64s(ATTRIBUTE.ints, values), whole(ATTRIBUTE.type, INTS));

function encoded(model: readonly ReadField[], open: NetworkFile, others: readonly Uint8Array[]) {
  const { steps, weights, byteWeights } = open;
  const used = new Set(steps.flatMap(({ inputs }) => inputs));
  const nodes = steps.map(({ operator, inputs, outputs, attributes, domain }) =>
    message(
      GRAPH.node,
      ...inputs.map((name) => text(NODE.input, name)),
      ...outputs.map((name) => text(NODE.output, name)),
      text(NODE.operator, operator),
      ...attributes.map((attribute) => bytes(NODE.attribute, attribute)),
      ...(domain ? [text(NODE.domain, domain)] : []),
    ),
  );
  const constants = [
    ...[...weights].map(([name, { dims, data }]) => ({ name, dims, type: FLOAT, data })),
    ...[...byteWeights].map(([name, { dims, data }]) => ({ name, dims, type: INT8, data })),
  ].flatMap((tensor) => (used.has(tensor.name) ? [tensorOf(tensor)] : []));
  const graph = joined(...nodes, others, ...constants);
  const before = model.filter(({ number }) => number !== MODEL.graph).map(({ raw }) => raw);
  const domains = new Set(steps.flatMap(({ domain }) => (domain ? [domain] : [])));
  const operators = [...domains].map((domain) =>
    message(MODEL.operators, text(OPERATORS.domain, domain), whole(OPERATORS.version, 1)),
  );
  return joined(before, ...operators, bytes(MODEL.graph, graph));
}

interface Tensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: number;
  readonly data: Float32Array | Int8Array;
}

const tensorOf = ({ name, dims, type, data }: Tensor): Field =>
  message(
    GRAPH.initializer,
    int64s(TENSOR.dims, dims),
    whole(TENSOR.type, type),
    text(TENSOR.name, name),
    bytes(TENSOR.raw, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  );

const joined = (...fields: readonly (readonly Uint8Array[])[]): Uint8Array =>
  Buffer.concat(fields.flat());
