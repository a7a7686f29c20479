import { map, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Damaged, Format, Inspection, Span } from "../format.ts";
import { stripRaw } from "./raw-strip.ts";
import { inspectTiff, openTiff, type TiffFile } from "./tiff-file.ts";
import { firstNumber } from "./tiff-pages.ts";

/* Panasonic's own tags in the first directory. */
const SENSOR_WIDTH = 0x0002;
const SENSOR_HEIGHT = 0x0003;
const TOP = 0x0004;
const LEFT = 0x0005;
const BOTTOM = 0x0006;
const RIGHT = 0x0007;
const RAW_DATA_OFFSET = 0x0118;

/** Panasonic (and Leica) raw: a TIFF structure whose first directory has numbers of its own. */
export const rw2: Format = {
  id: "rw2",
  recognises: (head) => head[0] === 0x49 && head[1] === 0x49 && head[2] === 0x55 && head[3] === 0,
  inspect: (file) => map(openRw2(file), inspectRw2),
  strip: (file, plan) => {
    const opened = openRw2(file);
    return opened.ok ? stripRaw(opened.value, plan) : opened;
  },
};

const openRw2 = (file: ByteSource): Result<TiffFile, Damaged> =>
  map(openTiff(file, "rw2"), (tiff) => ({ ...tiff, beside: sensorData(tiff) }));

const inspectRw2 = (tiff: TiffFile): Inspection => {
  const inspection = inspectTiff(tiff, []);
  return { ...inspection, size: sizeOf(tiff) ?? inspection.size };
};

function sizeOf({ file, tree }: TiffFile): Inspection["size"] {
  const value = (tag: number) => firstNumber(file, tree, tree.ifds[0], tag);
  const [top = 0, left = 0, bottom = 0, right = 0] = [TOP, LEFT, BOTTOM, RIGHT].map(value);
  const width = right > left ? right - left : value(SENSOR_WIDTH);
  const height = bottom > top ? bottom - top : value(SENSOR_HEIGHT);
  return width && height ? { width, height } : null;
}

/** Sensor data has an offset and no length: it is the last thing in the file. */
function sensorData({ file, tree }: TiffFile): readonly Span[] {
  const start = firstNumber(file, tree, tree.ifds[0], RAW_DATA_OFFSET);
  return start && start < file.size ? [{ start, end: file.size }] : [];
}
