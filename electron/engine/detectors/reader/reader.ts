import type { UprightImage } from "../../../base/picture.ts";
import type { ModelStore, Network } from "../detector.ts";
import { type Area, areasOf } from "./areas.ts";
import type { Reading } from "./decode.ts";
import { lookOver } from "./look-over.ts";
import type { Line, Page } from "./page.ts";
import { lookCloser, openPlane, type Plane, placeOf } from "./plane.ts";
import type { QuarterTurn } from "./quarter-turns.ts";
import { readStrip } from "./read-strip.ts";
import { flipped, type Point, type Strip } from "./strip.ts";
import { placeBefore, turnedImage } from "./turned-image.ts";
import { type ReadStrip, uprightness, wayUp } from "./way-up.ts";

/*
 * Reads print in photos: a look over the whole picture; where that sees print, a closer look at
 * the scale that suits it; then line by line, the most promising first, until all is read or the
 * time is up. A picture that lies on its side or its head is turned and looked at anew, so that it
 * is read as it would have been had it stood upright.
 */

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
  /** Null where nothing can be read. */
  readonly turn: QuarterTurn | null;
  readonly strips: readonly Strip[];
  readonly read: ReadStrip;
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
  const first = await sightsOf(networks, image, goOn, true);
  if (first.turn === 0) return readSights(networks, first, goOn);
  const { turn } = first;
  const page = await readSights(
    networks,
    await sightsOf(networks, turnedImage(image, turn), goOn, false),
    goOn,
  );
  return { ...page, turned: turn, lines: page.lines.map((line) => lineBefore(line, turn)) };
}

/** What was seen of a picture. */
interface Sights {
  readonly sights: readonly Sight[];
  /** Where it is not 0, the picture has to be turned, and only that was found out. */
  readonly turn: QuarterTurn;
  readonly isComplete: boolean;
}

/** @param mayTurn whether to stop where the first area that can be read stands otherwise than upright */
async function sightsOf(
  networks: Networks,
  image: UprightImage,
  goOn: MayGoOn,
  mayTurn: boolean,
): Promise<Sights> {
  const look = await lookOver(networks.finder, image, goOn);
  const sights: Sight[] = [];
  for (const area of areasOf(look.strips, look)) {
    if (!goOn()) return { sights, turn: 0, isComplete: false };
    const sight = await sightOf(networks, image, area);
    const isFirst = sights.every(({ turn }) => turn === null);
    if (mayTurn && isFirst && sight.turn) return { sights, turn: sight.turn, isComplete: false };
    sights.push(sight);
  }
  return { sights, turn: 0, isComplete: look.isComplete };
}

async function readSights(networks: Networks, seen: Sights, goOn: MayGoOn): Promise<Page> {
  const finds = seen.sights.flatMap((sight) => sight.strips.map((strip) => ({ sight, strip })));
  const lines: Line[] = [];
  let done = 0;
  for (const { sight, strip } of finds.toSorted((a, b) => promise(b.strip) - promise(a.strip))) {
    if (!goOn()) break;
    const line = await readLine(networks, sight, strip);
    if (line.score >= LEGIBLE && line.text.trim() !== "") lines.push(line);
    done += 1;
  }
  return { lines, turned: 0, isComplete: seen.isComplete && done === finds.length };
}

function lineBefore({ quad: [a, b, c, d], ...line }: Line, turn: QuarterTurn): Line {
  const before = (point: Point) => placeBefore(point, turn);
  return { ...line, quad: [before(a), before(b), before(c), before(d)] };
}

/** Large and sure print first: if the time runs out, the small print is what is missed. */
const promise = ({ length, thickness, score }: Strip): number => length * thickness * score;

/** Print on its side may be found only once it stands: where nothing can be read, that is tried. */
async function sightOf(networks: Networks, image: UprightImage, area: Area): Promise<Sight> {
  const { finder, classifier, reader } = networks;
  const plane = await openPlane(image, area);
  const read = once((strip: Strip) => readStrip(reader, plane.pixels, strip));
  const looks = new Map<QuarterTurn, readonly Strip[]>();
  for (const tried of [0, 90] as const) {
    looks.set(tried, await lookCloser(finder, image, plane, tried));
    const turn = await wayUp(classifier, plane.pixels, looks.get(tried) ?? [], read);
    if (turn === null) continue;
    const strips = looks.get(turn) ?? (await lookCloser(finder, image, plane, turn));
    return { plane, turn, strips, read };
  }
  return { plane, turn: null, strips: looks.get(0) ?? [], read };
}

/** What was read to find out the way up is not read again. */
function once(read: ReadStrip): ReadStrip {
  const known = new Map<Strip, Promise<Reading>>();
  return (strip) => {
    const reading = known.get(strip) ?? read(strip);
    known.set(strip, reading);
    return reading;
  };
}

/** A line that reads badly may stand on its head among others that do not: it is tried both ways. */
async function readLine({ classifier }: Networks, { plane, read }: Sight, strip: Strip) {
  const there = lineOf(plane, strip, await read(strip));
  if (there.score >= DOUBTFUL || strip.length < 2 * strip.thickness) return there;
  if ((await uprightness(classifier, plane.pixels, [strip])) > 0) return there;
  const back = lineOf(plane, flipped(strip), await read(flipped(strip)));
  return back.score > there.score + CLEARLY ? back : there;
}

function lineOf(plane: Plane, strip: Strip, { characters, score }: Reading): Line {
  const text = characters.map((each) => each.text).join("");
  return { text, score, quad: placeOf(plane, strip), characters };
}
