import type { Candidate } from "./boxes.ts";
import type { Levels, Region } from "./pixels.ts";

/** Longer side of a picture when small faces are looked for: twice that of the first look. */
const ZOOMED_PX = 1536;
/** Pictures are enlarged by no more: nothing comes of it. */
const MOST_ENLARGED = 2;
/** Longest side of a tile: what one analyst's memory is planned for (350 MB, bench:faces). */
const TILE_PX = 800;
/** Neighbours share so much: larger faces were found in the first look already. */
const SHARED_PX = 64;
/** A box that ends so near a tile's inner edge is the half of a face that a neighbour has whole. */
const EDGE_PX = 4;

export interface Tile {
  /** In pixels of the picture it is cut from. */
  readonly region: Region;
  readonly width: number;
  readonly height: number;
}

/** Overlapping tiles that cover a picture, each to be looked at on its own. */
export function tilesOf({ whole }: Levels): readonly Tile[] {
  const longer = Math.max(whole.width, whole.height);
  const zoom = Math.min(ZOOMED_PX / longer, MOST_ENLARGED);
  const columns = spans(Math.max(1, Math.round(whole.width * zoom)));
  const rows = spans(Math.max(1, Math.round(whole.height * zoom)));
  return rows.flatMap(([top, height]) =>
    columns.map(([left, width]) => ({
      region: { left: left / zoom, top: top / zoom, width: width / zoom, height: height / zoom },
      width,
      height,
    })),
  );
}

/** Starts and lengths of equal spans that cover a length and overlap. */
function spans(length: number): readonly (readonly [number, number])[] {
  const count = Math.max(1, Math.ceil((length - SHARED_PX) / (TILE_PX - SHARED_PX)));
  const each = Math.ceil((length + (count - 1) * SHARED_PX) / count);
  return Array.from({ length: count }, (_, n) => [
    Math.round((n * (length - each)) / Math.max(1, count - 1)),
    each,
  ]);
}

/** What was found in a tile, as boxes of the whole picture; halves of faces at inner edges are left out. */
export function fromTile(
  tile: Tile,
  { whole }: Levels,
  found: readonly Candidate[],
): readonly Candidate[] {
  const { left, top, width, height } = tile.region;
  const isInner = (near: number, px: number, isEnd: boolean) => !isEnd && near * px < EDGE_PX;
  const isCut = ({ box: [x, y, w, h] }: Candidate) =>
    isInner(x, tile.width, left <= 0) ||
    isInner(y, tile.height, top <= 0) ||
    isInner(1 - x - w, tile.width, left + width >= whole.width - 1) ||
    isInner(1 - y - h, tile.height, top + height >= whole.height - 1);
  return found
    .filter((candidate) => !isCut(candidate))
    .map(({ box: [x, y, w, h], score }) => ({
      score,
      box: [
        (left + x * width) / whole.width,
        (top + y * height) / whole.height,
        (w * width) / whole.width,
        (h * height) / whole.height,
      ],
    }));
}
