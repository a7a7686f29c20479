import type { WrittenFormat } from "./paintable.ts";
import type { PixelBox } from "./pixels.ts";
import { sharp } from "./sharp.ts";

/** Steps of 255 that rounding in a codec may leave in black. */
const BLACK_AT_MOST = 4;
/** WebP's loop filter smooths across the edge of a block, this many pixels deep (RFC 6386, 15.2). */
const WEBP_RIM_PX = 4;
/** An ellipse's edge runs through blocks of this size, all of whose pixels a lossy codec stirs. */
const BLOCK_PX: Readonly<Record<WrittenFormat, number>> = { jpeg: 8, png: 0, webp: 16, tiff: 0 };
/** Of an ellipse's box: how far inside the largest rectangle of the ellipse begins, (1 − 1/√2) / 2 and a little. */
const ROUND_INSET = 0.16;

/**
 * Is an area of an encoded picture black and nothing else? Decoded from the bytes that are to be
 * written, so that it is what everybody will see.
 */
export async function isFlat(
  bytes: Uint8Array,
  format: WrittenFormat,
  box: PixelBox & { readonly isRound: boolean },
): Promise<boolean> {
  const block = BLOCK_PX[format];
  const inner = inside(box, format === "webp" ? WEBP_RIM_PX : 0, block);
  // The profile is kept so that the stored numbers are compared, not their translation to a screen's.
  const { data, info } = await sharp(bytes)
    .keepIccProfile()
    .extract(inner)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours = info.channels === 2 || info.channels === 4 ? info.channels - 1 : info.channels;
  for (let at = 0; at < data.length; at += info.channels) {
    for (let channel = 0; channel < colours; channel += 1)
      if ((data[at + channel] ?? 255) > BLACK_AT_MOST) return false;
    if (colours < info.channels && data[at + colours] !== 255) return false;
  }
  return true;
}

/** The part of a cover that must be black: all of it, but for a lossy rim and an ellipse's corners. */
function inside(
  { left, top, width, height, isRound }: PixelBox & { readonly isRound: boolean },
  rim: number,
  block: number,
): PixelBox {
  const inset = (side: number) => {
    const wanted = isRound ? Math.ceil(side * ROUND_INSET) + block : rim;
    return Math.min(Math.floor((side - 1) / 2), wanted);
  };
  const [x, y] = [inset(width), inset(height)];
  return { left: left + x, top: top + y, width: width - 2 * x, height: height - 2 * y };
}
