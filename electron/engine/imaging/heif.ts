import type { AppErrorCode } from "../../../shared/model/errors.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { MAX_HELD_PIXELS } from "../../base/limits.ts";

/** Upright pixels, 4 bytes each: red, green, blue, alpha. libheif has applied `irot` and `imir`. */
export interface RgbaPixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Decodes the main picture of a HEIF file. 12 megapixels take about a second and 250 MB. */
export async function decodeHeif(bytes: Uint8Array): Promise<Result<RgbaPixels, AppErrorCode>> {
  const { default: libheif } = await import("libheif-js/wasm-bundle.js");
  const images = new libheif.HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) return err("format-damaged");
  try {
    const [width, height] = [image.get_width(), image.get_height()];
    if (width * height > MAX_HELD_PIXELS) return err("too-many-pixels");
    const data = new Uint8ClampedArray(width * height * 4);
    const drawn = await new Promise<boolean>((resolve) => {
      image.display({ data, width, height }, (shown) => resolve(shown !== null));
    });
    return drawn ? ok({ data, width, height }) : err("format-damaged");
  } finally {
    for (const one of images) one.free();
  }
}
