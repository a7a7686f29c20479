import type { Orientation } from "../../../../shared/model/geometry.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { readTiff } from "../exif/ifd-read.ts";
import { numbersOf } from "../exif/ifd-values.ts";

const ORIENTATION = 0x0112;

/** How a TIFF structure wants its picture turned; `undefined` when it does not say (Exif 2.32 4.6.4). */
export function orientationOfTiff(tiff: ByteSource): Orientation | undefined {
  const tree = readTiff(tiff);
  if (!tree.ok) return undefined;
  const entry = tree.value.ifds[0]?.entries.find(({ tag }) => tag === ORIENTATION);
  const turn = entry && numbersOf(tiff, tree.value, entry)[0];
  return isOrientation(turn) ? turn : undefined;
}

const isOrientation = (turn: number | undefined): turn is Orientation =>
  turn !== undefined && Number.isInteger(turn) && turn >= 1 && turn <= 8;
