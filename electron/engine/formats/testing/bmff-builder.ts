/** Builds boxes of the ISO base media file format from bytes, for tests. */

export type Part = Uint8Array | string | readonly Part[];

/** Parts joined; a string gives one byte a character. */
export const bytesOf = (...parts: readonly Part[]): Uint8Array =>
  Uint8Array.from(
    Buffer.concat(
      parts.map((part) => {
        if (typeof part === "string") return Buffer.from(part, "latin1");
        return part instanceof Uint8Array ? part : bytesOf(...part);
      }),
    ),
  );

const number = (bytes: number) => (value: number) => {
  const buffer = new Uint8Array(bytes);
  for (let at = bytes - 1, left = value; at >= 0; at--, left = Math.floor(left / 256)) {
    buffer[at] = left % 256;
  }
  return buffer;
};
export const u8 = number(1);
export const u16 = number(2);
export const u24 = number(3);
export const u32 = number(4);
export const u64 = number(8);
export const zeros = (count: number): Uint8Array => new Uint8Array(count);

export function box(type: string, ...parts: readonly Part[]): Uint8Array {
  const body = bytesOf(...parts);
  return bytesOf(u32(8 + body.length), type, body);
}

/** A box whose length stands in eight bytes. */
export function longBox(type: string, ...parts: readonly Part[]): Uint8Array {
  const body = bytesOf(...parts);
  return bytesOf(u32(1), type, u64(16 + body.length), body);
}

/** A box that lasts to the end of the file. */
export const lastBox = (type: string, ...parts: readonly Part[]): Uint8Array =>
  bytesOf(u32(0), type, ...parts);

export const fullBox = (
  type: string,
  version: number,
  flags: number,
  ...parts: readonly Part[]
): Uint8Array => box(type, u8(version), u24(flags), ...parts);

export const uuidBox = (uuid: string, ...parts: readonly Part[]): Uint8Array =>
  box("uuid", new Uint8Array(Buffer.from(uuid, "hex")), ...parts);

export const ftyp = (major: string, ...compatible: readonly string[]): Uint8Array =>
  box("ftyp", major, u32(0), ...compatible);

export const hdlr = (type: string, name = ""): Uint8Array =>
  fullBox("hdlr", 0, 0, u32(0), type, zeros(12), name, "\0");
