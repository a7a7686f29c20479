import type { Effort } from "../../../../shared/model/scan.ts";
import type { AgeBand } from "../../../../shared/policy/face-risk.ts";
import type { Pixels, UprightImage } from "../../../base/picture.ts";
import type { Detection, Detector, Network } from "../detector.ts";
import { DETECTOR_VERSIONS } from "../versions.ts";
import { agesOf } from "./ages.ts";
import { type Candidate, suppress, turnedBack } from "./boxes.ts";
import { judge } from "./judge.ts";
import { look } from "./look.ts";
import { drawn, Levels, type Turns, turned } from "./pixels.ts";
import { fromTile, tilesOf } from "./tiles.ts";

/** Longer side of the first look: faces of 2 % of it are 15 px, the smallest that are found half of the time. */
const LOOK_PX = 768;
/** Smaller pictures are enlarged to it: the network knows no face of a quarter of its trained size. */
const LEAST_PX = 320;
/** Share of the longer side under which a face is small… */
const SMALL_FACE = 0.06;
/** …and how many small ones, how sure, make it likely that smaller ones hide between them. */
const CROWD = 2;
const CROWD_SCORE = 0.3;
/** Small faces are seldom alone: where the first look saw none so surely… */
const COMPANY_SCORE = 0.5;
/** …those in tiles must be surer by so many logits; each tile is one more chance to be wrong. */
const ALONE_EXTRA = 1.5;
/** Times that the first look's picture is halved for looks at it turned: faces that fill a sideways photo are large. */
const TURNED_LEVEL = 1;
/** Faces from which on a picture that may lie is looked at as a crowd. */
const MANY = 6;
/** Score from which on a face surely stands upright: one in four photos on their side has a face of 0.8. */
const UPRIGHT_SCORE = 0.95;
/** Logits asked for beyond the usual in a turned picture: most pictures without faces are just that. */
const TURNED_EXTRA = 3;

/**
 * Faces, however they look and however old. One look at the whole picture; a closer one, tile by
 * tile, where small faces may hide; a second opinion on all that is doubtful; and three looks at the
 * picture turned, where nothing was found upright.
 */
export const faces: Detector = {
  id: "faces",
  version: DETECTOR_VERSIONS.faces,
  load: async (models) => {
    const [net, age] = await Promise.all([models.open("face-detector"), models.open("face-age")]);
    return async (image, stop, effort = "usual") => {
      const seen = new Levels(enlarged(await image.whole(LOOK_PX)));
      const search: Search = { net, image, stop, effort };
      const upright = await searchUpright(search, seen);
      const { levels, turns, found } = isDoubtful(upright)
        ? await searchTurned(search, seen, upright)
        : upright;
      const ages = await agesOf(age, levels, found);
      return found.map(({ box, score }, n) =>
        detection({ box: turnedBack(box, turns), score }, ages[n]),
      );
    };
  },
};

interface Search {
  readonly net: Network;
  readonly image: Pick<UprightImage, "whole">;
  readonly stop: AbortSignal;
  readonly effort: Effort;
}

/** Faces, and the picture in which they stand upright. */
interface Found {
  readonly levels: Levels;
  readonly turns: Turns;
  readonly found: readonly Candidate[];
}

async function searchUpright(search: Search, seen: Levels): Promise<Found> {
  const { net, stop, effort } = search;
  const least = net.setting("candidate-score");
  stop.throwIfAborted();
  const first = suppress(await look(net, seen.whole, least));
  if (effort === "usual" && !isCrowd(first, seen.whole)) {
    return { levels: seen, turns: 0, found: await judge(net, seen, first, stop) };
  }
  const closer = new Levels(await search.image.whole(2 * LOOK_PX));
  const all = [...first];
  for (const tile of tilesOf(closer)) {
    stop.throwIfAborted();
    const found = await look(net, closer.draw(tile.region, tile), least);
    all.push(...fromTile(tile, closer, found));
  }
  const extra = first.some(({ score }) => score >= COMPANY_SCORE) ? 0 : ALONE_EXTRA;
  return { levels: closer, turns: 0, found: await judge(net, closer, suppress(all), stop, extra) };
}

/** Whether there are small faces, between which smaller ones may hide. */
function isCrowd(found: readonly Candidate[], { width, height }: Pixels): boolean {
  const longer = Math.max(width, height);
  const isSmall = ([, , w, h]: Candidate["box"]) =>
    Math.max(w * width, h * height) < SMALL_FACE * longer;
  return found.filter(({ box, score }) => score >= CROWD_SCORE && isSmall(box)).length >= CROWD;
}

/** Faces that lie are found now and then, and seldom surely: of many, one or the other. */
const isDoubtful = ({ found }: Found) =>
  2 * found.filter(({ score }) => score >= UPRIGHT_SCORE).length <= found.length;

/** Photos that lie on their side or head and do not say so: they are right the way that shows most faces. */
async function searchTurned(search: Search, seen: Levels, upright: Found): Promise<Found> {
  const { stop } = search;
  // Faces of a crowd are too small at half the size, whichever way they are turned.
  const isMany = upright.found.length >= MANY;
  const small = seen.level(isMany ? 0 : TURNED_LEVEL);
  // What the tiles of a crowd that lies have found must not outweigh what one look shows of it upright.
  const atFirst = isMany ? await glance(search, new Levels(small)) : upright.found;
  let best: Found = { ...upright, found: atFirst };
  for (const turns of [1, 3, 2] as const satisfies readonly Turns[]) {
    stop.throwIfAborted();
    const levels = new Levels(turned(small, turns));
    const found = await glance(search, levels);
    if (sureness(found) > sureness(best.found)) best = { levels, turns, found };
  }
  if (best.turns === 0) return upright;
  // The way up is known now: all that is done for a photo that stands, with no more doubt than there.
  const { turns } = best;
  const standing = { whole: async (px: number) => turned(await search.image.whole(px), turns) };
  const whole = new Levels(turned(seen.whole, turns));
  const again = await searchUpright({ ...search, image: standing }, whole);
  return sureness(again.found) < sureness(best.found) ? best : { ...again, turns };
}

/** One look, at what most likely does not stand. */
async function glance({ net, stop }: Search, levels: Levels): Promise<readonly Candidate[]> {
  const candidates = suppress(await look(net, levels.whole, net.setting("candidate-score")));
  return judge(net, levels, candidates, stop, TURNED_EXTRA);
}

const sureness = (found: readonly Candidate[]) => found.reduce((sum, { score }) => sum + score, 0);

function enlarged(pixels: Pixels): Pixels {
  const { width, height } = pixels;
  const by = LEAST_PX / Math.max(width, height);
  if (by <= 1) return pixels;
  const size = {
    width: Math.max(1, Math.round(width * by)),
    height: Math.max(1, Math.round(height * by)),
  };
  return drawn(pixels, { left: 0, top: 0, width, height }, size);
}

const detection = ({ box, score }: Candidate, age: AgeBand | null | undefined): Detection => ({
  kind: "face",
  type: "face",
  confidence: score,
  box,
  value: null,
  age: age ?? null,
});
