import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { map, ok, type Result } from "../../../../shared/result.ts";
import { judge } from "../content.ts";
import { pointersOf } from "../exif/ifd-read.ts";
import { type Ifd, type IfdEntry, isPointer, SUB_IFDS } from "../exif/ifd-tree.ts";
import { type Damaged, damaged, type Format, type Piece, type ReadOnly } from "../format.ts";
import { embeddedEdits } from "./tiff-embedded-edits.ts";
import { inspectTiff, openTiff, type TiffFile } from "./tiff-file.ts";
import { entryJudge, packetVerdicts } from "./tiff-judge.ts";
import type { Page } from "./tiff-pages.ts";
import { isCameraData } from "./tiff-raw.ts";
import { remainsBlocks } from "./tiff-remains.ts";
import { rewriteTiff } from "./tiff-rewrite.ts";
import {
  DATE_TIME_ORIGINAL,
  EXIF_POINTER,
  ICC_PROFILE,
  isPictureTag,
  PACKETS,
} from "./tiff-tags.ts";

/**
 * TIFF and BigTIFF. Nothing ever moves: a strip rewrites directories where they stand and clears
 * what they no longer lead to, so that strips and tiles stay where their offsets say.
 * @see TIFF Revision 6.0; BigTIFF: the libtiff project's specification.
 */
export const tiff: Format = {
  id: "tiff",
  recognises: isTiff,
  inspect: (file) =>
    map(openTiff(file, "tiff"), (opened) => inspectTiff(opened, remainsBlocks(opened))),
  strip: (file, plan) => {
    const opened = openTiff(file, "tiff");
    return opened.ok ? stripTiff(opened.value, plan) : opened;
  },
};

const MAGIC = /^(?:II(?:[*+U]\0|R[OS])|MM(?:\0[*+]|OR))/;
/** Any member of the family: which one takes more than the first bytes. */
export function isTiff(head: Uint8Array): boolean {
  return MAGIC.test(Buffer.from(head.subarray(0, 4)).toString("latin1"));
}

function stripTiff(
  opened: TiffFile,
  plan: StripPlan,
): Result<readonly Piece[], Damaged | ReadOnly> {
  if (opened.pages.some(isCameraData) || opened.file.latin1(8, 12) === "IIII") {
    return { ok: false, error: { code: "format-read-only", subject: "camera raw data" } };
  }
  return plan.whole ? stripWhole(opened, plan.keepDate) : stripKinds(opened, plan);
}

/** Keeps what draws the pages: an allowlist, in every directory. */
function stripWhole(opened: TiffFile, keepDate: boolean) {
  const previews = previewIfds(opened.pages);
  const wanted = keptPointers(opened, previews, keepDate);
  const isDate = ({ ifd, tag }: IfdEntry) => ifd === "ExifIFD" && tag === DATE_TIME_ORIGINAL;
  const keeps = (entry: IfdEntry) => {
    if (isPointer(entry.tag)) return wanted.has(entry);
    if (keepDate && isDate(entry)) return true;
    return entry.tag === ICC_PROFILE || isPictureTag(entry);
  };
  const drops = (entry: IfdEntry) => previews.has(entry.ifd) || !keeps(entry);
  return rewriteTiff(opened, { drops, edits: [], clearsRemains: true });
}

/** SubIFDs that are pages of their own, and the Exif directory that states the day it was taken. */
function keptPointers(
  { file, tree }: TiffFile,
  previews: ReadonlySet<string>,
  keepDate: boolean,
): ReadonlySet<IfdEntry> {
  const byOffset = new Map(tree.ifds.map((ifd) => [ifd.at, ifd]));
  const isWanted = (entry: IfdEntry, target: Ifd | undefined) => {
    if (!target) return false;
    if (entry.tag === SUB_IFDS) return !previews.has(target.name);
    const isDated = target.entries.some(({ tag }) => tag === DATE_TIME_ORIGINAL);
    return keepDate && entry.tag === EXIF_POINTER && target.name === "ExifIFD" && isDated;
  };
  const pointers = tree.ifds.flatMap((ifd) => pointersOf(file, tree, ifd));
  return new Set(
    pointers.filter(({ entry, at }) => isWanted(entry, byOffset.get(at))).map(({ entry }) => entry),
  );
}

/** Judges each tag by itself; whatever is not private stays as it is. */
function stripKinds(opened: TiffFile, plan: StripPlan) {
  const previews = plan.drops.has("thumbnail") ? previewIfds(opened.pages) : new Set<string>();
  const packets = packetVerdicts(opened, plan);
  const tells = entryJudge(opened, plan);
  const drops = (entry: IfdEntry) => {
    if (previews.has(entry.ifd)) return true;
    if (packets.dropped.has(entry)) return true;
    if (isPictureTag(entry) || PACKETS.has(entry.tag)) return false;
    return tells(entry);
  };
  const remains = remainsBlocks(opened).filter(
    (block) => judge(opened.file, block, plan).do !== "keep",
  );
  const beside = plan.drops.has("thumbnail") ? ok([]) : embeddedEdits(opened, plan);
  if (!beside.ok) return damaged("tiff", beside.error);
  const edits = [...packets.edits, ...beside.value];
  return rewriteTiff(opened, { drops, edits, clearsRemains: remains.length > 0 });
}

const previewIfds = (pages: readonly Page[]): ReadonlySet<string> =>
  new Set(pages.filter(({ isPreview }) => isPreview).map(({ ifd }) => ifd.name));
