/** Builds PNG files from bytes, for tests. Every picture decodes: 1 × 1 grey pixel. */
import { crc32, deflateSync } from "node:zlib";
import { type Bytes, bytesOf, concat, u16, u32 } from "./jpeg-builder.ts";

export const SIGNATURE = bytesOf("\x89PNG\r\n\x1a\n");

/** A chunk; `crc` is stated instead of the true one. */
export function chunk(type: string, data: Bytes = "", crc = crc32(concat(type, data))): Uint8Array {
  return concat(u32(bytesOf(data).length), type, data, u32(crc));
}

export const ihdr = (width = 1, height = 1): Uint8Array =>
  chunk("IHDR", concat(u32(width), u32(height), [8, 0, 0, 0, 0]));
/** A filter byte and one grey sample. */
const PIXEL = deflateSync(Uint8Array.of(0, 128));
export const IDAT = chunk("IDAT", PIXEL);
export const IEND = chunk("IEND");

/** Signature, IHDR, the chunks given, IDAT, further chunks, IEND, and what is appended. */
export const buildPng = (
  before: readonly Bytes[] = [],
  behind: readonly Bytes[] = [],
  after: readonly Bytes[] = [],
): Uint8Array => concat(SIGNATURE, ihdr(), ...before, IDAT, ...behind, IEND, ...after);

export const text = (keyword: string, value: Bytes): Uint8Array =>
  chunk("tEXt", concat(keyword, "\0", value));
export const packedText = (keyword: string, value: Bytes): Uint8Array =>
  chunk("zTXt", concat(keyword, "\0\0", deflateSync(bytesOf(value))));
export const internationalText = (keyword: string, value: Bytes, isPacked = false): Uint8Array =>
  chunk(
    "iTXt",
    concat(
      keyword,
      [0, isPacked ? 1 : 0, 0],
      "en\0",
      "\0",
      isPacked ? deflateSync(bytesOf(value)) : value,
    ),
  );
export const profile = (name: string, bytes: Bytes): Uint8Array =>
  chunk("iCCP", concat(name, "\0\0", deflateSync(bytesOf(bytes))));

/** ImageMagick's way to keep a profile as text. */
export function rawProfileText(name: string, bytes: Bytes): string {
  const hex = Buffer.from(bytesOf(bytes)).toString("hex");
  const lines = hex.match(/.{1,72}/g) ?? [];
  return `\n${name}\n${String(hex.length / 2).padStart(8)}\n${lines.join("\n")}\n`;
}

/** Two frames of the same picture: an animation (APNG 1.0). */
export const ANIMATION = {
  before: [chunk("acTL", concat(u32(2), u32(0))), frameControl(0)],
  behind: [frameControl(1), chunk("fdAT", concat(u32(2), PIXEL))],
} as const;

function frameControl(number: number): Uint8Array {
  return chunk(
    "fcTL",
    concat(u32(number), u32(1), u32(1), u32(0), u32(0), u16(1), u16(10), [0, 0]),
  );
}
