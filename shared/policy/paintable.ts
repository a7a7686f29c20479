import type { FormatId } from "../model/photo.ts";

/** Containers that can be painted over and are written again as what they were. */
export const PAINTABLE = ["jpeg", "png", "webp", "tiff"] as const satisfies readonly FormatId[];

/** Can it be painted over in place, its container kept? */
export const canPaint = (format: FormatId | null): boolean =>
  PAINTABLE.some((one) => one === format);
