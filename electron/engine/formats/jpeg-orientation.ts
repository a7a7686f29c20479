import type { Orientation } from "../../../shared/model/geometry.ts";
import type { ByteSource } from "../../base/bytes.ts";
import type { Block } from "./format.ts";
import { readTiff } from "./ifd-read.ts";
import { numbersOf } from "./ifd-values.ts";
import { EXIF } from "./jpeg-app.ts";

const ORIENTATION = 0x0112;

/** How the first Exif block that says so wants the picture turned; 1 when none does (Exif 2.32 4.6.4). */
export function orientationOf(file: ByteSource, blocks: readonly Block[]): Orientation {
  for (const { name, payload } of blocks) {
    const [first] = name === EXIF ? payload : [];
    if (!first) continue;
    const source = file.slice(first.start, first.end);
    const tiff = readTiff(source);
    if (!tiff.ok) continue;
    const entry = tiff.value.ifds[0]?.entries.find(({ tag }) => tag === ORIENTATION);
    const turn = entry && numbersOf(source, tiff.value, entry)[0];
    if (isOrientation(turn)) return turn;
  }
  return 1;
}

const isOrientation = (turn: number | undefined): turn is Orientation =>
  turn !== undefined && Number.isInteger(turn) && turn >= 1 && turn <= 8;
