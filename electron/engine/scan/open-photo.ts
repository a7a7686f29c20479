import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { Orientation } from "../../../shared/model/geometry.ts";
import { type FormatId, RAW_FORMATS } from "../../../shared/model/photo.ts";
import { err, map, ok, type Result } from "../../../shared/result.ts";
import type { FileSource } from "../../base/bytes.ts";
import { MAX_DECODE_BYTES } from "../../base/limits.ts";
import { largestJpeg } from "../formats/embedded-jpeg.ts";
import type { Format } from "../formats/format.ts";
import { formatOf } from "../formats/registry.ts";
import { type OpenUpright, openUpright } from "../imaging/upright.ts";

/** What a decoder is given to draw a photo: the file, or the picture that the camera put into it. */
export interface Drawable {
  readonly bytes: Uint8Array;
  readonly format: FormatId;
  /** How it is stored, where it does not say that itself. */
  readonly lying: Orientation;
}

/** A photo's picture, and what it was opened from. */
export interface OpenPhoto extends Drawable {
  readonly image: OpenUpright;
}

/** A raw file's picture with fewer pixels (Sony's and Nikon's smaller ones have 1.7 million) shows too little to be judged by. */
const LEAST_PIXELS = 1_500_000;

/** All bytes of a file; null where they are more than a decoder may be given. */
export const allOf = (file: FileSource): Uint8Array | null =>
  file.size > MAX_DECODE_BYTES ? null : file.bytes(0, file.size);

/**
 * @param least pixels that a raw file's picture must have; with 0, anything that can be shown will do
 * @returns `format-unknown`, `too-many-pixels`, `format-not-drawable` for a raw file without such a picture.
 */
export function drawableOf(
  file: FileSource,
  bytes = allOf(file),
  least = 0,
): Result<Drawable, AppErrorCode> {
  const format = formatOf(file);
  if (!format) return err("format-unknown");
  if (bytes === null) return err("too-many-pixels");
  const itself = ok<Drawable>({ bytes, format: format.id, lying: 1 });
  if (!RAW_FORMATS.has(format.id)) return itself;
  const jpeg = largestJpeg(bytes);
  if (jpeg && jpeg.width * jpeg.height >= least) {
    return ok({ bytes: jpeg.bytes, format: "jpeg", lying: lyingOf(file, format) });
  }
  return least === 0 ? itself : err("format-not-drawable");
}

function lyingOf(file: FileSource, format: Format): Orientation {
  const inspection = format.inspect(file, "quick");
  return inspection.ok ? inspection.value.orientation : 1;
}

/**
 * Opens a photo's picture for those who look at it.
 * @returns what {@link drawableOf} and {@link openUpright} refuse.
 * @throws what reading the file throws.
 */
export async function openPhoto(
  file: FileSource,
  bytes = allOf(file),
): Promise<Result<OpenPhoto, AppErrorCode>> {
  const drawable = drawableOf(file, bytes, LEAST_PIXELS);
  if (!drawable.ok) return drawable;
  const { lying } = drawable.value;
  const image = await openUpright(drawable.value.bytes, drawable.value.format, { lying });
  return map(image, (open) => ({ ...drawable.value, image: open }));
}
