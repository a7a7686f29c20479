/* The reading side of {@link import("./protobuf.ts")}: fields in the order of the file, messages not opened. */

/** One field of a message. */
export interface ReadField {
  readonly number: number;
  /** A varint's value; 0 for other fields. */
  readonly value: bigint;
  /** What a length prefix or a fixed width holds; empty for varints. */
  readonly bytes: Uint8Array;
  /** The whole field as it stood, to be copied. */
  readonly raw: Uint8Array;
}

/** Bytes of a field by its wire type, where that says it. */
const FIXED: Readonly<Record<number, number>> = { 1: 8, 5: 4 };
const VARINT = 0;
const LENGTH_PREFIXED = 2;

/** Throws where the bytes are no message: they come from a package, not from a user. */
export function fieldsOf(message: Uint8Array): readonly ReadField[] {
  const fields: ReadField[] = [];
  let at = 0;
  const varint = (): bigint => {
    for (let value = 0n, shift = 0n; ; shift += 7n) {
      const byte = message[at];
      if (byte === undefined) throw new RangeError("a varint without an end");
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const start = at;
    const key = Number(varint());
    const wire = key & 7;
    const value = wire === VARINT ? varint() : 0n;
    const length = wire === LENGTH_PREFIXED ? Number(varint()) : wire === VARINT ? 0 : FIXED[wire];
    if (length === undefined || at + length > message.length) throw new RangeError("not a message");
    const bytes = message.subarray(at, at + length);
    at += length;
    fields.push({ number: key >> 3, value, bytes, raw: message.subarray(start, at) });
  }
  return fields;
}

/** The text of the first field of that number; empty where there is none. */
export const textIn = (fields: readonly ReadField[], number: number): string =>
  Buffer.from(fields.find((field) => field.number === number)?.bytes ?? []).toString("utf8");
