import type { Pixels } from "../../../base/picture.ts";
import type { Frame } from "./areas.ts";
import { addPixel } from "./sample.ts";
import type { Strip } from "./strip.ts";

/*
 * Parts of a picture side by side on one sheet, so that the finder, whose time goes by the pixel,
 * looks at them and at nothing between them.
 */

/** A part of the picture and where its top left corner lies on the sheet, in pixels of each. */
export interface Pasted {
  readonly frame: Frame;
  readonly x: number;
  readonly y: number;
}

export interface Collage {
  readonly width: number;
  readonly height: number;
  /** Pixels of the sheet to one of the picture. */
  readonly zoom: number;
  readonly parts: readonly Pasted[];
}

/** Pixels between parts, so that no line goes on from one to the next. */
const GAP_PX = 16;

/** Mid grey: what is between the parts has no edge to speak of with most pictures. */
const BETWEEN = 128;

/**
 * Sheets of about `area` pixels that hold all frames, the highest first and side by side on shelves.
 * @param zoom how much larger than in the picture
 */
export function collagesOf(
  frames: readonly Frame[],
  zoom: number,
  area: number,
): readonly Collage[] {
  const side = Math.ceil(Math.sqrt(area));
  const sheets: { width: number; height: number; shelf: number; parts: Pasted[] }[] = [];
  for (const frame of frames.toSorted((a, b) => heightOf(b) - heightOf(a))) {
    const [width, height] = [widthOf(frame) * zoom, heightOf(frame) * zoom];
    let sheet = sheets.at(-1);
    const last = sheet?.parts.at(-1);
    let x = last ? last.x + widthOf(last.frame) * zoom + GAP_PX : 0;
    let y = last?.y ?? 0;
    if (!sheet || x + width > Math.max(side, width)) [x, y] = [0, sheet ? sheet.shelf + GAP_PX : 0];
    if (!sheet || (y > 0 && y + height > side)) {
      sheet = { width: 0, height: 0, shelf: 0, parts: [] };
      sheets.push(sheet);
      [x, y] = [0, 0];
    }
    if (x === 0) sheet.shelf = y + height;
    sheet.parts.push({ frame, x, y });
    sheet.width = Math.max(sheet.width, x + width);
    sheet.height = Math.max(sheet.height, y + height);
  }
  return sheets.map(({ width, height, parts }) => ({ width, height, zoom, parts }));
}

const widthOf = ({ left, right }: Frame): number => right - left;
const heightOf = ({ top, bottom }: Frame): number => bottom - top;

/** The sheet's own pixels. */
export function pasted({ width, height, zoom, parts }: Collage, picture: Pixels): Pixels {
  const rgb = new Uint8Array(width * height * 3).fill(BETWEEN);
  const colour = new Float64Array(3);
  for (const { frame, x, y } of parts) {
    for (let row = 0; row < heightOf(frame) * zoom; row += 1) {
      let to = ((y + row) * width + x) * 3;
      for (let column = 0; column < widthOf(frame) * zoom; column += 1, to += 3) {
        const [u, v] = [(column + 0.5) / zoom - 0.5, (row + 0.5) / zoom - 0.5];
        addPixel(picture, frame.left + u, frame.top + v, colour.fill(0));
        rgb.set(colour, to);
      }
    }
  }
  return { width, height, rgb };
}

/** A strip of the sheet, as it lies in the picture; none that lies between the parts. */
export function inPicture({ zoom, parts }: Collage, strip: Strip): readonly Strip[] {
  const { x, y } = strip.centre;
  const part = parts.find(
    (each) =>
      x >= each.x &&
      y >= each.y &&
      x < each.x + widthOf(each.frame) * zoom &&
      y < each.y + heightOf(each.frame) * zoom,
  );
  if (!part) return [];
  const { left, top } = part.frame;
  const centre = { x: left + (x - part.x) / zoom, y: top + (y - part.y) / zoom };
  return [{ ...strip, centre, length: strip.length / zoom, thickness: strip.thickness / zoom }];
}
