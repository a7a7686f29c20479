import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import type { Box } from "./bmff.ts";
import { lengthOf, sliceOf } from "./bmff-patch.ts";

/** Where an item's bytes lie. One row of `iloc`. */
export interface ItemLocation {
  /** 0: offsets count from the file's start; 1: from the payload of `idat`; 2: inside other items. */
  readonly method: number;
  /** Other than 0: the bytes are in another file. */
  readonly dataReference: number;
  readonly extents: readonly Extent[];
}

export interface Extent {
  /** Which of the items that `iref` names is meant, from 1. Only with method 2. */
  readonly index: number;
  readonly offset: number;
  readonly length: number;
}

/** A picture of 1,000 tiles needs about as many; each costs memory. */
const MAX_EXTENTS = 100_000;
const FIELD_BYTES: ReadonlySet<number> = new Set([0, 4, 8]);

/**
 * Reads `iloc`: item id to location.
 * @returns `undefined` when it breaks its rules: counts that leave the box, odd field sizes.
 * @see ISO/IEC 14496-12:2022 8.11.3
 */
export function readLocations(
  file: ByteSource,
  box: Box,
): ReadonlyMap<number, ItemLocation> | undefined {
  const reader = new Reader(file.slice(box.body, box.end));
  const version = reader.number(1);
  reader.number(3);
  const sizes = reader.number(2);
  if (version > 2) return undefined;
  const fields = {
    version,
    offset: sizes >> 12,
    length: (sizes >> 8) & 15,
    base: (sizes >> 4) & 15,
    index: version === 0 ? 0 : sizes & 15,
  };
  const isOdd = [fields.offset, fields.length, fields.base, fields.index].some(
    (bytes) => !FIELD_BYTES.has(bytes),
  );
  return isOdd ? undefined : readRows(reader, fields);
}

interface Fields {
  readonly version: number;
  readonly offset: number;
  readonly length: number;
  readonly base: number;
  readonly index: number;
}

function readRows(reader: Reader, fields: Fields): ReadonlyMap<number, ItemLocation> | undefined {
  const idBytes = fields.version === 2 ? 4 : 2;
  const items = reader.number(idBytes);
  const rows = new Map<number, ItemLocation>();
  let extentsLeft = MAX_EXTENTS;
  for (let row = 0; row < items; row++) {
    const id = reader.number(idBytes);
    const method = fields.version === 0 ? 0 : reader.number(2) & 15;
    const dataReference = reader.number(2);
    const base = reader.number(fields.base);
    const count = reader.number(2);
    extentsLeft -= count;
    // Two rows for one item: readers disagree on which one counts.
    if (!reader.isWhole || extentsLeft < 0 || rows.has(id)) return undefined;
    const extents = Array.from({ length: count }, () => readExtent(reader, fields, base));
    rows.set(id, { method, dataReference, extents });
  }
  return reader.isWhole ? rows : undefined;
}

function readExtent(reader: Reader, fields: Fields, base: number): Extent {
  const index = reader.number(fields.index);
  const offset = base + reader.number(fields.offset);
  return { index: Math.max(1, index), offset, length: reader.number(fields.length) };
}

/** Reads numbers one after the other; remembers when there were too few bytes. */
class Reader {
  isWhole = true;
  #at = 0;
  readonly #file: ByteSource;

  constructor(file: ByteSource) {
    this.#file = file;
  }

  /** The next `bytes` (0, 1, 2, 3, 4 or 8) as a number; 0 for none. */
  number(bytes: number): number {
    const at = this.#at;
    this.#at += bytes;
    if (bytes === 8) return this.#checked(this.#file.u64(at));
    if (bytes === 4) return this.#checked(this.#file.u32(at));
    if (bytes === 2) return this.#checked(this.#file.u16(at));
    let value = 0;
    for (let i = 0; i < bytes; i++) value = value * 256 + this.#checked(this.#file.u8(at + i));
    return value;
  }

  #checked(value: number | undefined): number {
    if (value === undefined) this.isWhole = false;
    return value ?? 0;
  }
}

/** What the extents of a table are resolved against. */
export interface Places {
  readonly locations: ReadonlyMap<number, ItemLocation>;
  readonly fileSize: number;
  /** Payload of `idat`. */
  readonly idat: Span | undefined;
  /** The items that `iref` names as sources of an item's extents, in order. */
  readonly sources: (itemId: number) => readonly number[];
  /** Steps that all items together may take: items built of items can multiply. */
  readonly work: { left: number };
}

export const RESOLVE_STEPS = 1_000_000;

/** An item built of items built of items… ends here. */
const MAX_SOURCES_DEEP = 4;

/**
 * Where an item's bytes lie in the file, in order; none where they lie in another file.
 * @returns `undefined` when an extent leaves the file or its source.
 */
export function resolve(places: Places, itemId: number, depth = 0): readonly Span[] | undefined {
  const location = places.locations.get(itemId);
  if (location?.dataReference !== 0) return [];
  const spans: Span[] = [];
  for (const extent of location.extents) {
    const source = sourceOf(places, itemId, location.method, extent, depth);
    places.work.left -= 1 + (source?.length ?? 0);
    if (!source || places.work.left < 0) return undefined;
    const part = partOf(source, extent, location.extents.length === 1);
    if (!part) return undefined;
    for (const span of part) spans.push(span);
    if (spans.length > MAX_EXTENTS) return undefined;
  }
  return spans;
}

function sourceOf(
  places: Places,
  itemId: number,
  method: number,
  extent: Extent,
  depth: number,
): readonly Span[] | undefined {
  if (method === 0) return [{ start: 0, end: places.fileSize }];
  if (method === 1) return places.idat ? [places.idat] : undefined;
  const source = places.sources(itemId)[extent.index - 1];
  if (method !== 2 || source === undefined || depth >= MAX_SOURCES_DEEP) return undefined;
  return resolve(places, source, depth + 1);
}

/** A lone extent of length 0 means all of its source; writers of empty items mean nothing by it. */
function partOf(source: readonly Span[], extent: Extent, alone: boolean): Span[] | undefined {
  const isAll = extent.length === 0 && alone && extent.offset === 0;
  if (isAll) return source.length === 1 && source[0]?.start === 0 ? [] : [...source];
  const end = extent.offset + extent.length;
  return end > lengthOf(source) ? undefined : sliceOf(source, extent.offset, end);
}
