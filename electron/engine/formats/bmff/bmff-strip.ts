import type { StripPlan } from "../../../../shared/policy/strip-plan.ts";
import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { judge, keptExif, type Verdict } from "../content.ts";
import type { Block, Inspection, Piece, ReadOnly, Span } from "../format.ts";
import type { Box } from "./bmff.ts";
import { OFFSET_BYTES } from "./bmff-exif.ts";
import { freed, laidOver, lengthOf, overlaps, type Patch, patched } from "./bmff-patch.ts";

/** A block, and how it is made to say nothing without moving a byte of the file. */
export interface Find {
  readonly block: Block;
  /** What a dropped block's bytes become. */
  readonly erase: () => readonly Patch[];
  /** Its content is part of how the picture works: judged tag by tag even where whole blocks go. */
  readonly edit?: boolean;
  /** Judges it by rules of the container's own. */
  readonly verdict?: (plan: StripPlan) => Verdict;
  /** Why its bytes cannot be changed. */
  readonly stuck?: string;
  /** Bytes that an offset in the file names as its own; an offset may lie. */
  readonly data?: readonly Span[];
  /** Boxes of nothing but metadata around it, the outermost first. */
  readonly within?: readonly Box[];
  /** The metadata track or fragment it is part of: erased with it, if that goes. */
  readonly inside?: Box;
  /** Boxes that become free space with the block. */
  readonly frees?: readonly Box[];
  /** At the file's end: where the block is dropped, the file ends at its start. */
  readonly tail?: boolean;
  /** Where the date may be kept: the Exif item's content, with the four bytes of its offset. */
  readonly exifItem?: readonly Span[];
}

/** All that was read of a file: what `inspect` tells, and how each block would be erased. */
export interface Reading extends Omit<Inspection, "blocks"> {
  readonly finds: readonly Find[];
  /** Why the file as a whole cannot be rewritten. */
  readonly stuck?: string;
}

const readOnly = (subject: string): Result<never, ReadOnly> =>
  err({ code: "format-read-only", subject });

export function inspectionOf(reading: Reading): Inspection {
  const { format, size, orientation, pixels, finds } = reading;
  return { format, size, orientation, pixels, blocks: finds.map((find) => find.block) };
}

/** Erases what the plan drops. Every byte that stays keeps its place, so every offset stays true. */
export function stripReading(
  file: ByteSource,
  reading: Reading,
  plan: StripPlan,
): Result<readonly Piece[], ReadOnly> {
  const judged = reading.finds.map((find) => ({ find, verdict: verdictOn(file, find, plan) }));
  const touched = judged.filter(({ verdict }) => verdict.do !== "keep");
  const reason = touched.length > 0 ? reading.stuck : undefined;
  const stuck = reason ?? touched.find(({ find }) => find.stuck)?.find.stuck;
  if (stuck) return readOnly(stuck);
  const end = endOf(file, judged);
  const whole = boxesFreed(judged);
  const dated = keptDate(file, reading, touched, plan);
  const patches = touched.flatMap(({ find, verdict }) => {
    const around = [...(find.within ?? []), ...(find.inside ? [find.inside] : [])];
    if (around.some((box) => whole.has(box))) return [];
    return find === dated?.find ? dated.patches : patchesFor(find, verdict);
  });
  for (const box of whole) patches.push(...freed(box));
  if (overlaps(reading.pixels, [...patches, { start: end, end: file.size }])) {
    return readOnly("shared item bytes");
  }
  const pieces = patched(file, patches, end);
  return pieces ? ok(pieces) : readOnly("overlapping boxes");
}

interface Judged {
  readonly find: Find;
  readonly verdict: Verdict;
}

/** A film's date stands in its headers' times and nowhere else that a whole strip could keep. */
function verdictOn(file: ByteSource, find: Find, plan: StripPlan): Verdict {
  if (plan.whole && plan.keepDate && find.block.kind === "times") return { do: "keep" };
  if (find.verdict) return find.verdict(plan);
  return judge(file, find.block, find.edit ? { ...plan, whole: false } : plan);
}

function patchesFor(find: Find, verdict: Verdict): readonly Patch[] {
  if (verdict.do !== "replace") return find.erase();
  if (verdict.payload.length !== lengthOf(find.block.payload)) {
    throw new Error("a replaced payload must keep its length");
  }
  return laidOver(find.block.payload, verdict.payload);
}

/** The file ends where the run of dropped blocks at its end begins. */
function endOf(file: ByteSource, judged: readonly Judged[]): number {
  let end = file.size;
  for (const { find, verdict } of judged.toReversed()) {
    const last = find.block.spans.at(-1);
    if (find.tail && verdict.do === "drop" && last?.end === end)
      end = find.block.spans[0]?.start ?? end;
  }
  return end;
}

/** The outermost metadata boxes of which nothing stays: their names and indexes go too. */
function boxesFreed(judged: readonly Judged[]): ReadonlySet<Box> {
  const kept = new Set(
    judged.flatMap(({ find, verdict }) => (verdict.do === "drop" ? [] : (find.within ?? []))),
  );
  const dropped = judged.filter(({ verdict }) => verdict.do === "drop");
  const freedBoxes = new Set(dropped.flatMap(({ find }) => find.frees ?? []));
  for (const { find } of dropped) {
    const outermost = find.within?.find((box) => !kept.has(box));
    const isGone = find.inside !== undefined && freedBoxes.has(find.inside);
    if (outermost && !isGone) freedBoxes.add(outermost);
  }
  return freedBoxes;
}

/** The day and time, written where the Exif item was, if the plan keeps it and it fits. */
function keptDate(
  file: ByteSource,
  reading: Reading,
  touched: readonly Judged[],
  plan: StripPlan,
): { readonly find: Find; readonly patches: Patch[] } | undefined {
  const item = touched.find(({ find, verdict }) => find.exifItem && verdict.do === "drop")?.find;
  if (!item?.exifItem || !plan.whole || !plan.keepDate) return undefined;
  const blocks = reading.finds.map((find) => find.block);
  const exif = keptExif(file, { blocks }, { orientation: 1, date: true });
  if (!exif || OFFSET_BYTES + exif.length > lengthOf(item.exifItem)) return undefined;
  const content = new Uint8Array(lengthOf(item.exifItem));
  content.set(exif, OFFSET_BYTES);
  return { find: item, patches: laidOver(item.exifItem, content) };
}
