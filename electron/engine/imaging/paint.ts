import type { OverlayOptions, Sharp } from "sharp";
import type { Redaction } from "../../../shared/model/action.ts";
import type { AppErrorCode } from "../../../shared/model/errors.ts";
import type { PixelSize } from "../../../shared/model/geometry.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import { err, ok, type Result } from "../../../shared/result.ts";
import { isFlat } from "./flat.ts";
import { openPicture } from "./open-picture.ts";
import { type Cover, type WrittenFormat, writtenAs } from "./paintable.ts";
import type { PixelBox } from "./pixels.ts";
import { sharp } from "./sharp.ts";

/** JPEG and WebP quality of what is written again: differences are below what eyes see. */
const QUALITY = 95;

/**
 * Pixels of a lossy block: a cover ends where blocks end, so that no block holds both what is
 * covered and what is not, and nothing of it bleeds into the cover.
 */
const GRID: Readonly<Record<WrittenFormat, number>> = { jpeg: 8, png: 1, webp: 16, tiff: 1 };

/** Of the longer side of a cover: so few cells that no letter and no face is left of it. */
const PIXELATE_CELLS = 6;
const BLUR_SHARE = 0.2;

export interface PaintOrder {
  readonly covers: readonly Cover[];
  readonly style: Redaction["style"];
  /** Pixels of the longer side at most; null keeps every pixel. */
  readonly resizePx: number | null;
}

export interface Painted {
  readonly bytes: Uint8Array;
  readonly format: WrittenFormat;
}

/**
 * Writes a picture anew: upright, covered, resized where asked, without any metadata but its colour
 * profile. What was written is decoded again and each solid cover found to be flat and black.
 * @returns `format-not-paintable` for moving pictures and what cannot be drawn; `format-damaged`,
 *   `too-many-pixels`, `verify-failed`.
 */
export async function paint(
  bytes: Uint8Array,
  format: FormatId,
  order: PaintOrder,
): Promise<Result<Painted, AppErrorCode>> {
  const written = writtenAs(format);
  if (written === undefined) return err("format-not-paintable");
  const opened = await openPicture(bytes, format, { failOn: "error" });
  if (!opened.ok) return opened;
  const { source, size, frames, isRgb } = opened.value;
  if (frames > 1) return err("format-not-paintable");
  try {
    const target = fitInside(size, order.resizePx);
    const scaled = () => source().resize({ ...target, fit: "fill" });
    const boxes = order.covers.map(({ box, isRound }) => ({
      ...pixelBox(box, target, GRID[written]),
      isRound,
    }));
    const overlays = await Promise.all(boxes.map((box) => overlay(box, order.style, scaled)));
    const painted = scaled().composite(overlays).toColourspace("srgb");
    const profiled = isRgb ? painted.keepIccProfile() : painted;
    const result = await encode(profiled, written).toBuffer();
    const isRight = await isAsOrdered(result, written, target, order.style, boxes);
    return isRight ? ok({ bytes: result, format: written }) : err("verify-failed");
  } catch {
    // sharp says in words what its decoder disliked; for us it is one thing: this picture cannot be drawn.
    return err("format-damaged");
  }
}

function fitInside({ width, height }: PixelSize, px: number | null): PixelSize {
  const scale = Math.min(1, px === null ? 1 : px / Math.max(width, height));
  const scaled = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** Whole pixels, widened to the grid, never empty, never outside. */
function pixelBox(
  [x, y, w, h]: Cover["box"],
  { width, height }: PixelSize,
  grid: number,
): PixelBox {
  const down = (at: number, most: number) =>
    Math.min(Math.max(0, most - 1), Math.floor(at / grid) * grid);
  const up = (at: number, most: number) => Math.min(most, Math.ceil(at / grid) * grid);
  const [left, top] = [down(x * width, width), down(y * height, height)];
  const right = Math.max(left + 1, up((x + w) * width, width));
  const bottom = Math.max(top + 1, up((y + h) * height, height));
  return { left, top, width: right - left, height: bottom - top };
}

async function overlay(
  box: PixelBox & { readonly isRound: boolean },
  style: Redaction["style"],
  picture: () => Sharp,
): Promise<OverlayOptions> {
  const { isRound, left, top, width, height } = box;
  if (style === "solid") {
    const input = isRound
      ? ellipse(width, height)
      : { create: { width, height, channels: 3 as const, background: "#000000" } };
    return { input, left, top };
  }
  const longer = Math.max(width, height);
  // Written out in between: one pipeline of sharp's scales only once.
  const part = await picture().extract({ left, top, width, height }).png().toBuffer();
  if (style === "blur") {
    const sigma = Math.max(2, longer * BLUR_SHARE);
    return { input: await sharp(part).blur(sigma).png().toBuffer(), left, top };
  }
  const cells = (side: number) => Math.max(1, Math.round((side / longer) * PIXELATE_CELLS));
  const few = await sharp(part)
    .resize({ width: cells(width), height: cells(height), fit: "fill" })
    .png()
    .toBuffer();
  const many = sharp(few).resize({ width, height, fit: "fill", kernel: "nearest" });
  return { input: await many.png().toBuffer(), left, top };
}

/** Without smooth edges: a half covered pixel would be half readable. */
const ellipse = (width: number, height: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><ellipse cx="50%" cy="50%" rx="50%" ry="50%" shape-rendering="crispEdges"/></svg>`,
  );

function encode(picture: Sharp, format: WrittenFormat): Sharp {
  switch (format) {
    case "jpeg":
      return picture.jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" });
    case "png":
      return picture.png();
    case "webp":
      return picture.webp({ quality: QUALITY });
    case "tiff":
      return picture.tiff({ compression: "lzw" });
  }
}

async function isAsOrdered(
  bytes: Uint8Array,
  format: WrittenFormat,
  { width, height }: PixelSize,
  style: Redaction["style"],
  boxes: readonly (PixelBox & { readonly isRound: boolean })[],
): Promise<boolean> {
  const now = await sharp(bytes).metadata();
  if (now.width !== width || now.height !== height || (now.orientation ?? 1) !== 1) return false;
  if (style !== "solid") return true;
  for (const box of boxes) if (!(await isFlat(bytes, format, box))) return false;
  return true;
}
