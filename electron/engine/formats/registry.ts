import type { ByteSource } from "../../base/bytes.ts";
import { cr3 } from "./bmff/cr3.ts";
import { avif, heif } from "./bmff/heif.ts";
import { jxl } from "./bmff/jxl.ts";
import { mov, mp4 } from "./bmff/mp4.ts";
import { bmp } from "./bmp.ts";
import type { Format } from "./format.ts";
import { gif } from "./gif.ts";
import { ico } from "./ico.ts";
import { jpeg } from "./jpeg/jpeg.ts";
import { png } from "./png/png.ts";
import { svg } from "./svg/svg.ts";
import { raf } from "./tiff/raf.ts";
import { tiffFamily, tiffMemberOf } from "./tiff/tiff-family.ts";
import { webp } from "./webp.ts";

/** Every container the program reads, the likeliest first. A new container is one more row. */
export const FORMATS: readonly Format[] = [
  jpeg,
  heif,
  avif,
  png,
  webp,
  gif,
  mp4,
  mov,
  cr3,
  jxl,
  raf,
  ...tiffFamily,
  bmp,
  ico,
  svg,
];

/** Bytes that are enough to tell any container from any other; SVG may open with a comment. */
const HEAD_BYTES = 1024;

/** The container of a file by its first bytes; `undefined` for what is no picture we know. */
export function formatOf(file: ByteSource): Format | undefined {
  const head = file.bytes(0, HEAD_BYTES);
  const format = FORMATS.find((one) => one.recognises(head));
  // Camera raws look like TIFF; which one it is stands in their tags.
  return format && tiffFamily.includes(format) ? tiffMemberOf(file) : format;
}
