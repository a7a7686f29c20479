import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import {
  claimedEntries,
  type Ifd,
  type IfdEntry,
  type IfdLayout,
  isChained,
  isPointer,
  layoutOf,
  NAMED_POINTERS,
  nextPointerAt,
  pointerAt,
  SUB_IFDS,
  type TiffTree,
} from "./ifd-tree.ts";
import { integersAt, sizeOfType } from "./ifd-values.ts";

/** Directories read from one header: scanned books have a page, and its Exif, for each leaf. */
const MAX_IFDS = 4096;
/** SubIFDs of one directory; pyramids have ten. */
const MAX_SUB_IFDS = 64;
/** Entries read of one directory; baseline TIFF and Exif together define fewer than 300 tags. */
const MAX_ENTRIES = 4096;
/** Directories inside directories; DNG and TIFF-EP need four. */
const MAX_DEPTH = 8;

const POINTER_TYPES: ReadonlySet<number> = new Set([3, 4, 13, 16, 18]);

const MAGICS: ReadonlyMap<string, { readonly littleEndian: boolean; readonly isBig: boolean }> =
  new Map([
    ["II*\0", { littleEndian: true, isBig: false }],
    ["MM\0*", { littleEndian: false, isBig: false }],
    ["II+\0", { littleEndian: true, isBig: true }],
    ["MM\0+", { littleEndian: false, isBig: true }],
    ["IIU\0", { littleEndian: true, isBig: false }], // Panasonic RW2
    ["IIRO", { littleEndian: true, isBig: false }], // Olympus ORF
    ["IIRS", { littleEndian: true, isBig: false }],
    ["MMOR", { littleEndian: false, isBig: false }],
  ]);

interface Task {
  readonly at: number;
  /** Where the offset that led here stands: reported when it leads nowhere. */
  readonly from: number;
  readonly name: string;
  /** What the names of directories below begin with. */
  readonly scope: string;
  /** Its number in its chain. */
  readonly index: number;
  readonly depth: number;
}

interface Walk {
  readonly source: ByteSource;
  readonly littleEndian: boolean;
  readonly isBig: boolean;
  readonly layout: IfdLayout;
  readonly ifds: Ifd[];
  readonly problems: number[];
  readonly tables: Span[];
}

/**
 * Reads every directory of a TIFF structure: a whole file, or the Exif block of another container.
 * @param root what the first directory is, where it is not Exif's first (Canon's CR3 keeps each apart).
 * @returns the offset of the fault when the header is none or its first directory cannot be read.
 */
export function readTiff(source: ByteSource, root = "IFD0"): Result<TiffTree, number> {
  const order = MAGICS.get(source.latin1(0, 4));
  if (!order) return err(0);
  const layout = layoutOf(order);
  if (order.isBig && source.u32(4, order.littleEndian) !== (order.littleEndian ? 8 : 8 << 16)) {
    return err(4);
  }
  const firstAt = layout.headerBytes - layout.pointerBytes;
  const first = pointerAt(source, order, firstAt);
  if (first === undefined) return err(firstAt);
  const walk: Walk = { source, ...order, layout, ifds: [], problems: [], tables: [] };
  const todo: Task[] =
    first === 0 ? [] : [{ at: first, from: firstAt, name: root, scope: "", index: 0, depth: 0 }];
  for (let task = todo.pop(); task; task = todo.pop()) {
    const ifd = readIfd(walk, task);
    if (!ifd) walk.problems.push(task.from);
    else todo.push(...followers(walk, task, ifd).reverse());
  }
  if (first !== 0 && walk.ifds.length === 0) return err(firstAt);
  return ok({ ...order, ifds: walk.ifds, problems: walk.problems });
}

function readIfd(walk: Walk, { at, name, depth }: Task): Ifd | undefined {
  const { source, layout } = walk;
  if (at < layout.headerBytes || depth > MAX_DEPTH || walk.ifds.length >= MAX_IFDS) return;
  const count = claimedEntries(source, walk, at);
  if (count === undefined) return;
  const room = Math.floor((source.size - at - layout.countBytes) / layout.entryBytes);
  const read = Math.min(count, Math.max(0, room), MAX_ENTRIES);
  const isCut = read < count;
  // A count that leaves the file is likely wrong: it must not hide the directories behind it.
  const end = isCut ? at + layout.countBytes : nextPointerAt(walk, at, count) + layout.pointerBytes;
  if (walk.tables.some((table) => at < table.end && end > table.start)) return;
  walk.tables.push({ start: at, end });
  if (isCut) walk.problems.push(at);
  const ifd = { name, at, entries: readEntries(walk, name, at + layout.countBytes, read) };
  walk.ifds.push(ifd);
  return ifd;
}

function readEntries(walk: Walk, ifd: string, start: number, count: number): IfdEntry[] {
  const { entryBytes } = walk.layout;
  const table = walk.source.bytes(start, start + count * entryBytes);
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const entries: IfdEntry[] = [];
  for (let offset = 0; offset + entryBytes <= table.length; offset += entryBytes) {
    entries.push(readEntry(walk, ifd, view, offset, start + offset));
  }
  return entries;
}

function readEntry(walk: Walk, ifd: string, view: DataView, offset: number, at: number): IfdEntry {
  const { isBig, littleEndian, layout, source } = walk;
  const wide = (where: number) =>
    isBig ? Number(view.getBigUint64(where, littleEndian)) : view.getUint32(where, littleEndian);
  const tag = view.getUint16(offset, littleEndian);
  const type = view.getUint16(offset + 2, littleEndian);
  const count = wide(offset + 4);
  const inlineAt = 4 + layout.pointerBytes;
  const length = count * sizeOfType(type);
  if (length <= layout.pointerBytes) {
    return { ifd, tag, type, count, at, valueAt: at + inlineAt, valueLength: length };
  }
  const valueAt = wide(offset + inlineAt);
  const valueLength = Math.max(0, Math.min(length, source.size - valueAt));
  if (valueLength < length) walk.problems.push(at);
  return { ifd, tag, type, count, at, valueAt, valueLength };
}

/** A pointer entry and one directory it leads to, as the file states it. */
interface Pointer {
  readonly entry: IfdEntry;
  readonly at: number;
}

/**
 * Where a directory's pointers lead, in stored order. Of a tag that stands twice only the first
 * is followed, and at most 64 SubIFDs.
 */
export function pointersOf(
  source: ByteSource,
  tree: Pick<TiffTree, "littleEndian">,
  ifd: Pick<Ifd, "entries">,
): readonly Pointer[] {
  const firsts = new Map<number, IfdEntry>();
  for (const entry of ifd.entries) {
    const isUsable = isPointer(entry.tag) && POINTER_TYPES.has(entry.type);
    if (isUsable && !firsts.has(entry.tag)) firsts.set(entry.tag, entry);
  }
  return [...firsts.values()].flatMap((entry) =>
    integersAt(source, tree.littleEndian, entry, entry.tag === SUB_IFDS ? MAX_SUB_IFDS : 1).map(
      (at) => ({ entry, at }),
    ),
  );
}

/** Children first, then the next of the chain: the order in which they are read. */
function followers(walk: Walk, task: Task, ifd: Ifd): Task[] {
  const tasks: Task[] = [];
  const pointers = pointersOf(walk.source, walk, ifd);
  let subs = 0;
  for (const { entry, at } of pointers) {
    const short = NAMED_POINTERS.get(entry.tag);
    const name = task.scope + (short ?? `SubIFD${subs++}`);
    const scope = short ? task.scope : `${name}/`;
    tasks.push({ at, from: entry.at, name, scope, index: 0, depth: task.depth + 1 });
  }
  const followed = new Set(pointers.map(({ entry }) => entry));
  for (const entry of ifd.entries) {
    if (isPointer(entry.tag) && !followed.has(entry)) walk.problems.push(entry.at);
  }
  return isChained(ifd) ? [...tasks, ...nextOf(walk, task, ifd)] : tasks;
}

function nextOf(walk: Walk, task: Task, ifd: Ifd): Task[] {
  const count = claimedEntries(walk.source, walk, ifd.at) ?? 0;
  const from = nextPointerAt(walk, ifd.at, count);
  const at = pointerAt(walk.source, walk, from) ?? 0;
  if (at === 0) return [];
  const index = task.index + 1;
  const chain = /^((?:.*\/)?SubIFD\d+)(?:\/IFD\d+)?$/.exec(ifd.name)?.[1];
  const name = chain ? `${chain}/IFD${index}` : `IFD${index}`;
  return [{ at, from, name, scope: `${name}/`, index, depth: task.depth }];
}
