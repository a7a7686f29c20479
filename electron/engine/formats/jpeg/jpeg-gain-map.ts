import type { ByteSource } from "../../../base/bytes.ts";
import { mergeSpans } from "../exif/ifd-spans.ts";
import type { Block, Span } from "../format.ts";
import { ISO_GAIN_MAP_NAME } from "./jpeg-app.ts";
import type { JpegPicture } from "./jpeg-blocks.ts";
import type { TailItem } from "./jpeg-file.ts";
import {
  announcesGainMap,
  type GainMapXmp,
  gainMapXmp,
  mainSegment,
  mapSegment,
} from "./jpeg-hdr-xmp.ts";
import { type IndexedPicture, MPF_HEAD_BYTES, mpfSegment } from "./jpeg-mpf.ts";

/** An HDR gain map and everything it needs. */
export interface GainMap {
  readonly item: TailItem & { readonly picture: JpegPicture };
  /** The bytes that stay: its pixels, and blocks that say nothing but what it needs. */
  readonly block: Block;
  /** Those blocks. */
  readonly absorbed: ReadonlySet<Block>;
  readonly mpf: Block;
  /** ISO 21496-1 in both pictures: numbers only, never rewritten. */
  readonly iso: readonly Block[];
  /** The packets that stay only as far as the gain map needs them. */
  readonly xmp: GainMapPackets | undefined;
}

export interface GainMapPackets {
  /** Apple's main picture has none. */
  readonly main: Block | undefined;
  readonly map: Block;
  readonly says: GainMapXmp;
}

/** Numbers of ISO 21496-1 Annex C: the versions alone in the main picture; at most three channels in the map. */
const ISO_MAIN_BYTES = 4;
const ISO_MAP_BYTES = { min: 21, max: 160 } as const;
const MAX_PACKET_BYTES = 64 * 1024;

/** MP Entry attributes (CIPA DC-007 5.2.3.3.1): the primary picture, and one of no given type. */
export const PRIMARY = 0x030000;
const UNDEFINED = 0;

/**
 * The appended picture that is an HDR gain map and of which every part is understood: the index
 * lists it where it is, and both pictures describe it in the same way. One that is not, is not kept.
 */
export function findGainMap(
  file: ByteSource,
  main: JpegPicture,
  tail: readonly TailItem[],
  listed: readonly IndexedPicture[],
): GainMap | undefined {
  const indexes = main.blocks.filter(({ kind }) => kind === "mpf");
  const [mpf] = indexes;
  if (!mpf || indexes.length > 1 || main.stream.ending === "cut") return undefined;
  const found = tail.flatMap((item) => {
    const { part, picture } = item;
    const entry = listed.find(({ start }) => start === part.start);
    if (!picture || !entry || picture.stream.ending === "cut") return [];
    const [iso, xmp] = [isoPair(main, picture), packets(file, main, picture)];
    if (iso.length === 0 && !xmp) return [];
    return [gainMapOf(file, main, { item: { ...item, picture }, mpf, iso, xmp })];
  });
  return found.length === 1 ? found[0] : undefined;
}

function gainMapOf(
  file: ByteSource,
  main: JpegPicture,
  parts: Pick<GainMap, "item" | "mpf" | "iso" | "xmp">,
): GainMap {
  const { item, mpf, iso, xmp } = parts;
  const { start, end } = item.part;
  const at = mpf.spans[0]?.start ?? 0;
  const index = gainMapIndex(main.stream.end, end - start, start - at);
  const absorbed = new Set(iso);
  if (isExactly(file, mpf, index)) absorbed.add(mpf);
  if (xmp && isExactly(file, xmp.map, mapSegment(xmp.says))) absorbed.add(xmp.map);
  if (xmp?.main && isExactly(file, xmp.main, mainSegment(end - start))) absorbed.add(xmp.main);
  const spans = mergeSpans([
    ...item.picture.pixels,
    ...[...absorbed].flatMap((block) => block.spans),
  ]);
  return {
    ...parts,
    absorbed,
    block: { kind: "gain-map", name: "HDR gain map", spans, payload: [] },
  };
}

/** The index of a main picture of `mainBytes` and its gain map, which begins `distance` bytes behind the segment's start. */
export const gainMapIndex = (mainBytes: number, mapBytes: number, distance: number): Uint8Array =>
  mpfSegment([
    { attribute: PRIMARY, size: mainBytes, offset: 0 },
    { attribute: UNDEFINED, size: mapBytes, offset: distance - MPF_HEAD_BYTES },
  ]);

function isoPair(main: JpegPicture, map: JpegPicture): Block[] {
  const inMain = main.blocks.filter(({ name }) => name === ISO_GAIN_MAP_NAME);
  const inMap = map.blocks.filter(({ name }) => name.endsWith(ISO_GAIN_MAP_NAME));
  const [versions, numbers] = [lengthOf(inMain[0]?.payload), lengthOf(inMap[0]?.payload)];
  const isPair = inMain.length === 1 && inMap.length === 1 && versions === ISO_MAIN_BYTES;
  const isNumbers = numbers >= ISO_MAP_BYTES.min && numbers <= ISO_MAP_BYTES.max;
  return isPair && isNumbers ? [...inMain, ...inMap] : [];
}

const lengthOf = (spans: readonly Span[] = []) =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

function packets(
  file: ByteSource,
  main: JpegPicture,
  map: JpegPicture,
): GainMapPackets | undefined {
  for (const block of map.blocks) {
    const says = block.kind === "xmp" ? gainMapXmp(packetOf(file, block)) : undefined;
    if (!says) continue;
    if (says.is === "apple") return { main: undefined, map: block, says };
    const announcing = main.blocks.find(
      ({ kind, payload }) => kind === "xmp" && announcesGainMap(packetOf(file, { payload })),
    );
    if (announcing) return { main: announcing, map: block, says };
  }
  return undefined;
}

function packetOf(file: ByteSource, { payload }: Pick<Block, "payload">): string {
  const [first] = payload;
  if (payload.length !== 1 || !first) return "";
  return file.latin1(first.start, Math.min(first.end, first.start + MAX_PACKET_BYTES));
}

function isExactly(file: ByteSource, { spans }: Block, bytes: Uint8Array): boolean {
  const [span] = spans;
  if (!span || spans.length > 1 || span.end - span.start !== bytes.length) return false;
  return Buffer.compare(file.bytes(span.start, span.end), bytes) === 0;
}
