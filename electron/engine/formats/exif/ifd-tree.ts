import type { ByteSource } from "../../../base/bytes.ts";

/*
 * TIFF 6.0 §2, BigTIFF, Exif (CIPA DC-008) 4.5:
 *   header   byte order "II"/"MM", magic, offset of the first IFD
 *   IFD      count, then `count` entries, then the offset of the next IFD or 0
 *   entry    tag u16, type u16, count, value: inline when it fits, else its offset
 */

/** One tag of an IFD. Offsets and lengths are bytes from the source's start. */
export interface IfdEntry {
  /** "IFD0", "IFD1"… (the chain), "ExifIFD", "GPS", "Interop", "SubIFD0"…; below another page "IFD1/GPS", "SubIFD0/ExifIFD". */
  readonly ifd: string;
  readonly tag: number;
  readonly type: number;
  /** As the file states it; what is really there is `valueLength`. */
  readonly count: number;
  /** Where the entry itself stands. */
  readonly at: number;
  readonly valueAt: number;
  /** Bytes: cut at the end of the file, 0 when the type is unknown. */
  readonly valueLength: number;
}

/** One image file directory. */
export interface Ifd {
  readonly name: string;
  readonly at: number;
  readonly entries: readonly IfdEntry[];
}

/** All directories that can be reached from a TIFF header, parents before children, pages in order. */
export interface TiffTree {
  readonly littleEndian: boolean;
  readonly isBig: boolean;
  readonly ifds: readonly Ifd[];
  /** Offsets of directories that are cut short and of entries or pointers that lead nowhere, in a circle or too deep; reading went on behind them. */
  readonly problems: readonly number[];
}

/** The sizes that BigTIFF changed. `pointerBytes` is also the room for an inline value. */
export interface IfdLayout {
  readonly headerBytes: number;
  readonly countBytes: number;
  readonly entryBytes: number;
  readonly pointerBytes: number;
}
const CLASSIC: IfdLayout = { headerBytes: 8, countBytes: 2, entryBytes: 12, pointerBytes: 4 };
const BIG: IfdLayout = { headerBytes: 16, countBytes: 8, entryBytes: 20, pointerBytes: 8 };
export const layoutOf = (tree: Pick<TiffTree, "isBig">): IfdLayout => (tree.isBig ? BIG : CLASSIC);

export const SUB_IFDS = 0x014a;
export const NAMED_POINTERS = new Map([
  [0x8769, "ExifIFD"],
  [0x8825, "GPS"],
  [0xa005, "Interop"],
]);

/** Does the tag hold offsets of further directories? */
export const isPointer = (tag: number): boolean => tag === SUB_IFDS || NAMED_POINTERS.has(tag);

/** Is it part of a chain (pages, linked SubIFDs), so that its next-IFD offset means something? */
export const isChained = (ifd: Ifd): boolean => /(?:^|\/)(?:Sub)?IFD\d+$/.test(ifd.name);

/** Is it led to by the next-IFD offset of another one, so that it can be unlinked? */
export const isLaterPage = (ifd: Ifd): boolean => /(?:^|\/)IFD[1-9]\d*$/.test(ifd.name);

/** An offset of the file's own width; `undefined` where the file ends. */
export function pointerAt(
  source: ByteSource,
  tree: Pick<TiffTree, "isBig" | "littleEndian">,
  at: number,
): number | undefined {
  return tree.isBig ? source.u64(at, tree.littleEndian) : source.u32(at, tree.littleEndian);
}

/** The number of entries a directory claims to have; `undefined` where the file ends. */
export function claimedEntries(
  source: ByteSource,
  tree: Pick<TiffTree, "isBig" | "littleEndian">,
  at: number,
): number | undefined {
  return tree.isBig ? source.u64(at, tree.littleEndian) : source.u16(at, tree.littleEndian);
}

/** Where the offset of the next directory stands, were all `count` entries there. */
export const nextPointerAt = (tree: Pick<TiffTree, "isBig">, at: number, count: number): number =>
  at + layoutOf(tree).countBytes + count * layoutOf(tree).entryBytes;
