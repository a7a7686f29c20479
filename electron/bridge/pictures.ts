import { z } from "zod";
import { type AppError, failure } from "../../shared/model/errors.ts";
import { photoId } from "../../shared/model/ids.ts";
import { err, type Result } from "../../shared/result.ts";
import type { PreviewPicture } from "../engine/engine-api.ts";

/** How a page writes the address of a photo's picture: `/photo/<id>?px=<longer side>`; `r`, the revision, only defeats caches. */
const ADDRESS = /^\/photo\/([1-9]\d{0,15})$/;
const px = z.coerce.number().int().min(16).max(4096);

export interface PictureQuestion {
  readonly id: z.infer<typeof photoId>;
  readonly px: number;
}

/** What an address asks for; undefined when it is no picture's address. */
export function pictureQuestion(url: URL): PictureQuestion | undefined {
  const id = photoId.safeParse(Number(ADDRESS.exec(url.pathname)?.[1]));
  const size = px.safeParse(url.searchParams.get("px"));
  return id.success && size.success ? { id: id.data, px: size.data } : undefined;
}

/** Only what a browser draws and never runs: an engine that answered SVG or HTML would be a bug. */
const DRAWN_ONLY = new Set(["image/png", "image/jpeg", "image/webp"]);

/** The picture, if its type is one that a browser may be given. */
export const checkedPicture = (
  picture: Result<PreviewPicture, AppError>,
): Result<PreviewPicture, AppError> =>
  picture.ok && !DRAWN_ONLY.has(picture.value.type) ? err(failure("unexpected")) : picture;
