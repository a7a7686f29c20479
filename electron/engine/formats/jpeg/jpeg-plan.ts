import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { judge, type Verdict } from "../content.ts";
import type { Block } from "../format.ts";
import { type Change, dropped, growth } from "../pieces.ts";
import { ISO_GAIN_MAP_NAME } from "./jpeg-app.ts";
import { BETWEEN_SEGMENTS } from "./jpeg-blocks.ts";
import { blockChanges, inPlace, segmentInstead } from "./jpeg-changes.ts";
import type { JpegFile, TailItem } from "./jpeg-file.ts";
import type { GainMapPackets } from "./jpeg-gain-map.ts";
import { announcesGainMap, gainMapXmp, mainSegment, mapSegment } from "./jpeg-hdr-xmp.ts";
import { indexChanges } from "./jpeg-index.ts";
import { forgetVideo, hasTrack } from "./jpeg-video.ts";

/** What becomes of each block; asked once a block, as the answer may need much reading. */
type Fates = ReadonlyMap<Block, Verdict>;

const KEEP: Verdict = { do: "keep" };
const DROP: Verdict = { do: "drop" };

/**
 * The changes that carry out a plan, but for what is written anew. A gain map is stripped like the
 * picture it belongs to. Otherwise nothing moves inside what is appended and stays, so that lengths
 * stated elsewhere remain true; the index of pictures is written again where it would not.
 */
export function plannedChanges(file: ByteSource, read: JpegFile, plan: StripPlan): Change[] {
  const { main, tail, gainMap } = read;
  const gone = goneFromTail(file, read, plan);
  const stay = tail.filter((item) => !gone.includes(item));
  const fates = fatesOf(file, read, stay, plan);
  const fateOf = (block: Block) => fates.get(block) ?? KEEP;
  const xmp = gainMap?.xmp;
  const isRewritten = xmp !== undefined && !describesAsBefore(xmp, fateOf);
  const inTail = stay.flatMap((item) =>
    (item.picture?.blocks ?? []).flatMap((block) => {
      if (xmp && isRewritten && block === xmp.map)
        return segmentInstead(block, mapSegment(xmp.says));
      const change = plan.whole ? blockChanges : inPlace;
      return change(block, fateOf(block));
    }),
  );
  const index = main.blocks.find(({ kind }) => kind === "mpf");
  const losesVideo = gone.some(({ part }) => part.is === "video");
  const inMain = main.blocks.flatMap((block) => {
    if (block === index) return [];
    if (isRewritten && block === xmp?.main) {
      return segmentInstead(block, mainSegment(mapBytes(read, inTail)));
    }
    const fate = fateOf(block);
    return blockChanges(block, losesVideo ? forgetVideo(file, block, fate) : fate);
  });
  const changes = [...inMain, ...inTail, ...dropped(gone.map(({ part }) => part))];
  if (index && !gainMap && fateOf(index).do === "drop") {
    return [...changes, ...dropped(index.spans)];
  }
  const write = plan.whole ? "anew" : "where it moved";
  return [...changes, ...indexChanges(file, read, gone, changes, write)];
}

/** What goes from behind the picture. A video takes along the bytes that only say where it is. */
function goneFromTail(file: ByteSource, read: JpegFile, plan: StripPlan): readonly TailItem[] {
  const others = read.tail.filter(({ part }) => part !== read.gainMap?.item.part);
  const isGone = ({ part, block }: TailItem) =>
    judge(file, block, plan).do === "drop" ||
    (part.is === "video" && plan.drops.has("location") && hasTrack(file, part));
  const gone = others.filter(isGone);
  if (!gone.some(({ part }) => part.is === "video")) return gone;
  return others.filter((item) => gone.includes(item) || item.part.is !== "picture");
}

function fatesOf(
  file: ByteSource,
  { main, gainMap }: JpegFile,
  stay: readonly TailItem[],
  plan: StripPlan,
): Fates {
  const iso = gainMap?.iso ?? [];
  const fateOf = (block: Block) => {
    if (iso.includes(block)) return KEEP;
    // A record of a gain map that does not stay: never half of one.
    return plan.whole && block.name.endsWith(ISO_GAIN_MAP_NAME) ? DROP : judge(file, block, plan);
  };
  const inner = stay.flatMap(({ picture }) => picture?.blocks ?? []);
  const fates = new Map([...main.blocks, ...inner].map((block) => [block, fateOf(block)]));
  // Stray bytes that lose the segment before them could come to stand right behind SOI.
  if (main.blocks.some((block) => fates.get(block)?.do === "drop")) {
    for (const block of main.blocks) if (block.name === BETWEEN_SEGMENTS) fates.set(block, DROP);
  }
  return fates;
}

/** Do the packets of a gain map still say what it needs, each after its own verdict? */
function describesAsBefore({ main, map, says }: GainMapPackets, fateOf: (block: Block) => Verdict) {
  const mainFate = main ? fateOf(main) : KEEP;
  const mapFate = fateOf(map);
  if (mainFate.do === "drop" || mapFate.do === "drop") return false;
  if (mainFate.do === "replace" && !announcesGainMap(packetIn(mainFate.payload))) return false;
  const left = mapFate.do === "replace" ? gainMapXmp(packetIn(mapFate.payload)) : says;
  return JSON.stringify(left) === JSON.stringify(says);
}

const packetIn = (payload: Uint8Array) => Buffer.from(payload).toString("latin1");

/** Length of the gain map once it is changed. */
function mapBytes({ gainMap }: JpegFile, changes: readonly Change[]): number {
  const { start, end } = gainMap?.item.part ?? { start: 0, end: 0 };
  return end - start + growth(changes.filter((one) => one.start >= start && one.end <= end));
}
