import { err, ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import type { Span } from "../format.ts";
import { type Box, type Broken, boxAt, childrenOf } from "./bmff.ts";
import { RESOLVE_STEPS, readLocations, resolve } from "./heif-iloc.ts";

/** One item of a `meta` box: a picture, a tile, a piece of metadata. */
export interface Item {
  readonly id: number;
  /** Four characters: `hvc1`, `grid`, `Exif`, `mime`, `uri `… */
  readonly type: string;
  /** Where the four characters stand; none in the oldest versions of `infe`. */
  readonly typeAt: number | undefined;
  /** Of `mime` items. */
  readonly contentType: string;
  /** Of `mime` items: how the bytes are packed; empty when they are not. */
  readonly encoding: string;
  /** Its bytes in the file, in order. */
  readonly extents: readonly Span[];
}

/** "Item `from` stands in relation `type` to items `to`": thumbnail of, describes, is made of. */
export interface Reference {
  readonly type: string;
  readonly from: number;
  readonly to: readonly number[];
  readonly box: Box;
}

export interface Items {
  /** The item that is the picture. */
  readonly primary: number | undefined;
  readonly byId: ReadonlyMap<number, Item>;
  readonly references: readonly Reference[];
}

/**
 * Reads the items of a `meta` box that has any.
 * @returns the offset of the box that breaks its rules.
 * @see ISO/IEC 14496-12:2022 8.11
 */
export function readItems(file: ByteSource, meta: Box): Result<Items, Broken> {
  const references = readReferences(file, meta);
  if (!references.ok) return references;
  const iloc = boxAt(meta.children, "iloc");
  const locations = iloc ? readLocations(file, iloc) : new Map();
  if (!locations) return err({ offset: iloc?.start ?? meta.start });
  const idat = boxAt(meta.children, "idat");
  const sources = sourcesOf(references.value);
  const places = {
    locations,
    fileSize: file.size,
    idat: idat && { start: idat.body, end: idat.end },
    sources: (id: number) => sources.get(id) ?? [],
    work: { left: RESOLVE_STEPS },
  };
  const byId = new Map<number, Item>();
  for (const entry of boxAt(meta.children, "iinf")?.children ?? []) {
    const info = entry.type === "infe" ? readEntry(file, entry) : undefined;
    if (!info) continue;
    const extents = resolve(places, info.id);
    if (!extents || byId.has(info.id)) return err({ offset: iloc?.start ?? meta.start });
    byId.set(info.id, { ...info, extents });
  }
  return ok({ primary: primaryOf(file, meta), byId, references: references.value });
}

/** Item sources of construction method 2, by the item that is made of them. */
function sourcesOf(references: readonly Reference[]): ReadonlyMap<number, readonly number[]> {
  const rows = references.filter((reference) => reference.type === "iloc");
  return new Map(rows.map((reference) => [reference.from, reference.to]));
}

function primaryOf(file: ByteSource, meta: Box): number | undefined {
  const pitm = boxAt(meta.children, "pitm");
  if (!pitm) return undefined;
  return file.u8(pitm.body) === 0 ? file.u16(pitm.body + 4) : file.u32(pitm.body + 4);
}

/** One `infe` entry (8.11.6). Versions 0 and 1 know no type but have a content type. */
function readEntry(file: ByteSource, { body, end }: Box): Omit<Item, "extents"> | undefined {
  const version = file.u8(body) ?? 0;
  const at = body + 4;
  const id = version === 3 ? file.u32(at) : file.u16(at);
  if (version > 3 || id === undefined || body + 8 > end) return undefined;
  if (version < 2) {
    const [, contentType = "", encoding = ""] = textsIn(file, at + 4, end);
    return { id, type: contentType ? "mime" : "", typeAt: undefined, contentType, encoding };
  }
  const typeAt = at + (version === 3 ? 6 : 4);
  if (typeAt + 4 > end) return undefined;
  const type = file.latin1(typeAt, typeAt + 4);
  const [, contentType = "", encoding = ""] = type === "mime" ? textsIn(file, typeAt + 4, end) : [];
  return { id, type, typeAt, contentType, encoding };
}

/** Names and media types are short; what is longer is cut. */
const MAX_TEXT_BYTES = 1024;

/** The texts between zero bytes in `[start, end)`. */
const textsIn = (file: ByteSource, start: number, end: number): readonly string[] =>
  file.latin1(start, Math.min(end, start + MAX_TEXT_BYTES)).split("\0");

/** Reads `iref` (8.11.12). Its children are references, not boxes of boxes. */
function readReferences(file: ByteSource, meta: Box): Result<readonly Reference[], Broken> {
  const references: Reference[] = [];
  for (const iref of childrenOf(meta.children, "iref")) {
    const bytes = file.u8(iref.body) === 0 ? 2 : 4;
    const number = (at: number) => (bytes === 2 ? file.u16(at) : file.u32(at)) ?? 0;
    for (const box of iref.children) {
      const count = file.u16(box.body + bytes) ?? 0;
      const first = box.body + bytes + 2;
      if (first + count * bytes > box.end) return err({ offset: box.start });
      const to = Array.from({ length: count }, (_, index) => number(first + index * bytes));
      references.push({ type: box.type, from: number(box.body), to, box });
    }
  }
  return ok(references);
}
