/** How the tiles lie in a given width. All lengths in CSS pixels. */
export interface GridShape {
  readonly columns: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** From the top of one row to the top of the next. */
  readonly rowHeight: number;
}

export const GAP_PX = 16;
const MIN_TILE_PX = 168;
/** Name and kinds below the picture, and the edges around both. */
const CAPTION_PX = 60;
/** Height of a tile's picture by its width. */
const PICTURE_RATIO = 0.75;

/** @param letters how much larger than usual letters are; tiles and their captions grow with them. */
export function gridShape(width: number, letters = 1): GridShape {
  const columns = Math.max(1, Math.floor((width + GAP_PX) / (MIN_TILE_PX * letters + GAP_PX)));
  // Whole pixels: of tiles that end between two, browsers leave a line behind when they go.
  const tileWidth = Math.max(0, Math.floor((width - GAP_PX * (columns - 1)) / columns));
  const tileHeight = Math.round(tileWidth * PICTURE_RATIO) + CAPTION_PX * letters;
  return { columns, tileWidth, tileHeight, rowHeight: tileHeight + GAP_PX };
}

/** Where a key leads in a grid of `count` tiles, or null when the key is not for moving. */
export function move(key: string, at: number, count: number, columns: number, pageRows: number) {
  const step = stepOf(key, columns, pageRows);
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (step === null) return null;
  const to = at + step;
  // A step down from the last full row ends on the last photo; past the edges nothing moves.
  if (to >= count && Math.abs(step) > 1) return count - 1;
  if (to < 0 && Math.abs(step) > columns) return at % columns;
  return to < 0 || to >= count ? at : to;
}

function stepOf(key: string, columns: number, pageRows: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return -1;
    case "ArrowRight":
      return 1;
    case "ArrowUp":
      return -columns;
    case "ArrowDown":
      return columns;
    case "PageUp":
      return -columns * pageRows;
    case "PageDown":
      return columns * pageRows;
    default:
      return null;
  }
}
