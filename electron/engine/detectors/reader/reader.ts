import type { Pixels, UprightImage } from "../../../base/picture.ts";
import type { ModelStore, Network } from "../detector.ts";
import { type Area, areasOf } from "./areas.ts";
import type { Reading } from "./decode.ts";
import { findPrint } from "./find-print.ts";
import type { Line, Page } from "./page.ts";
import { type QuarterTurn, turnedBack, turnedPixels } from "./quarter-turns.ts";
import { filledWidth, readStrips } from "./read-strips.ts";
import { flipped, isSideways, quadOf, type Strip, scaled } from "./strip.ts";
import { wayUp } from "./way-up.ts";

/** Pixels of the coarse look: 640 × 480. PP-OCRv4 finds print 5 pixels high in it, and it costs 75 ms. */
const LOOK_AREA_PX = 300_000;

/** Pixels: how thick a line with its margin should be for the finder; a third more is as good. */
const FIND_THICKNESS_PX = 24;

/** Less enlargement than this is not worth a second look: the coarse strips serve. */
const WORTH_ENLARGING = 1.3;

/** Pixels of one closer look at most: an A4 page whose print is 18 pixels high; 600 ms. */
const CLOSE_AREA_PX = 1_500_000;

/** Pixels: as thick as lines are read. */
const READ_THICKNESS_PX = 48;

/** Mean score from which a reading counts; the network gives less for what is no print. */
const LEGIBLE = 0.5;

/** A line that reads worse than this is tried from its other end, too. */
const DOUBTFUL = 0.75;

/** Pixels of line length to read in one go: about 100 ms, after which we look whether to stop. */
const BATCH_PX = 1280;

/** How long a picture may take. */
export interface Budget {
  readonly ms: number;
}

export type Read = (image: UprightImage, stop: AbortSignal, budget: Budget) => Promise<Page>;

interface Networks {
  readonly finder: Network;
  readonly classifier: Network;
  readonly reader: Network;
  readonly alphabet: readonly string[];
}

/** An area's pixels, and its strips in them. */
interface Plane {
  readonly area: Area;
  readonly pixels: Pixels;
  readonly strips: readonly Strip[];
}

/** A strip to be read, where it lies, and the best that has been made of it. */
interface Find {
  readonly plane: Plane;
  readonly strip: Strip;
}

export async function openReader(models: ModelStore, alphabet: readonly string[]): Promise<Read> {
  const networks: Networks = {
    finder: await models.open("print-finder"),
    classifier: await models.open("print-turn"),
    reader: await models.open("print-reader"),
    alphabet,
  };
  return (image, stop, budget) => readPage(networks, image, stop, performance.now() + budget.ms);
}

async function readPage(
  networks: Networks,
  image: UprightImage,
  stop: AbortSignal,
  deadline: number,
): Promise<Page> {
  stop.throwIfAborted();
  const look = await image.whole(longerSide(image, LOOK_AREA_PX));
  const strips = await findPrint(networks.finder, look);
  if (strips.length === 0) return { lines: [], turned: 0, isComplete: true };
  const planes = await Promise.all(areasOf(strips, look).map((area) => planeOf(image, look, area)));
  const turned = await turnOf(networks, planes);
  const finds: Find[] = [];
  for (const plane of planes) {
    stop.throwIfAborted();
    if (performance.now() > deadline) return { lines: [], turned, isComplete: false };
    const closer = await lookCloser(networks.finder, image, plane, turned);
    finds.push(...closer.map((strip) => ({ plane, strip })));
  }
  const read = await readAll(networks, finds, turned, stop, deadline);
  return { ...read, turned };
}

/** The longer side of a picture of the same shape that has so many pixels. */
const longerSide = (
  { width, height }: { readonly width: number; readonly height: number },
  area: number,
): number => Math.ceil(Math.sqrt((area * Math.max(width, height)) / Math.min(width, height)));

async function planeOf(image: UprightImage, look: Pixels, area: Area): Promise<Plane> {
  const [x, y, width, height] = area.box;
  const own = { width: width * look.width, height: height * look.height };
  const longer = Math.max(own.width, own.height);
  const px = Math.ceil(longer * Math.max(1, READ_THICKNESS_PX / area.thickness));
  const pixels = await image.part(area.box, px);
  const strips = area.strips.map((strip) => ({
    ...strip,
    centre: { x: strip.centre.x - x * look.width, y: strip.centre.y - y * look.height },
  }));
  const factor = pixels.width / own.width;
  return { area, pixels, strips: strips.map((strip) => scaled(strip, factor)) };
}

async function turnOf(networks: Networks, planes: readonly Plane[]): Promise<QuarterTurn> {
  const main = planes[0];
  if (main === undefined) return 0;
  const read = async (strips: readonly Strip[]) => {
    const readings: Reading[] = [];
    for (const strip of strips) {
      readings.push(
        ...(await readStrips(networks.reader, networks.alphabet, main.pixels, [strip])),
      );
    }
    return readings;
  };
  return await wayUp(networks.classifier, main.pixels, main.strips, read);
}

/** The strips of a plane as they are found at the best scale, with the page turned upright. */
async function lookCloser(
  finder: Network,
  image: UprightImage,
  plane: Plane,
  turned: QuarterTurn,
): Promise<readonly Strip[]> {
  const { pixels, area } = plane;
  const coarse = plane.strips[0];
  const original = area.strips[0];
  if (coarse === undefined || original === undefined) return [];
  const enlarged = coarse.thickness / original.thickness;
  const wanted = Math.max(1, FIND_THICKNESS_PX / area.thickness);
  if (turned === 0 && Math.min(wanted, enlarged) < WORTH_ENLARGING) return plane.strips;
  const longer = (Math.max(pixels.width, pixels.height) / enlarged) * wanted;
  const px = Math.ceil(Math.min(longer, longerSide(pixels, CLOSE_AREA_PX)));
  const close = await image.part(area.box, px);
  const found = await findPrint(finder, turnedPixels(close, turned));
  const factor = pixels.width / close.width;
  return found.map((strip) => scaled(turnedBack(strip, turned, close), factor));
}

async function readAll(
  networks: Networks,
  finds: readonly Find[],
  turned: QuarterTurn,
  stop: AbortSignal,
  deadline: number,
): Promise<Pick<Page, "lines" | "isComplete">> {
  const best = new Map<Find, { readonly strip: Strip; readonly reading: Reading }>();
  const again: Find[] = [];
  const take = (find: Find, strip: Strip, reading: Reading) => {
    const known = best.get(find);
    if (known === undefined || reading.score > known.reading.score)
      best.set(find, { strip, reading });
  };
  let isComplete = true;
  for (const phase of [0, 1]) {
    const todo = phase === 0 ? finds : again;
    for (const batch of batches(todo)) {
      stop.throwIfAborted();
      if (performance.now() > deadline) {
        isComplete = false;
        break;
      }
      const strips = batch.map(({ strip }) => (phase === 0 ? strip : flipped(strip)));
      const plane = batch[0]?.plane;
      if (plane === undefined) continue;
      const readings = await readStrips(networks.reader, networks.alphabet, plane.pixels, strips);
      for (const [index, find] of batch.entries()) {
        const [strip, reading] = [strips[index], readings[index]];
        if (strip === undefined || reading === undefined) continue;
        take(find, strip, reading);
        if (phase === 0 && reading.score < DOUBTFUL && strip.length > 2 * strip.thickness)
          again.push(find);
      }
    }
  }
  const lines = [...best].map(([find, { strip, reading }]) => lineOf(find.plane, strip, reading));
  return {
    lines: lines.filter(({ score, text }) => score >= LEGIBLE && text.trim() !== ""),
    isComplete,
  };
}

/** Strips of one plane and one width together, largest first. */
function batches(finds: readonly Find[]): readonly (readonly Find[])[] {
  const area = ({ strip }: Find) => strip.length * strip.thickness * strip.score;
  const out: Find[][] = [];
  for (const find of finds.toSorted((a, b) => area(b) - area(a))) {
    const width = filledWidth(find.strip);
    const open = out.find((batch) => {
      const first = batch[0];
      if (first === undefined || first.plane !== find.plane) return false;
      return filledWidth(first.strip) === width && (batch.length + 1) * width <= BATCH_PX;
    });
    if (open === undefined) out.push([find]);
    else open.push(find);
  }
  return out;
}

function lineOf({ area, pixels }: Plane, strip: Strip, { characters, score }: Reading): Line {
  const [x, y, width, height] = area.box;
  const [a, b, c, d] = quadOf(strip);
  const place = (point: { x: number; y: number }) => ({
    x: x + (point.x / pixels.width) * width,
    y: y + (point.y / pixels.height) * height,
  });
  const quad = [place(a), place(b), place(c), place(d)] as const;
  return { text: characters.map(({ text }) => text).join(""), score, quad, characters };
}
void isSideways;
