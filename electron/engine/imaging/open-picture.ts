import type { Metadata, Sharp, SharpOptions } from "sharp";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { type Orientation, type PixelSize, uprightSize } from "../../../shared/model/geometry.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { MAX_DECODE_PIXELS, MAX_HELD_PIXELS } from "../../base/limits.ts";
import type { Pixels } from "../../base/picture.ts";
import { decodeBmp } from "./bmp.ts";
import { decodeHeif, type RgbaPixels } from "./heif.ts";
import { sharp } from "./sharp.ts";

/** A picture that can be drawn. */
export interface OpenPicture {
  /** The upright picture, its first frame, decoded anew at each call. */
  readonly source: () => Sharp;
  /** Upright. */
  readonly size: PixelSize;
  /** More than one where it moves, or has pages. */
  readonly frames: number;
  /** Colours are stored as red, green and blue, so that a colour profile says what they mean. */
  readonly isRgb: boolean;
  /** The decoder can leave out pixels, so that a small picture costs less. */
  readonly shrinks: boolean;
}

export interface Want {
  /** What to refuse: nothing, what is cut off, or any damage. */
  readonly failOn: "none" | "truncated" | "error";
  /** How it is stored, for a picture cut out of another file that does not say it itself. */
  readonly lying?: Orientation;
  /** Of a file with several; counted from 0. */
  readonly page?: number;
  /**
   * Red, green and blue as they are stored, whatever the profile says they mean: a phone's wider
   * colours look a little pale then. Saves more than half of the time for a small picture.
   */
  readonly plainColours?: boolean;
}

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

/** Degrees clockwise that turn a picture upright; the mirrored four are written by no camera. */
const TURNS: Readonly<Partial<Record<Orientation, number>>> = { 3: 180, 6: 90, 8: 270 };

/**
 * Opens a picture upright, by its head only: no pixel is decoded before its size is known to be
 * bearable, but for HEIF, whose decoder gives all or nothing.
 * @returns `format-not-drawable`, `too-many-pixels`, `format-damaged`.
 */
export async function openPicture(
  bytes: Uint8Array,
  format: FormatId,
  want: Want,
): Promise<Result<OpenPicture, AppErrorCode>> {
  if (format === "heif") return whole(await decodeHeif(bytes));
  if (format === "bmp") return whole(decodeBmp(bytes));
  if (!BY_SHARP.has(format)) return err("format-not-drawable");
  try {
    // The head is read whatever the size, so that what is too big can be told from what is damaged.
    const head = await sharp(bytes, { limitInputPixels: false, page: want.page ?? 0 }).metadata();
    if (isTooBig(head)) return err("too-many-pixels");
    return ok(opened(bytes, head, want));
  } catch {
    // sharp says in words what its decoder disliked; for us it is one thing: this picture cannot be drawn.
    return err("format-damaged");
  }
}

/** Rows of a plain JPEG or PNG come one after the other; all else is held whole while it is decoded. */
function isTooBig({ format, width, height, isProgressive }: Metadata): boolean {
  const comesInRows = (format === "jpeg" || format === "png") && !isProgressive;
  return width * height > (comesInRows ? MAX_DECODE_PIXELS : MAX_HELD_PIXELS);
}

function opened(bytes: Uint8Array, head: Metadata, want: Want): OpenPicture {
  const { failOn, lying = 1, page = 0, plainColours = false } = want;
  const isRgb = head.space === "srgb" || head.space === "rgb16";
  const options: SharpOptions = {
    limitInputPixels: MAX_DECODE_PIXELS,
    failOn,
    page,
    ignoreIcc: plainColours && isRgb,
  };
  const turn = head.orientation === undefined ? TURNS[lying] : undefined;
  return {
    source: () => {
      const picture = sharp(bytes, options);
      return turn === undefined ? picture.autoOrient() : picture.rotate(turn);
    },
    size: turn === undefined ? head.autoOrient : uprightSize(head, lying),
    frames: head.pages ?? 1,
    isRgb,
    shrinks: head.format === "jpeg",
  };
}

/** A picture whose decoder has given all of it: pixels of four bytes, or of three. */
function whole(
  decoded: Result<RgbaPixels | Pixels, AppErrorCode>,
): Result<OpenPicture, AppErrorCode> {
  if (!decoded.ok) return decoded;
  const { width, height } = decoded.value;
  const [data, channels] =
    "rgb" in decoded.value ? [decoded.value.rgb, 3 as const] : [decoded.value.data, 4 as const];
  return ok({
    source: () => sharp(data, { raw: { width, height, channels } }),
    size: { width, height },
    frames: 1,
    isRgb: false,
    shrinks: false,
  });
}
