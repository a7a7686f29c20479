import type { ByteSource } from "../../../base/bytes.ts";
import { blankPayload } from "../content.ts";
import type { Block, Span } from "../format.ts";
import { type Box, boxAt } from "./bmff.ts";
import { OFFSET_BYTES, tiffStart } from "./bmff-exif.ts";
import { freed, headOf, isZero, laidOver, lengthOf, type Patch, sliceOf } from "./bmff-patch.ts";
import type { Find } from "./bmff-strip.ts";
import type { Item } from "./heif-items.ts";
import { profileOf } from "./heif-properties.ts";

/**
 * A metadata item as a block; `undefined` when it is blank. `isOfPart`: it describes a gain map,
 * a depth map or the like, and readers may need it to show the picture.
 */
export function metadataItemFind(
  file: ByteSource,
  item: Item,
  isOfPart: boolean,
): Find | undefined {
  if (lengthOf(item.extents) === 0) return undefined;
  if (item.type === "Exif") return exifFind(file, item);
  const isXmp = item.contentType === XMP_TYPE && item.encoding === "";
  return isXmp ? xmpFind(file, item, isOfPart) : otherFind(file, item);
}

const XMP_TYPE = "application/rdf+xml";
/** Where the TIFF header is looked for. */
const SEARCHED_BYTES = 4096;
/** Metadata longer than this is never taken for blank. */
const MAX_BLANK_BYTES = 64 * 1024 * 1024;

/** @see ISO/IEC 23008-12:2022 A.2.1 */
function exifFind(file: ByteSource, item: Item): Find | undefined {
  const content = sliceOf(item.extents, OFFSET_BYTES);
  const hasOffset = headOf(file, item.extents, OFFSET_BYTES).some((byte) => byte !== 0);
  if (!hasOffset && isBlank(file, "exif", content)) return undefined;
  const tiff = tiffStart(headOf(file, item.extents, SEARCHED_BYTES));
  const block: Block = {
    kind: tiff === undefined ? "unknown" : "exif",
    name: `Exif item ${item.id}`,
    spans: item.extents,
    payload: sliceOf(item.extents, tiff ?? 0),
  };
  const offset = laidOver(item.extents, new Uint8Array(OFFSET_BYTES));
  const erase = () => [...offset, ...blanked("exif", content)];
  return { block, erase, exifItem: item.extents };
}

/** What XMP says of a gain map is needed to show the picture: such packets lose single properties. */
function xmpFind(file: ByteSource, item: Item, isOfPart: boolean): Find | undefined {
  if (isBlank(file, "xmp", item.extents)) return undefined;
  const name = `XMP item ${item.id}`;
  const block: Block = { kind: "xmp", name, spans: item.extents, payload: item.extents };
  return { block, erase: () => blanked("xmp", item.extents), edit: isOfPart };
}

function otherFind(file: ByteSource, item: Item): Find | undefined {
  if (item.extents.every((span) => isZero(file, span))) return undefined;
  const name = `${item.contentType || item.type} item ${item.id}`;
  const block: Block = { kind: "unknown", name, spans: item.extents, payload: item.extents };
  return { block, erase: () => item.extents };
}

/** A blank text or TIFF structure over the spans. */
const blanked = (kind: Block["kind"], spans: readonly Span[]): Patch[] =>
  laidOver(spans, blankPayload(kind, lengthOf(spans)));

/** True when the content already is what a dropped block of the kind becomes. */
function isBlank(file: ByteSource, kind: Block["kind"], spans: readonly Span[]): boolean {
  const length = lengthOf(spans);
  if (length > MAX_BLANK_BYTES) return false;
  const blank = blankPayload(kind, length);
  // Compare a few bytes first: most content is not blank, and then little is read.
  return [64, length].every((limit) => headOf(file, spans, limit).equals(blank.subarray(0, limit)));
}

/** Properties that tell something and draw nothing; readers skip their content. */
const TELLING: ReadonlyMap<string, Block["kind"]> = new Map([
  ["udes", "text"], // user description: name, description, tags
  ["altt", "text"], // text for those who cannot see the picture
  ["crtt", "unknown"], // creation time
  ["mdft", "unknown"], // modification time
  ["uuid", "unknown"],
  ["free", "padding"],
  ["skip", "padding"],
]);

export const isTelling = (property: Box): boolean => TELLING.has(property.type);

/**
 * The properties that tell something, and colour profiles. Properties are counted, so each keeps
 * its place: texts and times lose their content, foreign ones become free space.
 */
export function propertyFinds(file: ByteSource, meta: Box): Find[] {
  const iprp = boxAt(meta.children, "iprp");
  const properties = iprp ? (boxAt(iprp.children, "ipco")?.children ?? []) : [];
  return properties.flatMap((property) => {
    const profile = property.type === "colr" ? profileOf(file, property) : undefined;
    const kind = profile ? "icc" : TELLING.get(property.type);
    return kind ? propertyFind(file, property, kind, profile) : [];
  });
}

/** Version and flags of a full box. */
const VERSION_BYTES = 4;

function propertyFind(
  file: ByteSource,
  property: Box,
  kind: Block["kind"],
  profile: Span | undefined,
): Find[] {
  const { start, end, body, type } = property;
  const isFullBox = kind === "text" || type === "crtt" || type === "mdft";
  const payload = profile ?? { start: Math.min(end, body + (isFullBox ? VERSION_BYTES : 0)), end };
  if (isZero(file, payload)) return [];
  const block = { kind, name: `ipco/${type}`, spans: [{ start, end }], payload: [payload] };
  const erase = () => (type === "uuid" ? freed(property) : profile ? [] : [payload]);
  return [{ block: kind === "text" ? { ...block, label: type } : block, erase }];
}
