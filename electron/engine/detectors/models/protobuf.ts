/*
 * The few pieces of protocol buffers that an ONNX file is made of: varints and length-prefixed
 * bytes. Encoding only. @see https://protobuf.dev/programming-guides/encoding/
 */

export type Field = readonly Uint8Array[];

const VARINT = 0;
const LENGTH_PREFIXED = 2;
const FIXED32 = 5;

/** A whole number that is not negative. */
export const whole = (field: number, value: number): Field => [
  varint(BigInt((field << 3) | VARINT)),
  varint(BigInt(value)),
];

/** Whole numbers that may be negative (int64: two's complement), one field each. */
export const int64s = (field: number, values: readonly number[]): Field =>
  values.flatMap((value) => [
    varint(BigInt((field << 3) | VARINT)),
    varint(BigInt.asUintN(64, BigInt(value))),
  ]);

/** A 32-bit float. */
export function float32(field: number, value: number): Field {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return [varint(BigInt((field << 3) | FIXED32)), bytes];
}

export const bytes = (field: number, value: Uint8Array): Field => [
  varint(BigInt((field << 3) | LENGTH_PREFIXED)),
  varint(BigInt(value.length)),
  value,
];

export const text = (field: number, value: string): Field => bytes(field, Buffer.from(value));

/** A message within a message. */
export const message = (field: number, ...fields: readonly Field[]): Field =>
  bytes(field, Buffer.concat(fields.flat()));

function varint(value: bigint): Uint8Array {
  const out: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 0x80n) return Uint8Array.from([...out, Number(rest)]);
    out.push(Number(rest & 0x7fn) | 0x80);
  }
}
