import type { SharpOptions } from "sharp";
import type { FormatId } from "../../../shared/model/photo.ts";
import { MAX_DECODE_PIXELS } from "../../base/limits.ts";
import { type Grey, showsNoMore } from "./likeness.ts";
import { sharp } from "./sharp.ts";

/** Longer side of what is compared; JPEG is decoded at an eighth of its size for it. */
const COMPARED_PX = 160;

/** Containers whose picture is decoded within milliseconds; HEIC takes a second. */
const COMPARABLE: ReadonlySet<FormatId> = new Set(["jpeg", "png", "webp", "tiff"]);

/** A JPEG file, or bare pixels (red, green, blue). */
export interface CopyBytes {
  readonly bytes: Uint8Array;
  readonly pixels: { readonly width: number; readonly height: number } | null;
}

/**
 * For each small copy of a picture: does it show what the picture does not show? `false` also where
 * either cannot be decoded to its end, because then nobody can say.
 */
export async function copiesThatDiffer(
  picture: Uint8Array,
  format: FormatId,
  copies: readonly CopyBytes[],
): Promise<readonly boolean[]> {
  const whole = COMPARABLE.has(format) ? await greyOf(picture) : undefined;
  if (!whole) return copies.map(() => false);
  const small = await Promise.all(copies.map(({ bytes, pixels }) => greyOf(bytes, pixels)));
  return small.map((copy) => copy !== undefined && !showsNoMore(copy, whole));
}

/** As it is stored, not turned upright. */
async function greyOf(
  bytes: Uint8Array,
  pixels: CopyBytes["pixels"] = null,
): Promise<Grey | undefined> {
  const options: SharpOptions = {
    limitInputPixels: MAX_DECODE_PIXELS,
    failOn: "truncated",
    ...(pixels && { raw: { ...pixels, channels: 3 } }),
  };
  try {
    const { data, info } = await sharp(bytes, options)
      .resize({ width: COMPARED_PX, height: COMPARED_PX, fit: "inside", withoutEnlargement: true })
      .flatten()
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  } catch {
    // sharp says in words what its decoder disliked; there is nothing to compare then.
    return undefined;
  }
}
