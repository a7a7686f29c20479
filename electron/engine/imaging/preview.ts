import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { Orientation } from "../../../shared/model/geometry.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { openPicture } from "./open-picture.ts";

/** Quality of previews: below it, faces and small print on documents start to smear. */
const PREVIEW_QUALITY = 82;

export interface Preview {
  readonly bytes: Uint8Array;
  readonly type: "image/webp";
}

interface Drawn {
  readonly bytes: Uint8Array;
  readonly format: FormatId;
  readonly lying: Orientation;
}

/**
 * A small upright picture for the page, at most `px` on its longer side, without any metadata.
 * @returns `format-not-drawable` for containers that nobody here can draw.
 */
export async function makePreview(
  { bytes, format, lying }: Drawn,
  px: number,
): Promise<Result<Preview, AppErrorCode>> {
  const picture = await openPicture(bytes, format, { failOn: "none", lying });
  if (!picture.ok) return picture;
  try {
    const small = await picture.value
      .source()
      .resize({ width: px, height: px, fit: "inside", withoutEnlargement: true })
      .webp({ quality: PREVIEW_QUALITY, effort: 1 })
      .toBuffer();
    return ok({ bytes: small, type: "image/webp" });
  } catch {
    // sharp says in words what its decoder disliked; for us it is one thing: this picture cannot be drawn.
    return err("format-damaged");
  }
}
