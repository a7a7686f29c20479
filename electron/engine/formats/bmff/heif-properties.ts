import type { ByteSource } from "../../../base/bytes.ts";
import type { Inspection, Span } from "../format.ts";
import { type Box, boxAt, childrenOf } from "./bmff.ts";

/** An item's properties, in the order they are applied in. */
export type Properties = ReadonlyMap<number, readonly Box[]>;

/** Associations read in all: 100,000 tiles with ten properties each. */
const MAX_ASSOCIATIONS = 1_000_000;

/**
 * Reads which properties belong to which item.
 * @returns `undefined` when `ipma` claims more entries than it has bytes.
 * @see ISO/IEC 23008-12:2022 9.3
 */
export function readProperties(file: ByteSource, meta: Box): Properties | undefined {
  const iprp = boxAt(meta.children, "iprp");
  const properties = iprp && boxAt(iprp.children, "ipco")?.children;
  const found = new Map<number, Box[]>();
  let left = MAX_ASSOCIATIONS;
  for (const ipma of childrenOf(iprp?.children ?? [], "ipma")) {
    const [isWideId, isWideIndex] = [
      file.u8(ipma.body) !== 0,
      ((file.u8(ipma.body + 3) ?? 0) & 1) === 1,
    ];
    const entries = file.u32(ipma.body + 4) ?? 0;
    let at = ipma.body + 8;
    for (let entry = 0; entry < entries; entry++) {
      const id = isWideId ? file.u32(at) : file.u16(at);
      at += isWideId ? 4 : 2;
      const count = file.u8(at++) ?? 0;
      left -= count + 1;
      const end = at + count * (isWideIndex ? 2 : 1);
      if (id === undefined || end > ipma.end || left < 0) return undefined;
      const list = found.get(id) ?? [];
      found.set(id, list);
      for (; at < end; at += isWideIndex ? 2 : 1) {
        const index = isWideIndex ? (file.u16(at) ?? 0) & 0x7fff : (file.u8(at) ?? 0) & 0x7f;
        const property = properties?.[index - 1];
        if (property) list.push(property);
      }
    }
  }
  return found;
}

/**
 * The size at which a picture is shown. Readers of HEIF apply cropping and turning themselves, so
 * there is no orientation left to tell.
 */
export function shownSize(file: ByteSource, properties: readonly Box[]): Inspection["size"] {
  const ispe = properties.find((box) => box.type === "ispe");
  const [width, height] = ispe ? [file.u32(ispe.body + 4), file.u32(ispe.body + 8)] : [];
  if (!width || !height) return null;
  let size = { width, height };
  for (const box of properties) {
    const isQuarterTurn = box.type === "irot" && ((file.u8(box.body) ?? 0) & 1) === 1;
    if (box.type === "clap") size = cropped(file, box, size);
    if (isQuarterTurn) size = { width: size.height, height: size.width };
  }
  return size;
}

/** Clean aperture: width and height are fractions (ISO/IEC 14496-12 12.1.4). */
function cropped(file: ByteSource, { body }: Box, size: { width: number; height: number }) {
  const side = (at: number, whole: number) => {
    const pixels = Math.round((file.u32(at) ?? 0) / (file.u32(at + 4) ?? 0));
    return pixels > 0 && pixels <= whole ? pixels : whole;
  };
  return { width: side(body, size.width), height: side(body + 8, size.height) };
}

/** What an auxiliary picture is for: the text of its `auxC`, empty for other pictures. */
export function auxiliaryType(file: ByteSource, properties: readonly Box[]): string {
  const auxC = properties.find((box) => box.type === "auxC");
  if (!auxC) return "";
  const end = Math.min(auxC.end, auxC.body + MAX_URN_BYTES);
  return file.latin1(auxC.body + 4, end).split("\0")[0] ?? "";
}

const MAX_URN_BYTES = 300;

/** The colour profile inside a `colr` box, if it holds one. */
export function profileOf(file: ByteSource, colr: Box): Span | undefined {
  const kind = file.latin1(colr.body, colr.body + 4);
  const hasProfile = kind === "prof" || kind === "rICC";
  return hasProfile ? { start: colr.body + 4, end: colr.end } : undefined;
}
