import type { UnitBox } from "../../shared/model/geometry.ts";

/** Decoded pixels: red, green, blue, 8 bits each, row by row from the top left, without gaps. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** `width * height * 3` bytes. */
  readonly rgb: Uint8Array;
}

/**
 * A photo as people see it: turned upright, in sRGB, transparency laid on white. Opened once and
 * shared by all who look at it; each asks for no more pixels than it needs, so that a JPEG is
 * decoded small where small is enough.
 */
export interface UprightImage {
  /** Upright pixels of the whole picture. */
  readonly width: number;
  readonly height: number;
  /** The whole picture, its longer side at most `px`; never enlarged. Asked twice, made once. */
  whole(px: number): Promise<Pixels>;
  /** A part, from the full resolution, its longer side at most `px`; never enlarged. */
  part(box: UnitBox, px: number): Promise<Pixels>;
}
