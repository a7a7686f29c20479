import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { PixelSize, UnitBox } from "../../../shared/model/geometry.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { MAX_KEPT_PIXELS } from "../../base/limits.ts";
import type { Pixels, UprightImage } from "../../base/picture.ts";
import { type OpenPicture, openPicture, type Want } from "./open-picture.ts";
import { cut, longer, pixelBoxOf, pixelsOf, scaled } from "./pixels.ts";

/**
 * Pixels of the longer side of what is decoded first. A quarter of a phone's 12 megapixels is 1,008:
 * 42 ms instead of 31 at an eighth and 60 at full size, and enough for the first look of every detector.
 */
const FIRST_PX = 1024;
/** JPEG's inverse transform can leave out pixels by these (libjpeg; a half costs no less than all). */
const SHRINKS = [8, 4];
/** A level that has this share of the pixels that were asked for is given as it is. */
const NEAR_ENOUGH = 7 / 8;

/** A photo that is open. */
export interface OpenUpright extends UprightImage {
  /** Pages, or pictures of a film; only the first is shown. */
  readonly frames: number;
}

/**
 * Opens a photo for those who look at its picture. What makes it impossible shows here: once it is
 * open, its pixels can be had.
 * @returns `format-not-drawable`, `too-many-pixels`, `format-damaged`; that also for what is cut off.
 */
export async function openUpright(
  bytes: Uint8Array,
  format: FormatId,
  which: Pick<Want, "lying" | "page"> = {},
): Promise<Result<OpenUpright, AppErrorCode>> {
  const picture = await openPicture(bytes, format, {
    ...which,
    failOn: "truncated",
    plainColours: true,
  });
  if (!picture.ok) return picture;
  try {
    return ok(await openLevels(picture.value));
  } catch {
    // sharp says in words what its decoder disliked; for us it is one thing: this picture cannot be drawn.
    return err("format-damaged");
  }
}

/** The finest level that may be kept: all pixels, or a half, a quarter… of them each way. */
function finestSize({ width, height }: PixelSize): PixelSize {
  let shrink = 1;
  while ((width / shrink) * (height / shrink) > MAX_KEPT_PIXELS) shrink *= 2;
  return shrunk({ width, height }, shrink);
}

const shrunk = ({ width, height }: PixelSize, by: number): PixelSize => ({
  width: Math.max(1, Math.floor(width / by)),
  height: Math.max(1, Math.floor(height / by)),
});

/** The size of a picture whose longer side is so many pixels. */
function sizeWithin({ width, height }: PixelSize, px: number): PixelSize {
  return shrunk({ width, height }, longer({ width, height }) / px);
}

/** What cannot be decoded small is decoded whole, once, and its small level made of that. */
async function openLevels(picture: OpenPicture): Promise<Levels> {
  const { size, shrinks } = picture;
  const enough = (by: number) => longer(size) / by >= FIRST_PX * NEAR_ENOUGH;
  const by = shrinks ? SHRINKS.find(enough) : undefined;
  if (by !== undefined) return new Levels(picture, await decode(picture, shrunk(size, by)));
  const fine = await decode(picture, finestSize(size));
  const isSmall = longer(fine) < 2 * FIRST_PX;
  return isSmall
    ? new Levels(picture, fine)
    : new Levels(picture, await scaled(fine, FIRST_PX), fine);
}

const decode = ({ source, size }: OpenPicture, to: PixelSize): Promise<Pixels> =>
  pixelsOf(to.width === size.width ? source() : source().resize({ ...to, fit: "fill" }));

/**
 * Two levels at most are kept, a small and a fine one, and what was made of them by `whole`. A level
 * that has all pixels is all that is kept.
 */
class Levels implements OpenUpright {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly #picture: OpenPicture | null;
  readonly #first: Pixels;
  readonly #wholes = new Map<number, Promise<Pixels>>();
  #finest: Promise<Pixels> | undefined;

  /** @param fine the fine level, where it had to be decoded for the first. */
  constructor(picture: OpenPicture, first: Pixels, fine?: Pixels) {
    this.width = picture.size.width;
    this.height = picture.size.height;
    this.frames = picture.frames;
    this.#picture = (fine ?? first).width === this.width ? null : picture;
    this.#first = first;
    this.#finest = fine && Promise.resolve(fine);
  }

  whole(px: number): Promise<Pixels> {
    const wanted = Math.min(px, longer(this));
    const known = this.#wholes.get(wanted);
    if (known) return known;
    const made = this.#makeWhole(wanted);
    this.#wholes.set(wanted, made);
    return made;
  }

  async #makeWhole(px: number): Promise<Pixels> {
    const has = longer(this.#first);
    if (has <= px && has >= px * NEAR_ENOUGH) return this.#first;
    if (has > px) return scaled(this.#first, px);
    const isBetween = this.#finest === undefined && this.#picture?.shrinks;
    // Decoded for itself: all 12 megapixels of a phone would stay for 36 MB, and are seldom asked for.
    return isBetween ? decode(this.#picture, sizeWithin(this, px)) : scaled(await this.#fine(), px);
  }

  async part(box: UnitBox, px: number): Promise<Pixels> {
    const inAll = pixelBoxOf(box, this);
    const wanted = Math.min(px, longer(inAll));
    const inFirst = pixelBoxOf(box, this.#first);
    if (longer(inFirst) >= wanted) return scaled(cut(this.#first, inFirst), wanted);
    const fine = await this.#fine();
    const inFine = pixelBoxOf(box, fine);
    if (longer(inFine) >= wanted || !this.#picture) return scaled(cut(fine, inFine), wanted);
    // Too big to be kept: decoded anew, down to where the part ends.
    return scaled(await pixelsOf(this.#picture.source().extract(inAll)), wanted);
  }

  #fine(): Promise<Pixels> {
    const size = finestSize(this);
    if (this.#finest) return this.#finest;
    if (!this.#picture || this.#first.width >= size.width) return Promise.resolve(this.#first);
    this.#finest = decode(this.#picture, size);
    return this.#finest;
  }
}
