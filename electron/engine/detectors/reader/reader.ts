import type { UprightImage } from "../../../base/picture.ts";
import type { ModelStore, Network } from "../detector.ts";
import { type Area, areasOf, longerSide } from "./areas.ts";
import type { Reading } from "./decode.ts";
import { findPrint } from "./find-print.ts";
import type { Line, Page } from "./page.ts";
import { lookCloser, openPlane, type Plane, placeOf } from "./plane.ts";
import type { QuarterTurn } from "./quarter-turns.ts";
import { readStrip } from "./read-strip.ts";
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

/** So much better must a reading from the other end be: fillers like "<" read well both ways. */
const CLEARLY = 0.1;

/**
 * How long one picture may take, in milliseconds of a core: an analyst yields to all who want theirs,
 * and a card must not go unread because a film is being watched.
 */
export interface Budget {
  readonly ms: number;
}

/** Milliseconds of a core that this process, which reads one picture at a time, has had so far. */
function coreMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Reads one picture, however odd. Rejects with the signal's reason when told to stop. */
export type Read = (image: UprightImage, stop: AbortSignal, budget: Budget) => Promise<Page>;

interface Networks {
  readonly finder: Network;
  readonly classifier: Network;
  readonly reader: Network;
}

/** One picture's reading: may it go on? */
type MayGoOn = () => boolean;

/** An area that was looked at closely. */
interface Sight {
  readonly plane: Plane;
  readonly turn: QuarterTurn;
  readonly strips: readonly Strip[];
}

export async function openReader(models: ModelStore): Promise<Read> {
  const networks: Networks = {
    finder: await models.open("print-finder"),
    classifier: await models.open("print-turn"),
    reader: await models.open("print-reader"),
  };
  return (image, stop, { ms }) => {
    const deadline = coreMs() + ms;
    return readPage(networks, image, () => {
      stop.throwIfAborted();
      return coreMs() < deadline;
    });
  };
}

async function readPage(networks: Networks, image: UprightImage, goOn: MayGoOn): Promise<Page> {
  goOn();
  const look = await image.whole(longerSide(image, LOOK_AREA_PX));
  const areas = areasOf(await findPrint(networks.finder, look), look);
  const sights: Sight[] = [];
  for (const area of areas) if (goOn()) sights.push(await sightOf(networks, image, area));
  const finds = sights.flatMap(({ plane, strips }) => strips.map((strip) => ({ plane, strip })));
  const lines: Line[] = [];
  let done = 0;
  for (const { plane, strip } of finds.toSorted((a, b) => promise(b.strip) - promise(a.strip))) {
    if (!goOn()) break;
    const line = await readLine(networks, plane, strip);
    if (line.score >= LEGIBLE && line.text.trim() !== "") lines.push(line);
    done += 1;
  }
  const isComplete = sights.length === areas.length && done === finds.length;
  return { lines, turned: mainTurn(sights), isComplete };
}

/** Large and sure print first: if the time runs out, the small print is what is missed. */
const promise = ({ length, thickness, score }: Strip): number => length * thickness * score;

/** Print on its side may be found only once it stands: where nothing can be read, that is tried. */
async function sightOf(networks: Networks, image: UprightImage, area: Area): Promise<Sight> {
  const { finder, classifier, reader } = networks;
  const plane = await openPlane(image, area);
  const read = (strip: Strip) => readStrip(reader, plane.pixels, strip);
  const looks = new Map<QuarterTurn, readonly Strip[]>();
  for (const tried of [0, 90] as const) {
    looks.set(tried, await lookCloser(finder, image, plane, tried));
    const turn = await wayUp(classifier, plane.pixels, looks.get(tried) ?? [], read);
    if (turn === null) continue;
    const strips = looks.get(turn) ?? (await lookCloser(finder, image, plane, turn));
    return { plane, turn, strips };
  }
  return { plane, turn: 0, strips: looks.get(0) ?? [] };
}

/** The way up of the area with most print. */
function mainTurn(sights: readonly Sight[]): QuarterTurn {
  const most = sights.toSorted((a, b) => b.strips.length - a.strips.length);
  return most[0]?.turn ?? 0;
}

/** A line that reads badly may stand on its head among others that do not: it is tried both ways. */
async function readLine({ classifier, reader }: Networks, plane: Plane, strip: Strip) {
  const there = lineOf(plane, strip, await readStrip(reader, plane.pixels, strip));
  if (there.score >= DOUBTFUL || strip.length < 2 * strip.thickness) return there;
  if ((await uprightness(classifier, plane.pixels, [strip])) > 0) return there;
  const back = lineOf(plane, flipped(strip), await readStrip(reader, plane.pixels, flipped(strip)));
  return back.score > there.score + CLEARLY ? back : there;
}

function lineOf(plane: Plane, strip: Strip, { characters, score }: Reading): Line {
  const text = characters.map((each) => each.text).join("");
  return { text, score, quad: placeOf(plane, strip), characters };
}
