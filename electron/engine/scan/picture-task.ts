import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { PhotoTag } from "../../../shared/model/photo.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { FileSource } from "../../base/bytes.ts";
import { readingError } from "../../base/errno.ts";
import { formatOf } from "../formats/registry.ts";
import { readTags } from "../formats/reveal/tags.ts";
import { makePreview, type Preview } from "../imaging/preview.ts";
import { drawableOf } from "./open-photo.ts";

export interface PreviewInput {
  readonly path: string;
  /** Longer side, in pixels. */
  readonly px: number;
}

/** Draws one photo small. The picture is made anew each time and kept nowhere. */
export const drawPreview = ({ path, px }: PreviewInput): Promise<Result<Preview, AppErrorCode>> =>
  withSource(path, async (file) => {
    const drawable = drawableOf(file);
    return drawable.ok ? makePreview(drawable.value, px) : drawable;
  });

/** Every tag of one photo, raw, for the one who looks at it now. */
export const listTags = (path: string): Promise<Result<readonly PhotoTag[], AppErrorCode>> =>
  withSource(path, async (file) => {
    const format = formatOf(file);
    if (!format) return err("format-unknown");
    const inspection = format.inspect(file, "full");
    if (!inspection.ok) return err(inspection.error.code);
    return ok(await readTags(file, inspection.value));
  });

async function withSource<T>(
  path: string,
  use: (file: FileSource) => Promise<Result<T, AppErrorCode>>,
): Promise<Result<T, AppErrorCode>> {
  let file: FileSource | undefined;
  try {
    file = FileSource.open(path);
    return await use(file);
  } catch (error) {
    return err(readingError(error));
  } finally {
    file?.close();
  }
}
