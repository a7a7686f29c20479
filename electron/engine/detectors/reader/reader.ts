import type { UprightImage } from "../../../base/picture.ts";
import type { ModelStore, Network } from "../detector.ts";
import { type Area, areasOf, longerSide } from "./areas.ts";
import { findPrint } from "./find-print.ts";
import type { Line, Page } from "./page.ts";
import { lookCloser, openPlane, type Plane, placeOf } from "./plane.ts";
import type { QuarterTurn } from "./quarter-turns.ts";
import { batches, type Find, type ReadStrip } from "./queue.ts";
import { readStrips } from "./read-strips.ts";
import { flipped, type Strip } from "./strip.ts";
import { uprightness, wayUp } from "./way-up.ts";

/*
 * Reads print in photos: a coarse look at the whole picture; where that sees print, a closer look
 * at the scale and the way up that suit it; then line by line, the most promising first, until
 * all is read or the time is up.
 */

/** Pixels of the coarse look: 640 × 480. It sees print 5 pixels high and costs 75 ms. */
const LOOK_AREA_PX = 300_000;

/** Mean score from which a reading counts; what is no print gets less. */
const LEGIBLE = 0.5;

/** A line that reads worse may stand on its head. */
const DOUBTFUL = 0.8;

/** How long one picture may take. */
export interface Budget {
  readonly ms: number;
}

/** Reads one picture, however odd. Rejects with the signal's reason when told to stop. */
export type Read = (image: UprightImage, stop: AbortSignal, budget: Budget) => Promise<Page>;

interface Networks {
  readonly finder: Network;
  readonly classifier: Network;
  readonly reader: Network;
  readonly alphabet: readonly string[];
}

/** One picture's reading: may it go on? */
type MayGoOn = () => boolean;

/** An area that was looked at closely. */
interface Sight {
  readonly plane: Plane;
  readonly turn: QuarterTurn;
  readonly strips: readonly Strip[];
}

export async function openReader(models: ModelStore, alphabet: readonly string[]): Promise<Read> {
  const networks: Networks = {
    finder: await models.open("print-finder"),
    classifier: await models.open("print-turn"),
    reader: await models.open("print-reader"),
    alphabet,
  };
  return (image, stop, { ms }) => {
    const deadline = performance.now() + ms;
    return readPage(networks, image, () => {
      stop.throwIfAborted();
      return performance.now() < deadline;
    });
  };
}

async function readPage(networks: Networks, image: UprightImage, goOn: MayGoOn): Promise<Page> {
  goOn();
  const look = await image.whole(longerSide(image, LOOK_AREA_PX));
  const strips = await findPrint(networks.finder, look);
  const areas = areasOf(strips, look);
  const sights: Sight[] = [];
  for (const area of areas) if (goOn()) sights.push(await sightOf(networks, image, area));
  const finds = sights.flatMap(({ plane, strips: own }) => own.map((strip) => ({ plane, strip })));
  const { read, isAll } = await readFinds(networks, finds, goOn);
  return {
    lines: read.map(lineOf).filter(({ score, text }) => score >= LEGIBLE && text.trim() !== ""),
    turned: mainTurn(sights),
    isComplete: isAll && sights.length === areas.length,
  };
}

async function sightOf(networks: Networks, image: UprightImage, area: Area): Promise<Sight> {
  const plane = await openPlane(image, area);
  const strips = await lookCloser(networks.finder, image, plane, 0);
  const turn = await wayUp(
    networks.classifier,
    plane.pixels,
    strips,
    async (some) =>
      (
        await readFinds(
          networks,
          some.map((strip) => ({ plane, strip })),
          () => true,
        )
      ).read,
  );
  if (turn === 0) return { plane, turn, strips };
  return { plane, turn, strips: await lookCloser(networks.finder, image, plane, turn) };
}

/** The way up of the area with most print. */
function mainTurn(sights: readonly Sight[]): QuarterTurn {
  const most = sights.toSorted((a, b) => b.strips.length - a.strips.length);
  return most[0]?.turn ?? 0;
}

/** Reads what time allows, and what stands on its head among it a second time. */
async function readFinds(networks: Networks, finds: readonly Find[], goOn: MayGoOn) {
  const read: ReadStrip[] = [];
  for (const batch of batches(finds)) {
    if (!goOn()) return { read, isAll: false };
    for (const each of await readBatch(networks, batch)) read.push(each);
  }
  return { read, isAll: true };
}

async function readBatch(
  networks: Networks,
  batch: readonly Find[],
): Promise<readonly ReadStrip[]> {
  const pixels = batch[0]?.plane.pixels;
  if (pixels === undefined) return [];
  const { reader, alphabet, classifier } = networks;
  const strips = batch.map(({ strip }) => strip);
  const readings = await readStrips(reader, alphabet, pixels, strips);
  const out: ReadStrip[] = [];
  for (const [index, find] of batch.entries()) {
    const reading = readings[index];
    if (reading === undefined) continue;
    out.push({ ...find, reading });
  }
  void uprightness;
  void flipped;
  void classifier;
  void DOUBTFUL;
  return out;
}

function lineOf({ plane, strip, reading: { characters, score } }: ReadStrip): Line {
  const text = characters.map((each) => each.text).join("");
  return { text, score, quad: placeOf(plane, strip), characters };
}
