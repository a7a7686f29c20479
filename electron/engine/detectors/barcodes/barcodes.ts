import type { UnitBox } from "../../../../shared/model/geometry.ts";
import { codeType } from "../../../../shared/policy/barcode-content.ts";
import type { Pixels, UprightImage } from "../../../base/picture.ts";
import type { Detection, Detector } from "../detector.ts";
import { DETECTOR_VERSIONS } from "../versions.ts";
import { type Point, wholeBars } from "./bars.ts";
import { type Code, openReader, type ReadCodes } from "./reader.ts";
import { busyZones } from "./zones.ts";

/** Longer side of the first look; codes down to 5 % of it are read there. */
const WHOLE_PX = 1024;
/** Longer side of a second look at a place where there may be one. */
const ZONE_PX = 1200;
/** A second look shows more only where the picture has so many more pixels. */
const FINER = 1.3;
/** Boxes that share so much of the smaller one are the same code. */
const SAME = 0.5;
/** Parts of a place's sides that are looked at around it. */
const MARGIN = 0.25;

/** What a check digit or an error correction cannot rule out: bars read out of a fence. */
const SURE = { matrix: 1, bars: 0.9 } as const;

/**
 * Codes to scan: QR, PDF417, Aztec, Data Matrix and bars. `type` says what the content is for. One
 * look at the whole; then a finer one where a code was seen but not read, and where it may be too
 * small to be seen.
 */
export const barcodes: Detector = {
  id: "barcodes",
  version: DETECTOR_VERSIONS.barcodes,
  load: async () => {
    const read = await openReader();
    return async (image, stop) => {
      const whole = await image.whole(WHOLE_PX);
      const found = [...(await read(whole, "all")), ...(await read(whole, "light"))];
      for (const zone of isFinerThan(image, whole) ? zonesOf(found, whole) : []) {
        stop.throwIfAborted();
        found.push(...(await readZone(read, image, zone)));
      }
      return distinct(found).map((code) => detectionOf(code, whole));
    };
  },
};

const isFinerThan = (image: UprightImage, whole: Pixels): boolean =>
  image.width >= whole.width * FINER;

/** Where to look again: what was seen but not read, and what is busy without having been read. */
function zonesOf(found: readonly Code[], whole: Pixels): readonly UnitBox[] {
  const unread = found.filter(({ text }) => text === null);
  const isKnown = (zone: UnitBox) =>
    found.some((code) => code.text !== null && overlap(boxOf(code), zone) >= SAME);
  return [
    ...unread.map((code) => widened(boxOf(code))),
    ...busyZones(whole).filter((zone) => !isKnown(zone)),
  ];
}

function widened([x, y, w, h]: UnitBox): UnitBox {
  const [left, top] = [Math.max(0, x - w * MARGIN), Math.max(0, y - h * MARGIN)];
  const [right, bottom] = [Math.min(1, x + w * (1 + MARGIN)), Math.min(1, y + h * (1 + MARGIN))];
  return [left, top, right - left, bottom - top];
}

async function readZone(
  read: ReadCodes,
  image: UprightImage,
  zone: UnitBox,
): Promise<readonly Code[]> {
  const part = await image.part(zone, ZONE_PX);
  const [left, top, width, height] = zone;
  return (await read(part, "all")).map(({ corners, ...code }) => ({
    ...code,
    corners: corners.map(({ x, y }) => ({ x: left + x * width, y: top + y * height })),
  }));
}

/** The share of the smaller box that both cover. */
function overlap([ax, ay, aw, ah]: UnitBox, [bx, by, bw, bh]: UnitBox): number {
  const width = Math.min(ax + aw, bx + bw) - Math.max(ax, bx);
  const height = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(aw * ah, bw * bh);
}

/** Around a code's corners, inside the picture. */
function boxOf({ corners }: Pick<Code, "corners">): UnitBox {
  const inside = (at: number) => Math.min(1, Math.max(0, at));
  const [xs, ys] = [corners.map(({ x }) => inside(x)), corners.map(({ y }) => inside(y))];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

type ReadCode = Code & { readonly text: string };

/** Those that were read, each once. */
function distinct(found: readonly Code[]): readonly ReadCode[] {
  const kept: ReadCode[] = [];
  for (const { text, ...code } of found) {
    if (text === null || text === "") continue;
    const isSame = (one: ReadCode) => one.text === text && overlap(boxOf(one), boxOf(code)) > 0;
    if (!kept.some(isSame)) kept.push({ ...code, text });
  }
  return kept;
}

function detectionOf({ format, text, corners, isBars }: ReadCode, whole: Pixels): Detection {
  const inPixels = ({ x, y }: Point) => ({ x: x * whole.width, y: y * whole.height });
  const inFractions = ({ x, y }: Point) => ({ x: x / whole.width, y: y / whole.height });
  const all = isBars ? wholeBars(whole, corners.map(inPixels)).map(inFractions) : corners;
  return {
    kind: "barcode",
    type: codeType(format, text),
    confidence: isBars ? SURE.bars : SURE.matrix,
    box: boxOf({ corners: all }),
    value: text,
    age: null,
  };
}
