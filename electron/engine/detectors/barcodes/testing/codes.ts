import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import sharp, { type Sharp } from "sharp";
import { prepareZXingModule, type WriteInputBarcodeFormat, writeBarcode } from "zxing-wasm/writer";
import type { UnitBox } from "../../../../../shared/model/geometry.ts";
import type { Pixels, UprightImage } from "../../../../base/picture.ts";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/writer/zxing_writer.wasm");
prepareZXingModule({
  overrides: {
    wasmBinary: Uint8Array.from(readFileSync(wasm)).buffer,
    locateFile: (name: string) => name,
  },
});

/** A code with its quiet zone, black on white, `px` wide. */
export async function drawnCode(
  format: WriteInputBarcodeFormat,
  text: string,
  px: number,
): Promise<Buffer> {
  const { image, error } = await writeBarcode(text, { format, scale: 4, options: "forceSquare" });
  if (!image) throw new Error(error);
  const png = Buffer.from(await image.arrayBuffer());
  return sharp(png)
    .resize({ width: px, kernel: "nearest" })
    .flatten()
    .removeAlpha()
    .png()
    .toBuffer();
}

/** What a camera sees beside the code: soft shades with some grain. Always the same. */
export function ground(width: number, height: number): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#8a9a6b"/><stop offset=".5" stop-color="#c9b79c"/><stop offset="1" stop-color="#4f6172"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><circle cx="30%" cy="70%" r="20%" fill="#77604d"/><rect x="60%" y="20%" width="25%" height="45%" fill="#5d7f8c"/></svg>`;
  return sharp(Buffer.from(svg)).flatten().removeAlpha();
}

/** A code laid on a photo, its top left corner at fractions of it. */
export async function photographed(
  code: Buffer,
  [width, height]: readonly [number, number],
  [x, y]: readonly [number, number],
): Promise<Buffer> {
  const left = Math.round(x * width);
  const top = Math.round(y * height);
  return ground(width, height)
    .composite([{ input: code, left, top }])
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** A picture as detectors are given it, without the parts that open photos. */
export async function pictureOf(bytes: Buffer): Promise<UprightImage> {
  const whole = async (source: Sharp, px: number): Promise<Pixels> => {
    const { data, info } = await source
      .resize({ width: px, height: px, fit: "inside", withoutEnlargement: true, kernel: "linear" })
      .removeAlpha()
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: data };
  };
  const { width, height } = await sharp(bytes).metadata();
  return {
    width,
    height,
    whole: (px) => whole(sharp(bytes), px),
    part: ([x, y, w, h]: UnitBox, px) => {
      const left = Math.floor(x * width);
      const top = Math.floor(y * height);
      const size = {
        width: Math.min(width - left, Math.ceil(w * width)),
        height: Math.min(height - top, Math.ceil(h * height)),
      };
      return whole(sharp(bytes).extract({ left, top, ...size }), px);
    },
  };
}
