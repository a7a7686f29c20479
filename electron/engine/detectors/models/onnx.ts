import { bytes, type Field, float32, int64s, message, text, whole } from "./protobuf.ts";

/*
 * Writes networks as ONNX. Field numbers are those of onnx.proto3 (IR version 8, operators of set
 * 17). The same graph gives the same bytes. @see https://github.com/onnx/onnx/blob/v1.12.0/onnx/onnx.proto3
 */

const IR_VERSION = 8;
const OPERATOR_SET = 17;

/** TensorProto.DataType. */
const TYPE = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7 } as const;
type TypeName = keyof typeof TYPE;

/** AttributeProto.AttributeType. */
const ATTRIBUTE = { float: 1, int: 2, string: 3, ints: 7 } as const;

/** What a graph is computed with; rows run last dimension fastest. */
export interface Constant {
  readonly data: Float32Array | Uint8Array | Int8Array | Int32Array | BigInt64Array;
  readonly dims: readonly number[];
}

/** A name of a size is a size that each run may choose. */
export type Shape = readonly (number | string)[];

export interface Attributes {
  readonly [name: string]: number | string | readonly number[] | { readonly float: number };
}

/** A value in a graph under construction: the name of what some step gives. */
export type Value = string & { readonly __value: unique symbol };

/** A network under construction: each step names its inputs and gets the name of its output. */
export class Graph {
  readonly #name: string;
  readonly #fields: Field[] = [];
  readonly #constants: Field[] = [];
  readonly #ends: Field[] = [];
  #count = 0;

  constructor(name: string) {
    this.#name = name;
  }

  input(name: string, type: TypeName, shape: Shape): Value {
    this.#ends.push(valueInfo(11, name, type, shape));
    return name as Value;
  }

  output(name: string, value: Value, shape: Shape, type: TypeName = "float32"): void {
    this.#node("Identity", [value], [name], {});
    this.#ends.push(valueInfo(12, name, type, shape));
  }

  constant(constant: Constant): Value {
    const name = this.#next("c");
    const { data, dims } = constant;
    const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    this.#constants.push(
      message(5, int64s(1, dims), whole(2, TYPE[typeOf(data)]), text(8, name), bytes(9, raw)),
    );
    return name;
  }

  floats = (values: readonly number[], dims: readonly number[] = [values.length]): Value =>
    this.constant({ data: Float32Array.from(values), dims });

  ints = (values: readonly number[], dims: readonly number[] = [values.length]): Value =>
    this.constant({ data: BigInt64Array.from(values, BigInt), dims });

  /** One step with one output. */
  step(operator: string, inputs: readonly Value[], attributes: Attributes = {}): Value {
    const name = this.#next(operator.toLowerCase());
    this.#node(operator, inputs, [name], attributes);
    return name;
  }

  /** The file. */
  encode(): Uint8Array {
    const graph = [...this.#fields, text(2, this.#name), ...this.#constants, ...this.#ends];
    const fields = [
      whole(1, IR_VERSION),
      text(2, "safelight"),
      message(7, ...graph),
      message(8, text(1, ""), whole(2, OPERATOR_SET)),
    ];
    return Buffer.concat(fields.flat());
  }

  #next = (kind: string) => `${kind}_${++this.#count}` as Value;

  #node(operator: string, inputs: readonly string[], outputs: readonly string[], a: Attributes) {
    this.#fields.push(
      message(
        1,
        ...inputs.map((name) => text(1, name)),
        ...outputs.map((name) => text(2, name)),
        text(4, operator),
        ...Object.entries(a).map(([name, value]) => attribute(name, value)),
      ),
    );
  }
}

function attribute(name: string, value: Attributes[string]): Field {
  const named = text(1, name);
  if (typeof value === "number") {
    return message(5, named, int64s(3, [value]), whole(20, ATTRIBUTE.int));
  }
  if (typeof value === "string") {
    return message(5, named, text(4, value), whole(20, ATTRIBUTE.string));
  }
  if ("float" in value) {
    return message(5, named, float32(2, value.float), whole(20, ATTRIBUTE.float));
  }
  return message(5, named, int64s(8, value), whole(20, ATTRIBUTE.ints));
}

function valueInfo(field: number, name: string, type: TypeName, shape: Shape): Field {
  const dims = shape.map((size) =>
    message(1, typeof size === "number" ? int64s(1, [size]) : text(2, size)),
  );
  const tensor = message(1, whole(1, TYPE[type]), message(2, ...dims));
  return message(field, text(1, name), message(2, tensor));
}

function typeOf(data: Constant["data"]): TypeName {
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Int8Array) return "int8";
  if (data instanceof Int32Array) return "int32";
  return data instanceof BigInt64Array ? "int64" : "uint8";
}
