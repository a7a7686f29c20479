/** Builds GIF files from bytes, for tests. */

const ascii = (text: string): Buffer => Buffer.from(text, "latin1");

/** Data cut into sub-blocks of at most `size` bytes, closed by an empty one. */
export function subBlocks(data: string | Uint8Array, size = 255): Uint8Array {
  const bytes = typeof data === "string" ? ascii(data) : Buffer.from(data);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    parts.push(Uint8Array.of(part.length), part);
  }
  return Buffer.concat([...parts, Uint8Array.of(0)]);
}

/** An extension of any label around a chain of sub-blocks. */
export const extension = (label: number, chain: Uint8Array): Uint8Array =>
  Buffer.concat([Uint8Array.of(0x21, label), chain]);

export const comment = (text: string): Uint8Array => extension(0xfe, subBlocks(text));

/** An application extension; its name has eleven characters. */
export const application = (name: string, ...data: readonly Uint8Array[]): Uint8Array =>
  extension(0xff, Buffer.concat([Uint8Array.of(11), ascii(name), ...data]));

export const netscape = (loops = 0): Uint8Array =>
  application("NETSCAPE2.0", Uint8Array.of(3, 1, loops & 255, loops >> 8, 0));

/** XMP as the standard stores it: bare, then bytes that lead any reader to the end. */
export function xmp(packet: string): Uint8Array {
  const trailer = [1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0];
  return application("XMP DataXMP", ascii(packet), Uint8Array.from(trailer));
}

export const control = (delay = 10): Uint8Array =>
  extension(0xf9, Uint8Array.of(4, 0, delay, 0, 0, 0));

/** One picture of 2 × 1 pixels with its own two colours. */
export const image = (coded = "\x84\x51"): Uint8Array =>
  Buffer.concat([
    Uint8Array.of(0x2c, 0, 0, 0, 0, 2, 0, 1, 0, 0x80),
    Buffer.from("112233aabbcc", "hex"),
    Uint8Array.of(2),
    subBlocks(coded),
  ]);

export const END = Uint8Array.of(0x3b);

/** A file of 2 × 1 pixels with two global colours, its parts, and the end. */
export const gifFile = (parts: readonly Uint8Array[], behind = ""): Uint8Array =>
  Uint8Array.from(
    Buffer.concat([
      ascii("GIF89a"),
      Uint8Array.of(2, 0, 1, 0, 0x80, 0, 0),
      Buffer.from("000000ffffff", "hex"),
      ...parts,
      END,
      ascii(behind),
    ]),
  );
