/** How a picture lies in its room: at `scale` 1 it just fits; `x` and `y` move its middle, in CSS pixels. */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Lengths in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** The picture at scale 1. */
  readonly picture: { readonly width: number; readonly height: number };
}

/** A place in the room, from its middle, in CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };
export const MIDDLE: Spot = { x: 0, y: 0 };

/** Beyond this, a picture of 12 million dots is but squares. */
const MAX_SCALE = 16;

/** Plus 0, so that there is no minus 0. */
const inside = (value: number, limit: number): number =>
  Math.min(Math.max(value, -limit), limit) + 0;

/** Never leaves an edge of the picture inside the room while the picture could fill it. */
function settled({ scale, x, y }: View, { width, height, picture }: Room): View {
  const spare = (of: number, room: number) => Math.max(0, (of * scale - room) / 2);
  return {
    scale,
    x: inside(x, spare(picture.width, width)),
    y: inside(y, spare(picture.height, height)),
  };
}

/** Larger or smaller by `factor`; what lies under `spot` stays there as far as the edges allow. */
export function zoomed(view: View, factor: number, spot: Spot, room: Room): View {
  const scale = Math.min(Math.max(view.scale * factor, 1), MAX_SCALE);
  const by = scale / view.scale;
  const from = (at: number, shift: number) => at - by * (at - shift);
  return settled({ scale, x: from(spot.x, view.x), y: from(spot.y, view.y) }, room);
}

export const moved = (view: View, by: Spot, room: Room): View =>
  settled({ scale: view.scale, x: view.x + by.x, y: view.y + by.y }, room);
