import type { FormatId } from "../../../../shared/model/photo.ts";
import { ok, type Result } from "../../../../shared/result.ts";
import type { ByteSource } from "../../../base/bytes.ts";
import { mergeSpans, subtractSpans } from "../exif/ifd-spans.ts";
import { type Damaged, type Depth, damaged, type Inspection, type Span } from "../format.ts";
import { type Box, type BoxRow, boxAt, childrenOf, readBoxes } from "./bmff.ts";
import { type Foreign, foreignFinds, paddingFinds, spanOf, trailerFinds } from "./bmff-foreign.ts";
import { isZero, overlaps } from "./bmff-patch.ts";
import type { Find, Reading } from "./bmff-strip.ts";
import { readMeta } from "./heif-blocks.ts";
import { readMovie } from "./mp4-movie.ts";
import { keyedMetaFinds } from "./mp4-user-data.ts";

/** Boxes of the top level that are the picture or film, or lead players through it. */
const MAIN: ReadonlySet<string> = new Set([
  "ftyp",
  "styp",
  "moov",
  "moof",
  "mdat",
  "mfra",
  "sidx",
  "ssix",
  "pdin",
  "meta",
  "imda",
]);
/** Their payload is samples and items. */
const MEDIA: ReadonlySet<string> = new Set(["mdat", "imda"]);
/** Boxes of a `meta` with items that are the pictures' own. */
const ITEM_BOXES: ReadonlySet<string> = new Set([
  "hdlr",
  "pitm",
  "iloc",
  "iinf",
  "iref",
  "iprp",
  "idat",
  "dinf",
  "grpl",
  "ipro",
]);

/** What a part of the file tells. */
interface Part {
  readonly finds: readonly Find[];
  readonly pixels: readonly Span[];
  readonly referred: readonly Span[];
  readonly isExact: boolean;
}

interface Pictured extends Part, Pick<Inspection, "size" | "orientation"> {}

const NOTHING: Pictured = {
  finds: [],
  pixels: [],
  referred: [],
  isExact: true,
  size: null,
  orientation: 1,
};

/**
 * Reads a file of the ISO base media family: pictures as items of `meta`, films as tracks of
 * `moov`; a file can have both. Sample and item data is not read.
 * @param foreign knows the boxes that one maker adds; without it they are all foreign.
 * @returns `format-damaged` where neither a picture nor a film can be found, or one breaks its rules.
 */
export function readBmff(
  file: ByteSource,
  format: FormatId,
  depth: Depth,
  foreign: Foreign = foreignFinds,
): Result<Reading, Damaged> {
  const row = readBoxes(file);
  if (!row.ok) return damaged(format, row.error.offset);
  const { boxes, rest } = row.value;
  const items = readItemParts(file, format, boxes);
  if (!items.ok) return items;
  const film = readFilm(file, format, boxes, foreign);
  if (!film.ok) return film;
  // A picture file without a picture: no reader shows anything of it.
  if (!items.value?.size && !film.value) return damaged(format, 0);
  const parts = [items.value ?? NOTHING, film.value ?? NOTHING];
  const finds = parts.flatMap((part) => part.finds).concat(topFinds(file, boxes, foreign));
  if (rest) finds.push(...trailerFinds(file, rest));
  if (depth === "full") finds.push(...gapFinds(file, boxes, parts));
  const pixels = [
    ...childrenOf(boxes, "ftyp").map(spanOf),
    ...parts.flatMap((part) => part.pixels),
  ];
  const picture = items.value?.size ? items.value : (film.value ?? NOTHING);
  return ok({
    format,
    size: picture.size,
    orientation: picture.orientation,
    finds: guarded(finds, structureOf(file, row.value)).toSorted((a, b) => startOf(a) - startOf(b)),
    pixels: mergeSpans(pixels),
  });
}

/** All bytes but media data and foreign boxes' content, sorted. */
function structureOf(file: ByteSource, { boxes, rest }: BoxRow): Span[] {
  const idat = childrenOf(boxes, "meta").flatMap((box) => childrenOf(box.children, "idat"));
  const open = boxes.filter((box) => MEDIA.has(box.type) || !MAIN.has(box.type));
  const payloads = [...open, ...idat].map(({ body, end }) => ({ start: body, end }));
  return subtractSpans([{ start: 0, end: file.size }], rest ? [...payloads, rest] : payloads);
}

/** Items and samples that claim bytes of the file's own structure are left as they are. */
const guarded = (finds: readonly Find[], structure: readonly Span[]): readonly Find[] =>
  finds.map((find) =>
    find.data && overlaps(structure, find.data) ? { ...find, stuck: "shared item bytes" } : find,
  );

const startOf = (find: Find) => find.block.spans[0]?.start ?? 0;

/** The first `meta` with items, at the top level. Others are read as keys and values. */
function readItemParts(
  file: ByteSource,
  format: FormatId,
  boxes: readonly Box[],
): Result<Pictured | undefined, Damaged> {
  const metas = childrenOf(boxes, "meta");
  const meta = metas.find((box) => boxAt(box.children, "iinf") ?? boxAt(box.children, "iloc"));
  const others = metas
    .filter((box) => box !== meta)
    .flatMap((box) => keyedMetaFinds(file, box, ""));
  if (!meta) return ok(others.length > 0 ? { ...NOTHING, finds: others } : undefined);
  const reading = readMeta(file, meta);
  if (!reading.ok) return damaged(format, reading.error.offset);
  const foreign = meta.children.filter((box) => !ITEM_BOXES.has(box.type));
  const finds = [
    ...reading.value.finds,
    ...foreign.flatMap((box) => foreignFinds(file, box, "meta/")),
    ...(meta.rest ? paddingFinds(file, meta.rest, "meta/rest") : []),
    ...others,
  ];
  return ok({ ...reading.value, finds, orientation: 1, isExact: true });
}

function readFilm(
  file: ByteSource,
  format: FormatId,
  boxes: readonly Box[],
  foreign: Foreign,
): Result<Pictured | undefined, Damaged> {
  const moov = boxAt(boxes, "moov");
  if (!moov) return ok(undefined);
  const movie = readMovie(file, moov, childrenOf(boxes, "moof"), foreign);
  return movie.ok ? movie : damaged(format, movie.error.offset);
}

/** Foreign boxes at the top level. Those at the file's end can be cut off. */
function topFinds(file: ByteSource, boxes: readonly Box[], foreign: Foreign): Find[] {
  const others = boxes.filter((box) => !MAIN.has(box.type));
  return others.flatMap((box) =>
    foreign(file, box, "").map((find) => ({
      ...find,
      tail: find.block.spans[0]?.start === box.start,
    })),
  );
}

/** Bytes of `mdat` and `idat` that no item and no sample refers to: remains, if they are not zeros. */
function gapFinds(file: ByteSource, boxes: readonly Box[], parts: readonly Part[]): Find[] {
  const hasAll = parts.every((part) => part.isExact);
  const meta = childrenOf(boxes, "meta").flatMap((box) => childrenOf(box.children, "idat"));
  const payloads = [...childrenOf(boxes, "mdat"), ...meta].map(({ body, end }) => ({
    start: body,
    end,
  }));
  const gaps = hasAll
    ? subtractSpans(
        payloads,
        parts.flatMap((part) => part.referred),
      )
    : [];
  const spans = gaps.filter((gap) => !isZero(file, gap));
  if (spans.length === 0) return [];
  const block = { kind: "padding", name: "mdat unreferenced", spans, payload: spans } as const;
  return [{ block, erase: () => spans }];
}
