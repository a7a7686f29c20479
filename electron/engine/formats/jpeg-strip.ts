import type { StripPlan } from "../../../shared/policy/strip-plan.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import type { ByteSource } from "../../base/bytes.ts";
import { judge, keptExif, type Verdict } from "./content.ts";
import {
  type Block,
  type Damaged,
  damaged,
  type Inspection,
  type Piece,
  type ReadOnly,
} from "./format.ts";
import { OVERLONG_ADOBE } from "./jpeg-app.ts";
import { blockChanges, inPlace, segmentInstead } from "./jpeg-changes.ts";
import type { JpegFile, TailItem } from "./jpeg-file.ts";
import { mainSegment, mapSegment } from "./jpeg-hdr-xmp.ts";
import { indexChanges } from "./jpeg-index.ts";
import { SOI } from "./jpeg-segments.ts";
import { forgetVideo, hasPlace } from "./jpeg-video.ts";
import { type Change, dropped, growth, piecesOf } from "./pieces.ts";

/** What becomes of each block. */
type Decide = (block: Block) => Verdict;

/**
 * The file without what the plan drops.
 * @returns `format-damaged` where the picture has no end (none is invented), `format-read-only`
 * where a segment that the colours need holds more than it should.
 */
export function stripJpeg(
  file: ByteSource,
  read: JpegFile,
  inspection: Inspection,
  plan: StripPlan,
): Result<readonly Piece[], Damaged | ReadOnly> {
  if (read.main.stream.ending !== "eoi") return damaged("jpeg", read.main.stream.end);
  if (inspection.blocks.some(({ name }) => name.endsWith(OVERLONG_ADOBE))) {
    return err({ code: "format-read-only", subject: OVERLONG_ADOBE });
  }
  if (!plan.whole) return ok(piecesOf(file, judgedChanges(file, read, plan)));
  const { orientation } = inspection;
  const exif = keptExif(file, read.main, { orientation, date: plan.keepDate });
  return ok(piecesOf(file, [...written(read, exif), ...wholeChanges(file, read)]));
}

const DRAWS: ReadonlySet<Block["kind"]> = new Set(["jfif", "icc", "gain-map"]);
const whole: Decide = ({ kind }) => (DRAWS.has(kind) ? { do: "keep" } : { do: "drop" });

/** Everything goes but what draws the picture; a gain map is stripped like the picture it belongs to. */
function wholeChanges(file: ByteSource, read: JpegFile): Change[] {
  const { gainMap } = read;
  const gone = read.tail.filter(({ part }) => part !== gainMap?.item.part);
  const map = (gainMap?.item.picture.blocks ?? []).flatMap((block) => {
    if (gainMap?.iso.includes(block)) return [];
    if (gainMap?.xmp?.map === block) return segmentInstead(block, mapSegment(gainMap.xmp.says));
    return blockChanges(block, whole(block));
  });
  const main = read.main.blocks.flatMap((block) => {
    if (gainMap?.iso.includes(block) || gainMap?.mpf === block) return [];
    if (gainMap?.xmp?.main === block)
      return segmentInstead(block, mainSegment(mapBytes(read, map)));
    return blockChanges(block, whole(block));
  });
  const changes = [...main, ...map, ...dropped(gone.map(({ part }) => part))];
  return gainMap ? [...changes, ...indexChanges(file, read, gone, changes, "anew")] : changes;
}

/** Each block by its own verdict. Inside what is appended nothing moves, so that lengths stated elsewhere stay true. */
function judgedChanges(file: ByteSource, read: JpegFile, plan: StripPlan): Change[] {
  const { main, tail, gainMap } = read;
  const gone = goneFromTail(file, read, plan);
  const losesVideo = gone.some(({ part }) => part.is === "video");
  const needed = gainMap?.xmp ? [gainMap.xmp.map, gainMap.xmp.main] : [];
  const isRewritten = needed.some((block) => block && judge(file, block, plan).do === "drop");
  const inTail = tail.flatMap(({ part, picture }) => {
    if (!picture || gone.some((item) => item.part === part)) return [];
    return picture.blocks.flatMap((block) => {
      if (gainMap?.iso.includes(block)) return [];
      const isMap = gainMap?.xmp?.map === block;
      if (gainMap?.xmp && isMap && isRewritten) {
        return segmentInstead(block, mapSegment(gainMap.xmp.says));
      }
      return inPlace(block, judge(file, block, plan));
    });
  });
  const inMain = main.blocks.flatMap((block) => {
    if (gainMap?.iso.includes(block) || block.kind === "mpf") return [];
    if (isRewritten && gainMap?.xmp?.main === block) {
      return segmentInstead(block, mainSegment(mapBytes(read, inTail)));
    }
    const verdict = judge(file, block, plan);
    return blockChanges(block, losesVideo ? forgetVideo(file, block, verdict) : verdict);
  });
  const changes = [...inMain, ...inTail, ...dropped(gone.map(({ part }) => part))];
  const index = main.blocks.find(({ kind }) => kind === "mpf");
  const isIndexGone = index && !gainMap && judge(file, index, plan).do === "drop";
  if (isIndexGone) return [...changes, ...dropped(index.spans)];
  return [...changes, ...indexChanges(file, read, gone, changes, "where it moved")];
}

/** What goes from behind the picture. A video takes along the bytes that only say where it is. */
function goneFromTail(file: ByteSource, read: JpegFile, plan: StripPlan): readonly TailItem[] {
  const others = read.tail.filter(({ part }) => part !== read.gainMap?.item.part);
  const isGone = ({ part, block }: TailItem) =>
    judge(file, block, plan).do === "drop" ||
    (part.is === "video" && plan.drops.has("location") && hasPlace(file, part));
  const gone = others.filter(isGone);
  if (!gone.some(({ part }) => part.is === "video")) return gone;
  return others.filter((item) => gone.includes(item) || item.part.is !== "picture");
}

/** Length of the gain map once it is changed. */
function mapBytes({ gainMap }: JpegFile, changes: readonly Change[]): number {
  const { start, end } = gainMap?.item.part ?? { start: 0, end: 0 };
  return end - start + growth(changes.filter((one) => one.start >= start && one.end <= end));
}

/** The Exif block that stays, behind SOI and, where that is the first segment to stay, JFIF. */
function written({ main, gainMap }: JpegFile, exif: Uint8Array | undefined): Change[] {
  if (!exif) return [];
  const at = headEnd(
    main,
    new Set<Block | undefined>([gainMap?.mpf, gainMap?.xmp?.main, ...(gainMap?.iso ?? [])]),
  );
  return [{ start: at, end: at, bytes: exifSegment(exif) }];
}

function headEnd(
  { stream, blocks }: JpegFile["main"],
  stays: ReadonlySet<Block | undefined>,
): number {
  const byStart = new Map(
    blocks.flatMap((block) => block.spans.map((span) => [span.start, block])),
  );
  let at = stream.start;
  for (const { marker, start, end } of stream.segments) {
    const block = byStart.get(start);
    if (marker === SOI) at = end;
    else if (!block || stays.has(block) || block.kind === "icc") return at;
    else if (block.kind === "jfif") return block.spans[0]?.end ?? at;
  }
  return at;
}

/** Exif 2.32 4.7.2. `exif` has at most 65,527 bytes. */
function exifSegment(exif: Uint8Array): Uint8Array {
  const length = 2 + 6 + exif.length;
  const head = [0xff, 0xe1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0];
  return Uint8Array.from([...head, ...exif]);
}
