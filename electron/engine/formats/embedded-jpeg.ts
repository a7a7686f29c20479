import type { PixelSize } from "../../../shared/model/geometry.ts";
import { MemorySource } from "../../base/bytes.ts";
import { describe } from "./jpeg/jpeg-blocks.ts";
import { readStream } from "./jpeg/jpeg-segments.ts";

/** A whole JPEG that lies inside another file. */
export interface EmbeddedJpeg extends PixelSize {
  readonly bytes: Uint8Array;
}

/** SOI and the first byte of the marker behind it (ITU-T T.81 B.1.1). */
const START = Buffer.from([0xff, 0xd8, 0xff]);
/** SOF0–SOF2: what decoders draw. Sensor data are SOF3, without loss. */
const DRAWN: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Beginnings looked at in one file: cameras write five pictures at most, sensor data look like one now and then. */
const MOST_BEGINNINGS = 64;

/**
 * The picture with the most pixels that a raw file carries as a JPEG: what the camera shows on its
 * screen. Each maker points to it in a way of its own; its first bytes are the same everywhere.
 */
export function largestJpeg(bytes: Uint8Array): EmbeddedJpeg | undefined {
  const file = new MemorySource(bytes);
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let best: EmbeddedJpeg | undefined;
  let at = all.indexOf(START);
  for (let looked = 0; at >= 0 && looked < MOST_BEGINNINGS; looked += 1) {
    const stream = readStream(file, at);
    const isWhole = stream.ok && stream.value.ending === "eoi";
    if (isWhole && stream.value.segments.some(({ marker }) => DRAWN.has(marker))) {
      const { size } = describe(file, stream.value);
      if (size && size.width * size.height > (best ? best.width * best.height : 0)) {
        best = { ...size, bytes: bytes.subarray(at, stream.value.end) };
      }
    }
    at = all.indexOf(START, isWhole ? stream.value.end : at + START.length);
  }
  return best;
}
