import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import { dataSpans, isDataOffset } from "./ifd-data.ts";
import { pointersOf } from "./ifd-read.ts";
import { mergeSpans, subtractSpans } from "./ifd-spans.ts";
import {
  claimedEntries,
  type Ifd,
  type IfdEntry,
  isChained,
  isLaterPage,
  layoutOf,
  nextPointerAt,
  pointerAt,
  type TiffTree,
} from "./ifd-tree.ts";

/** Bytes to be written over those at `at`; the file keeps its length. */
export interface Edit {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Zeros are written in portions of one buffer, so that a preview of gigabytes costs no memory. */
const ZEROS = new Uint8Array(64 * 1024);

/** What becomes of one directory. */
interface Fate {
  readonly ifd: Ifd;
  readonly kept: readonly IfdEntry[];
  readonly dropped: readonly IfdEntry[];
  /** The entries that the directory claims to have are all there. */
  readonly isWhole: boolean;
  readonly table: Span;
  readonly next: number;
}

/**
 * Takes entries out of a TIFF structure in place: nothing moves, the length stays.
 * A directory's kept entries close up in their order, its next-IFD offset behind them. What is
 * freed becomes zeros: entry slots, values, picture data whose offsets were dropped, and all of a
 * directory that nothing leads to any more. Bytes that a kept entry also uses stay.
 * A page of the chain that loses all its entries is unlinked; the first one stays, empty.
 * In a directory that is cut short by the end of the file, dropped slots become zeros where they are.
 */
export const dropEntries = (
  source: ByteSource,
  tree: TiffTree,
  drops: (entry: IfdEntry) => boolean,
): readonly Edit[] => {
  const { cleared, rewritten } = planDrops(source, tree, drops);
  return [...cleared.flatMap(zeros), ...rewritten];
};

/** Dropping entries, and what is known afterwards. */
export interface DropPlan {
  /** What becomes zeros: no byte of it is in `tables` or `values`. */
  readonly cleared: readonly Span[];
  /** Directories that are written anew. */
  readonly rewritten: readonly Edit[];
  /** Directories that something still leads to, by where they stand, with the entries left in them. */
  readonly left: ReadonlyMap<number, readonly IfdEntry[]>;
  /** Header and directories that stay, the room of their dropped entries included. */
  readonly tables: readonly Span[];
  /** Out-of-line values and picture data of the entries that are left. */
  readonly values: readonly Span[];
}

/** As {@link dropEntries}, with the bytes that are still in use. */
export function planDrops(
  source: ByteSource,
  tree: TiffTree,
  drops: (entry: IfdEntry) => boolean,
): DropPlan {
  const fates = tree.ifds.map((ifd) => fateOf(source, tree, ifd, drops));
  const live = liveOf(source, tree, fates);
  const left = new Map<number, readonly IfdEntry[]>();
  const freed: Span[] = [];
  const values: Span[] = [];
  const tables: Span[] = [{ start: 0, end: layoutOf(tree).headerBytes }];
  const rewritten: Edit[] = [];
  for (const fate of fates) {
    const isLive = live.has(fate);
    const gone = isLive ? fate.dropped : fate.ifd.entries;
    for (const entry of gone) freed.push(...bytesOf(source, tree, fate.ifd, entry));
    if (!isLive) freed.push(fate.table);
    else {
      for (const entry of fate.kept) values.push(...bytesOf(source, tree, fate.ifd, entry));
      tables.push(fate.table, ...(fate.isWhole ? [] : slotsOf(tree, fate.kept)));
      if (!fate.isWhole) freed.push(...slotsOf(tree, fate.dropped));
      rewritten.push(...tableEdit(source, tree, fate, linkBehind(fate, fates, live)));
      left.set(fate.ifd.at, fate.kept);
    }
  }
  const cleared = subtractSpans(freed, [...tables, ...values]);
  return { cleared, rewritten, left, tables, values };
}

/** A copy with the edits written into it, in their order; what lies outside is left out. */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const changed = bytes.slice();
  for (const edit of edits) {
    if (edit.at >= 0 && edit.at < changed.length) {
      changed.set(edit.bytes.subarray(0, changed.length - edit.at), edit.at);
    }
  }
  return changed;
}

/** Zeros over a span, as edits that share one buffer. */
export function zeros({ start, end }: Span): Edit[] {
  const edits: Edit[] = [];
  for (let at = start; at < end; at += ZEROS.length) {
    edits.push({ at, bytes: ZEROS.subarray(0, Math.min(ZEROS.length, end - at)) });
  }
  return edits;
}

/** Is the directory as long as it says, within what was read? */
const isWhole = (source: ByteSource, tree: TiffTree, ifd: Ifd): boolean =>
  claimedEntries(source, tree, ifd.at) === ifd.entries.length;

function fateOf(
  source: ByteSource,
  tree: TiffTree,
  ifd: Ifd,
  drops: (entry: IfdEntry) => boolean,
): Fate {
  const { countBytes, pointerBytes } = layoutOf(tree);
  const kept: IfdEntry[] = [];
  const dropped: IfdEntry[] = [];
  for (const entry of ifd.entries) (drops(entry) ? dropped : kept).push(entry);
  const whole = isWhole(source, tree, ifd);
  const nextAt = nextPointerAt(tree, ifd.at, ifd.entries.length);
  const end = whole ? nextAt + pointerBytes : ifd.at + countBytes;
  return {
    ifd,
    kept,
    dropped,
    isWhole: whole,
    table: { start: ifd.at, end: Math.min(end, source.size) },
    next: whole ? (pointerAt(source, tree, nextAt) ?? 0) : 0,
  };
}

/** The directories that can still be reached over kept pointers, and that have something to say. */
function liveOf(source: ByteSource, tree: TiffTree, fates: readonly Fate[]): ReadonlySet<Fate> {
  const byOffset = new Map(fates.map((fate) => [fate.ifd.at, fate]));
  const live = new Set<Fate>();
  const seen = new Set<Fate>();
  const todo = fates.slice(0, 1);
  for (let fate = todo.pop(); fate; fate = todo.pop()) {
    if (seen.has(fate)) continue;
    seen.add(fate);
    const isEmptied = fate.kept.length === 0 && fate.dropped.length > 0;
    const isUnlinked = isEmptied && fate.isWhole && isLaterPage(fate.ifd);
    if (!isUnlinked) live.add(fate);
    const kept = new Set(fate.kept);
    const targets = pointersOf(source, tree, fate.ifd)
      .filter(({ entry }) => kept.has(entry))
      .map(({ at }) => at);
    if (isChained(fate.ifd)) targets.push(fate.next);
    for (const at of targets) {
      const target = byOffset.get(at);
      if (target) todo.push(target);
    }
  }
  return live;
}

/** The offset that stands behind a directory afterwards: its own, past the unlinked ones. */
function linkBehind(fate: Fate, fates: readonly Fate[], live: ReadonlySet<Fate>): number {
  if (!isChained(fate.ifd)) return fate.next;
  const seen = new Set<number>();
  let next = fate.next;
  for (;;) {
    const target = fates.find(({ ifd }) => ifd.at === next);
    if (!target || live.has(target) || seen.has(next)) return seen.has(next) ? 0 : next;
    seen.add(next);
    next = target.next;
  }
}

function tableEdit(source: ByteSource, tree: TiffTree, fate: Fate, next: number): Edit[] {
  if (!fate.isWhole || (fate.dropped.length === 0 && next === fate.next)) return [];
  const { countBytes, entryBytes } = layoutOf(tree);
  const bytes = new Uint8Array(fate.table.end - fate.table.start);
  const view = new DataView(bytes.buffer);
  if (tree.isBig) view.setBigUint64(0, BigInt(fate.kept.length), tree.littleEndian);
  else view.setUint16(0, fate.kept.length, tree.littleEndian);
  let at = countBytes;
  for (const entry of fate.kept) {
    bytes.set(source.bytes(entry.at, entry.at + entryBytes), at);
    at += entryBytes;
  }
  if (at + 4 > bytes.length) return [{ at: fate.ifd.at, bytes }];
  if (tree.isBig) view.setBigUint64(at, BigInt(next), tree.littleEndian);
  else view.setUint32(at, next, tree.littleEndian);
  return [{ at: fate.ifd.at, bytes }];
}

/** Everything outside its slot that belongs to an entry: its value and the picture data it leads to. */
function bytesOf(source: ByteSource, tree: TiffTree, ifd: Ifd, entry: IfdEntry): Span[] {
  const spans = isDataOffset(entry.tag) ? [...dataSpans(source, tree, ifd, entry).spans] : [];
  const isInline = entry.valueAt > entry.at && entry.valueAt < entry.at + layoutOf(tree).entryBytes;
  if (!isInline && entry.valueLength > 0) {
    spans.push({ start: entry.valueAt, end: entry.valueAt + entry.valueLength });
  }
  return mergeSpans(spans);
}

const slotsOf = (tree: TiffTree, entries: readonly IfdEntry[]): Span[] =>
  entries.map(({ at }) => ({ start: at, end: at + layoutOf(tree).entryBytes }));
