import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import { isZero } from "./bmff-patch.ts";

/*
 * ISO base media file format: a file is a row of boxes, some of which hold rows of boxes.
 *
 *   size u32 │ type 4 characters │ [size u64 if size = 1] │ [16-byte type if type = "uuid"] │ payload
 *
 * size counts the whole box; 0 means "to the end of the file". A "full" box's payload begins with
 * a version byte and three bytes of flags.
 */

/** One box. `start` is its size field; `end` is where the next box begins. */
export interface Box extends Span {
  readonly type: string;
  /** Behind size, type and long size: what a box loses when it is turned into free space. */
  readonly content: number;
  /** Behind the extended type too; the same as `content` in all but `uuid` boxes. */
  readonly body: number;
  /** 32 hexadecimal digits, in `uuid` boxes. */
  readonly uuid?: string;
  readonly children: readonly Box[];
  /** Bytes behind the last child that are no box. */
  readonly rest?: Span;
}

/** A row of boxes, and the bytes behind it that are none. */
export interface BoxRow {
  readonly boxes: readonly Box[];
  readonly rest?: Span;
}

/** Where the row breaks the rules, in bytes from the file's start. */
export interface Broken {
  readonly offset: number;
}

/** Boxes nest this deep at most; real files reach ten. */
const MAX_DEPTH = 16;
/** A two-hour fragmented film has about 50,000 boxes. A file that claims more is broken. */
const MAX_BOXES = 100_000;
const HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 16;
const UUID_BYTES = 16;

/** Bytes between a container's header and its first child. `meta` and `iinf` depend on their version. */
const CONTAINERS: ReadonlyMap<string, number> = new Map([
  ...["moov", "trak", "mdia", "minf", "stbl", "mvex", "moof", "traf"].map((t) => [t, 0] as const),
  ...["udta", "iprp", "ipco", "ilst"].map((t) => [t, 0] as const),
  ["meta", 4],
  ["iref", 4],
  ["iinf", 6],
]);

/** What makers put in these breaks the rules now and then; players skip it, so do we. */
const TOLERANT: ReadonlySet<string> = new Set(["udta", "ilst", "ilst item"]);

/** A type that a file's top level can have: printable, or QuickTime's "©". */
const PRINTABLE = /^[\x20-\x7e\xa9]{4}$/;
/** Top-level boxes that prove a damaged file when they leave it, and not just foreign bytes at its end. */
const MAIN_TYPES: ReadonlySet<string> = new Set([
  "ftyp",
  "moov",
  "mdat",
  "meta",
  "moof",
  "jxlc",
  "jxlp",
]);

/** Counts the boxes of one file. */
interface Budget {
  left: number;
}

/**
 * Reads a whole file's boxes; payloads of leaves are never read. Foreign bytes behind the last box,
 * and a second file that begins there, come back as `rest`.
 * @see ISO/IEC 14496-12:2022 4.2
 */
export function readBoxes(file: ByteSource): Result<BoxRow, Broken> {
  const budget = { left: MAX_BOXES };
  const boxes: Box[] = [];
  for (let at = 0; at < file.size; ) {
    const head = readHeader(file, at, file.size, true);
    const isForeign = head === undefined || !PRINTABLE.test(head.type);
    if (isForeign || isNextFile(boxes, head.type)) {
      if (boxes.length === 0 || isMainType(file, at)) return err({ offset: at });
      return ok({ boxes, rest: { start: at, end: file.size } });
    }
    const box = withChildren(file, head, { budget, depth: 0, parent: "" });
    if (!box.ok) return box;
    boxes.push(box.value);
    at = head.end;
  }
  return ok({ boxes });
}

/** Reads the row of boxes in `[start, end)` of a box that is no container by the standard. */
export function readRow(file: ByteSource, { start, end }: Span): Result<BoxRow, Broken> {
  return readChildren(file, { start, end }, { budget: { left: MAX_BOXES }, depth: 1, parent: "" });
}

type Head = Omit<Box, "children" | "rest">;

interface Place {
  readonly budget: Budget;
  readonly depth: number;
  readonly parent: string;
}

/** A box's header, if it is whole and the box stays below `limit`. */
function readHeader(file: ByteSource, at: number, limit: number, top: boolean): Head | undefined {
  const size = file.u32(at);
  if (size === undefined || at + HEADER_BYTES > limit) return undefined;
  const type = file.latin1(at + 4, at + HEADER_BYTES);
  const content = at + (size === 1 ? LONG_HEADER_BYTES : HEADER_BYTES);
  const length = size === 1 ? file.u64(at + HEADER_BYTES) : size;
  const end = size === 0 && top ? limit : at + (length ?? 0);
  const body = content + (type === "uuid" ? UUID_BYTES : 0);
  if (end < body || end > limit) return undefined;
  if (type !== "uuid") return { type, start: at, end, content, body };
  return { type, start: at, end, content, body, uuid: hex(file.bytes(content, body)) };
}

function withChildren(file: ByteSource, head: Head, place: Place): Result<Box, Broken> {
  place.budget.left -= 1;
  if (place.budget.left < 0 || place.depth > MAX_DEPTH) return err({ offset: head.start });
  const skip = bytesBeforeChildren(file, head, place.parent);
  if (skip === undefined) return ok({ ...head, children: [] });
  const type = place.parent === "ilst" ? "ilst item" : head.type;
  const below = { budget: place.budget, depth: place.depth + 1, parent: type };
  const row = readChildren(
    file,
    { start: Math.min(head.body + skip, head.end), end: head.end },
    below,
  );
  if (!row.ok) return row;
  const { boxes, rest } = row.value;
  return ok({ ...head, children: boxes, ...(rest && { rest }) });
}

function readChildren(file: ByteSource, span: Span, place: Place): Result<BoxRow, Broken> {
  const boxes: Box[] = [];
  for (let at = span.start; at < span.end; ) {
    const head = readHeader(file, at, span.end, false);
    if (head === undefined) {
      const isHarmless = span.end - at < HEADER_BYTES || isZero(file, { start: at, end: span.end });
      if (!isHarmless && !TOLERANT.has(place.parent)) return err({ offset: at });
      return ok({ boxes, rest: { start: at, end: span.end } });
    }
    const box = withChildren(file, head, place);
    if (!box.ok) return box;
    boxes.push(box.value);
    at = head.end;
  }
  return ok({ boxes });
}

function bytesBeforeChildren(file: ByteSource, head: Head, parent: string): number | undefined {
  if (parent === "ilst") return 0;
  const skip = CONTAINERS.get(head.type);
  // QuickTime's own `meta` has no version; its first child then stands where the flags would be.
  if (head.type === "meta" && file.latin1(head.body + 4, head.body + 8) === "hdlr") return 0;
  if (head.type === "iinf" && file.u8(head.body) !== 0) return 8;
  return skip;
}

/** A second `ftyp` behind the picture or film begins a file of its own (motion photos). */
const isNextFile = (boxes: readonly Box[], type: string) =>
  type === "ftyp" && boxes.some((box) => box.type === "meta" || box.type === "moov");

function isMainType(file: ByteSource, at: number) {
  const type = file.latin1(at + 4, at + HEADER_BYTES);
  return type !== "ftyp" && MAIN_TYPES.has(type);
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** All boxes of a type directly below. */
export const childrenOf = (boxes: readonly Box[], type: string): readonly Box[] =>
  boxes.filter((box) => box.type === type);

/** The first box at the end of a path such as `mdia/minf/stbl`. */
export function boxAt(boxes: readonly Box[], path: string): Box | undefined {
  let row = boxes;
  let found: Box | undefined;
  for (const type of path.split("/")) {
    found = row.find((box) => box.type === type);
    if (found === undefined) return undefined;
    row = found.children;
  }
  return found;
}

/**
 * The brands of a file that begins with `ftyp`, the major one first; as many as `file` holds, so
 * the first bytes of a file are enough for the first brands.
 */
export function brandsOf(file: ByteSource): readonly string[] {
  if (file.latin1(4, HEADER_BYTES) !== "ftyp") return [];
  const size = file.u32(0) ?? 0;
  const body = size === 1 ? LONG_HEADER_BYTES : HEADER_BYTES;
  const length = size === 1 ? (file.u64(HEADER_BYTES) ?? 0) : size;
  const words = file.latin1(body, Math.min(length, body + MAX_BRANDS * 4)).match(/.{4}/gs) ?? [];
  return words.filter((_, index) => index !== MINOR_VERSION);
}

const MAX_BRANDS = 1024;
/** The second word of `ftyp` is a number. */
const MINOR_VERSION = 1;
