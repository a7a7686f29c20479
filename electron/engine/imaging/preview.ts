import sharp, { type Sharp } from "sharp";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { MAX_DECODE_PIXELS } from "../../base/limits.ts";
import { decodeHeif } from "./heif.ts";

sharp.concurrency(1);
sharp.cache(false);

/** Quality of previews: below it, faces and small print on documents start to smear. */
const PREVIEW_QUALITY = 82;

/** Containers that sharp's own build decodes. */
const BY_SHARP: ReadonlySet<FormatId> = new Set([
  "jpeg",
  "png",
  "webp",
  "gif",
  "tiff",
  "dng",
  "avif",
  "svg",
]);

export interface Preview {
  readonly bytes: Uint8Array;
  readonly type: "image/webp";
}

/**
 * A small upright picture for the page, at most `px` on its longer side, without any metadata.
 * `format-unknown` for containers that nobody here can draw.
 */
export async function makePreview(
  bytes: Uint8Array,
  format: FormatId,
  px: number,
): Promise<Result<Preview, AppErrorCode>> {
  const picture = await open(bytes, format);
  if (!picture.ok) return picture;
  try {
    const small = await picture.value
      .resize({ width: px, height: px, fit: "inside", withoutEnlargement: true })
      .webp({ quality: PREVIEW_QUALITY, effort: 1 })
      .toBuffer();
    return ok({ bytes: small, type: "image/webp" });
  } catch {
    // sharp says in words what its decoder disliked; for us it is one thing: this picture cannot be drawn.
    return err("format-damaged");
  }
}

async function open(bytes: Uint8Array, format: FormatId): Promise<Result<Sharp, AppErrorCode>> {
  const limits = { limitInputPixels: MAX_DECODE_PIXELS, failOn: "none" } as const;
  if (BY_SHARP.has(format)) return ok(sharp(bytes, limits).rotate());
  if (format !== "heif") return err("format-unknown");
  const decoded = await decodeHeif(bytes);
  if (!decoded.ok) return decoded;
  const { data, width, height } = decoded.value;
  return ok(sharp(data, { raw: { width, height, channels: 4 } }));
}
