import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import { err, map, type Result } from "../../../shared/result.ts";
import type { FileSource } from "../../base/bytes.ts";
import { MAX_DECODE_BYTES } from "../../base/limits.ts";
import { formatOf } from "../formats/registry.ts";
import { type OpenUpright, openUpright } from "../imaging/upright.ts";

/** A photo's picture, and what it was opened from. */
export interface OpenPhoto {
  readonly image: OpenUpright;
  readonly bytes: Uint8Array;
  readonly format: FormatId;
}

/** All bytes of a file; null where they are more than a decoder may be given. */
export const allOf = (file: FileSource): Uint8Array | null =>
  file.size > MAX_DECODE_BYTES ? null : file.bytes(0, file.size);

/**
 * Opens a photo's picture for those who look at it.
 * @returns `format-unknown`, `too-many-pixels` and what {@link openUpright} refuses.
 * @throws what reading the file throws.
 */
export async function openPhoto(
  file: FileSource,
  bytes = allOf(file),
): Promise<Result<OpenPhoto, AppErrorCode>> {
  const format = formatOf(file)?.id;
  if (!format) return err("format-unknown");
  if (bytes === null) return err("too-many-pixels");
  return map(await openUpright(bytes, format), (image) => ({ image, bytes, format }));
}
