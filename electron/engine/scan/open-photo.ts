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

/**
 * Opens a photo's picture for those who look at it.
 * @returns `format-unknown`, `too-many-pixels` and what {@link openUpright} refuses.
 * @throws what reading the file throws.
 */
export async function openPhoto(file: FileSource): Promise<Result<OpenPhoto, AppErrorCode>> {
  const format = formatOf(file)?.id;
  if (!format) return err("format-unknown");
  if (file.size > MAX_DECODE_BYTES) return err("too-many-pixels");
  const bytes = file.bytes(0, file.size);
  return map(await openUpright(bytes, format), (image) => ({ image, bytes, format }));
}
