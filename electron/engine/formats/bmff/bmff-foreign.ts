import type { ByteSource } from "../../../base/bytes.ts";
import type { Block, BlockKind, Span } from "../format.ts";
import type { Box } from "./bmff.ts";
import { freed, isZero } from "./bmff-patch.ts";
import type { Find } from "./bmff-strip.ts";

/** Boxes that are no part of the picture or film, wherever they stand. */
const FOREIGN_KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ["mpvd", "video"], // motion photo (Google, Samsung)
  ["sefd", "vendor"], // Samsung's own trailer
  ["jumb", "c2pa"],
  ["c2pa", "c2pa"],
  ["XMP_", "xmp"],
  ["PICT", "thumbnail"], // QuickTime preview
  ["gps ", "vendor"], // Novatek: index of the "freeGPS" boxes
  ["udta", "unknown"],
  ["xml ", "text"],
  ["ID32", "vendor"],
]);

/** What `uuid` boxes hold; those that players need are in {@link NEEDED_UUIDS}. */
const UUID_KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ["be7acfcb97a942e89c71999491e3afac", "xmp"], // ISO 16684-1
  ["ffcc8263f8554a938814587a02521fdd", "xmp"], // spherical video
  ["0537cdab9d0c4431a72afa561f2a113e", "exif"],
  ["33c7a4d2b81d4723a0baf1a3e097ad38", "iptc"],
  ["d8fec3d61b0e483c92975828877ec481", "c2pa"],
]);
const SPHERICAL = "ffcc8263f8554a938814587a02521fdd";

/** Encryption and times of fragments (Protected Interoperable File Format, Smooth Streaming). */
const NEEDED_UUIDS: ReadonlySet<string> = new Set([
  "a2394f525a9b4f14a2446c427c648df4",
  "6d1d9b0542d544e680e2141daff757b2",
  "d4807ef2ca3946958e5426cb9e46a79f",
  "d08a4f1810f34a82b6c832d8aba183d3",
  "8974dbce7be74c5184f97148f9882554",
]);

const PADDING: ReadonlySet<string> = new Set(["free", "skip", "wide"]);

export const isPadding = (box: Box): boolean => PADDING.has(box.type);

/** Says what a box is that the standard does not know. */
export type Foreign = (file: ByteSource, box: Box, path: string) => Find[];

/**
 * A box that draws nothing, as a block; none where it is empty or players need it. Erased, it
 * becomes free space.
 */
export function foreignFinds(file: ByteSource, box: Box, path: string): Find[] {
  if (isPadding(box))
    return paddingFinds(file, { start: box.content, end: box.end }, path + box.type);
  if (box.uuid !== undefined && NEEDED_UUIDS.has(box.uuid)) return [];
  const kind = box.uuid ? UUID_KINDS.get(box.uuid) : FOREIGN_KINDS.get(box.type);
  const name = path + (box.uuid ? `uuid ${box.uuid}` : box.type);
  const isFullBox = box.type === "xml " || box.type === "ID32";
  const start = Math.min(box.end, box.body + (isFullBox ? 4 : 0));
  const find = boxFind(box, kind ?? "unknown", name, { start, end: box.end });
  const label = box.type === "xml " ? { label: "xml" } : {};
  return [{ ...find, block: { ...find.block, ...label }, edit: box.uuid === SPHERICAL }];
}

/** A whole box as a block that becomes free space. */
export function boxFind(box: Box, kind: BlockKind, name: string, payload: Span): Find {
  const block: Block = { kind, name, spans: [spanOf(box)], payload: [payload] };
  return { block, erase: () => freed(box) };
}

/** Bytes nobody reads, if they are not all zero. Dashcams hide their position log there. */
export function paddingFinds(file: ByteSource, span: Span, name: string): Find[] {
  if (isZero(file, span)) return [];
  const isPositions = file.latin1(span.start, span.start + 4) === "GPS ";
  const kind = isPositions ? "timed-metadata" : "padding";
  return [spanFind(kind, name, span)];
}

/** Bytes that become zeros. */
export const spanFind = (kind: BlockKind, name: string, { start, end }: Span): Find => ({
  block: { kind, name, spans: [{ start, end }], payload: [{ start, end }] },
  erase: () => [{ start, end }],
});

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** What follows the last box: a whole film, a maker's trailer, or bytes nobody reads. */
export function trailerFinds(file: ByteSource, rest: Span): Find[] {
  if (isZero(file, rest)) return [];
  const head = file.latin1(rest.start, rest.start + 8);
  const tail = file.latin1(rest.end - 4, rest.end);
  const [kind, name]: [BlockKind, string] =
    head.slice(4) === "ftyp"
      ? ["video", "appended file"]
      : head.startsWith("\xff\xd8\xff")
        ? ["image", "appended JPEG"]
        : ["trailer", tail === "SEFT" ? "Samsung trailer" : "trailer"];
  return [{ ...spanFind(kind, name, rest), tail: true }];
}
