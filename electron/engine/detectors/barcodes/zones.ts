import type { UnitBox } from "../../../../shared/model/geometry.ts";
import type { Pixels } from "../../../base/picture.ts";

/** Pixels of a cell's side: the smallest code that is looked for has two of them. */
const CELL_PX = 16;
/** Grey levels between neighbours that count as a step. */
const STEP = 40;
/** Of a cell's neighbours, the share with a step across, or down, from which it may be part of a code. */
const BUSY = 0.38;
/** Grey levels that red and blue may be off green on average: codes are printed in black. */
const COLOURLESS = 24;
/** Cells of a zone at least: fewer are a leaf or a word. */
const MIN_CELLS = 2;
/** Of a zone's box, the share that is busy: codes are blocks, branches and lines of text are not. */
const FILLED = 0.4;
/** Zones looked at, the busiest first; each costs as much as a tenth of the whole picture. */
const MAX_ZONES = 4;

/** Where the picture changes between dark and light so often that a code too small to be read may be. */
export function busyZones(pixels: Pixels): readonly UnitBox[] {
  const [columns, rows] = [Math.floor(pixels.width / CELL_PX), Math.floor(pixels.height / CELL_PX)];
  const busy = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      busy[row * columns + column] = busyShare(pixels, column * CELL_PX, row * CELL_PX);
    }
  }
  return zonesOf(busy, columns)
    .filter(({ cells }) => cells >= MIN_CELLS)
    .filter(
      ({ left, top, right, bottom, cells }) => cells >= FILLED * (right - left) * (bottom - top),
    )
    .sort((a, b) => b.busy / b.cells - a.busy / a.cells)
    .slice(0, MAX_ZONES)
    .map((zone) => boxOf(zone, pixels));
}

/** The greater share of steps, across or down; 0 where it is too small or coloured. */
function busyShare({ width, rgb }: Pixels, left: number, top: number): number {
  let [across, down, colour] = [0, 0, 0];
  for (let y = top; y < top + CELL_PX - 1; y += 1) {
    // Green is most of what is bright.
    let at = (y * width + left) * 3 + 1;
    for (let x = 1; x < CELL_PX; x += 1, at += 3) {
      const here = rgb[at] ?? 0;
      if (Math.abs((rgb[at + 3] ?? 0) - here) > STEP) across += 1;
      if (Math.abs((rgb[at + width * 3] ?? 0) - here) > STEP) down += 1;
      colour += Math.abs((rgb[at - 1] ?? 0) - here) + Math.abs((rgb[at + 1] ?? 0) - here);
    }
  }
  const share = Math.max(across, down) / (CELL_PX - 1) ** 2;
  return share >= BUSY && colour <= COLOURLESS * 2 * (CELL_PX - 1) ** 2 ? share : 0;
}

interface Zone {
  left: number;
  top: number;
  right: number;
  bottom: number;
  cells: number;
  busy: number;
}

/** Busy cells that touch, taken together. */
function zonesOf(busy: Float32Array, columns: number): readonly Zone[] {
  const zones: Zone[] = [];
  for (let start = 0; start < busy.length; start += 1) {
    if (busy[start] === 0) continue;
    const zone: Zone = { left: columns, top: busy.length, right: 0, bottom: 0, cells: 0, busy: 0 };
    const open = [start];
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const share = busy[cell] ?? 0;
      if (share === 0) continue;
      busy[cell] = 0;
      const [x, y] = [cell % columns, Math.floor(cell / columns)];
      zone.left = Math.min(zone.left, x);
      zone.right = Math.max(zone.right, x + 1);
      zone.top = Math.min(zone.top, y);
      zone.bottom = Math.max(zone.bottom, y + 1);
      zone.cells += 1;
      zone.busy += share;
      if (x > 0) open.push(cell - 1);
      if (x < columns - 1) open.push(cell + 1);
      open.push(cell - columns, cell + columns);
    }
    zones.push(zone);
  }
  return zones;
}

/** Cells around a zone: a code's rim is less busy, and then comes its quiet zone. */
const AROUND = 2;

function boxOf({ left, top, right, bottom }: Zone, { width, height }: Pixels): UnitBox {
  const [x, y] = [Math.max(0, left - AROUND) * CELL_PX, Math.max(0, top - AROUND) * CELL_PX];
  const [w, h] = [(right + AROUND) * CELL_PX - x, (bottom + AROUND) * CELL_PX - y];
  return [
    x / width,
    y / height,
    Math.min(1 - x / width, w / width),
    Math.min(1 - y / height, h / height),
  ];
}
