import { map, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { mergeSpans } from "../exif/ifd-spans.ts";
import type { Damaged, Depth, Format, Inspection } from "../format.ts";
import { blocksOf, type JpegFile, readJpeg } from "./jpeg-file.ts";
import { orientationOf } from "./jpeg-orientation.ts";
import { stripJpeg } from "./jpeg-strip.ts";

/** JPEG: marker segments around coded pixels, which are copied and never decoded (ITU-T T.81, JFIF 1.02). */
export const jpeg: Format = {
  id: "jpeg",
  recognises: (head) => head[0] === 0xff && head[1] === 0xd8,
  inspect,
  strip(file, plan) {
    const read = readJpeg(file, "full");
    return read.ok ? stripJpeg(file, read.value, inspectionOf(file, read.value), plan) : read;
  },
};

/**
 * Lists what stands beside the pixels. A file that ends within its scans is still reported, as far as it goes.
 * @returns `format-damaged` at the first thing that no decoder would go past, or a file cut before its first scan.
 */
function inspect(file: ByteSource, depth: Depth): Result<Inspection, Damaged> {
  return map(readJpeg(file, depth), (read) => inspectionOf(file, read));
}

function inspectionOf(file: ByteSource, read: JpegFile): Inspection {
  const { main, gainMap } = read;
  return {
    format: "jpeg",
    size: main.size,
    orientation: orientationOf(file, main.blocks),
    blocks: blocksOf(read),
    pixels: mergeSpans([...main.pixels, ...(gainMap?.item.picture?.pixels ?? [])]),
  };
}
