import type { Reading } from "./decode.ts";
import type { Plane } from "./plane.ts";
import { filledWidth } from "./read-strips.ts";
import type { Strip } from "./strip.ts";

/** A strip that is to be read, and where it lies. */
export interface Find {
  readonly plane: Plane;
  readonly strip: Strip;
}

/** A strip that was read. */
export interface ReadStrip extends Find {
  readonly reading: Reading;
}

/** Pixels of line length to read in one go: about 100 ms, after which somebody may want to stop. */
const BATCH_PX = 1280;

/** What to read together: strips of one plane and like width; the largest and surest print first. */
export function batches(finds: readonly Find[]): readonly (readonly Find[])[] {
  const out: Find[][] = [];
  const open = new Map<Plane, Map<number, Find[]>>();
  for (const find of finds.toSorted((a, b) => promise(b.strip) - promise(a.strip))) {
    const width = filledWidth(find.strip);
    const widths = open.get(find.plane) ?? new Map<number, Find[]>();
    open.set(find.plane, widths);
    const batch = widths.get(width);
    if (batch !== undefined && (batch.length + 1) * width <= BATCH_PX) {
      batch.push(find);
      continue;
    }
    const fresh = [find];
    widths.set(width, fresh);
    out.push(fresh);
  }
  return out;
}

const promise = ({ length, thickness, score }: Strip): number => length * thickness * score;
