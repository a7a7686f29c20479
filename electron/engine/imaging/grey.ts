import type { SharpOptions } from "sharp";
import type { FormatId } from "../../../shared/model/photo.ts";
import { MAX_DECODE_PIXELS } from "../../base/limits.ts";
import type { UprightImage } from "../../base/picture.ts";
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

/** A picture as its file stores it; `undefined` where it is not decoded quickly, or not to its end. */
export const greyOfFile = (picture: Uint8Array, format: FormatId): Promise<Grey | undefined> =>
  COMPARABLE.has(format) ? greyOf(picture) : Promise.resolve(undefined);

/** A picture that is open. */
export async function greyOfImage(image: UprightImage): Promise<Grey | undefined> {
  const { rgb, width, height } = await image.whole(COMPARED_PX);
  return greyOf(rgb, { width, height });
}

/**
 * For each small copy of a picture: does it show what the picture does not show? `false` also where
 * it cannot be decoded to its end, because then nobody can say.
 */
export async function copiesThatDiffer(
  whole: Grey,
  copies: readonly CopyBytes[],
): Promise<readonly boolean[]> {
  const small = await Promise.all(copies.map(({ bytes, pixels }) => greyOf(bytes, pixels)));
  return small.map((copy) => copy !== undefined && !showsNoMore(copy, whole));
}

/** As it lies; turns are the comparison's concern. */
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
