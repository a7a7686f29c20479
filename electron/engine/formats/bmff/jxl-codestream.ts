import type { Orientation } from "../../../../shared/model/geometry.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Inspection } from "../format.ts";

/** Width as a fraction of the height, by the number in the header (ISO/IEC 18181-1 D.3.3). */
const RATIOS: readonly (readonly [number, number])[] = [
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
];
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];
/** The longest header of a size and an orientation, with room. */
const HEADER_BYTES = 32;

/** What a JPEG XL codestream's first bytes say; `null` when they are none. */
export function readCodestream(
  file: ByteSource,
  start: number,
): Pick<Inspection, "size" | "orientation"> | null {
  if (file.u16(start) !== 0xff0a) return null;
  const bits = new Bits(file.bytes(start + 2, start + 2 + HEADER_BYTES));
  const isSmall = bits.take(1) === 1;
  const side = () =>
    isSmall ? (bits.take(5) + 1) * 8 : 1 + bits.take([9, 13, 18, 30][bits.take(2)] ?? 0);
  const height = side();
  const ratio = RATIOS[bits.take(3) - 1];
  const width = ratio ? Math.floor((height * ratio[0]) / ratio[1]) : side();
  const isDefault = bits.take(1) === 1;
  const hasMore = !isDefault && bits.take(1) === 1;
  const orientation = ORIENTATIONS[hasMore ? bits.take(3) : 0] ?? 1;
  return bits.isWhole ? { size: { width, height }, orientation } : null;
}

/** Bits, the lowest of each byte first. */
class Bits {
  isWhole = true;
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit++, this.#at++) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) this.isWhole = false;
      value += (((byte ?? 0) >> (this.#at & 7)) & 1) * 2 ** bit;
    }
    return value;
  }
}
