import type { Orientation } from "../../../../shared/model/geometry.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Block } from "../format.ts";
import { orientationOfTiff } from "../tiff/tiff-orientation.ts";
import { EXIF } from "./jpeg-app.ts";

/** How the first Exif block that says so wants the picture turned; 1 when none does. */
export function orientationOf(file: ByteSource, blocks: readonly Block[]): Orientation {
  for (const { name, payload } of blocks) {
    const [first] = name === EXIF ? payload : [];
    const turn = first && orientationOfTiff(file.slice(first.start, first.end));
    if (turn) return turn;
  }
  return 1;
}
