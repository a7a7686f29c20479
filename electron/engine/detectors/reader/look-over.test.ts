import { expect, it } from "vitest";
import type { Pixels, UprightImage } from "../../../base/picture.ts";
import { collagesOf, inPicture, pasted } from "./collage.ts";
import { finelyStructured } from "./fine-structure.ts";
import { placeBefore, turnedImage } from "./turned-image.ts";

/** A grey picture, each pixel's tone by its place. */
function drawn(width: number, height: number, tone: (x: number, y: number) => number): Pixels {
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
    const pixel = Math.trunc(at / 3);
    return tone(pixel % width, Math.trunc(pixel / width));
  });
  return { width, height, rgb };
}

const places = (picture: Pixels) =>
  finelyStructured(picture).map(({ column, row }) => `${column},${row}`);

/** Strokes two pixels apart in a line three pixels high, where print two points high would be. */
const isStroke = (x: number, y: number) =>
  x > 33 && x < 60 && y > 36 && y < 40 && (x * 7 + y) % 4 < 2;

it("sees where print of three pixels could be, also where it runs down", () => {
  const page = (x: number, y: number) => (isStroke(x, y) ? 90 : 230);
  expect(places(drawn(96, 96, page))).toEqual(["2,2", "3,2"]);
  expect(places(drawn(96, 96, (x, y) => page(y, x)))).toEqual(["2,2", "2,3"]);
});

it.each([
  ["nothing", () => 120],
  ["a sky that gets darker", (_: number, y: number) => 200 - y],
  ["an edge", (x: number, y: number) => (x + y < 90 ? 60 : 200)],
  ["a wire", (x: number, y: number) => (Math.abs(x - y) < 2 ? 30 : 200)],
  ["sand", (x: number, y: number) => ((x * 7919 + y * 104_729) % 251) + 2],
])("sees no print in %s", (_, tone) => {
  expect(places(drawn(96, 96, tone))).toEqual([]);
});

const frame = (left: number, top: number, right: number, bottom: number) => ({
  left,
  top,
  right,
  bottom,
});

it("lays parts side by side, the highest first, on as many sheets as they need", () => {
  const frames = [frame(0, 0, 40, 10), frame(50, 0, 90, 20), frame(0, 50, 10, 60)];
  const sheets = collagesOf(frames, 2, 10_000);
  expect(sheets).toEqual([
    {
      width: 80,
      height: 76,
      zoom: 2,
      parts: [
        { frame: frames[1], x: 0, y: 0 },
        { frame: frames[0], x: 0, y: 56 },
      ],
    },
    { width: 20, height: 20, zoom: 2, parts: [{ frame: frames[2], x: 0, y: 0 }] },
  ]);
});

it("knows where in the picture a line on the sheet stands", () => {
  const picture = drawn(100, 60, (x, y) => x + y);
  const [sheet] = collagesOf([frame(20, 10, 60, 30), frame(70, 0, 80, 10)], 2, 10_000);
  if (!sheet) throw new Error("no sheet");
  const { rgb, width } = pasted(sheet, picture);
  const strip = { along: { x: 1, y: 0 }, length: 20, thickness: 8, score: 1 };
  const seen = (x: number, y: number) => inPicture(sheet, { ...strip, centre: { x, y } });
  expect(seen(40, 20)).toEqual([{ ...strip, centre: { x: 40, y: 20 }, length: 10, thickness: 4 }]);
  // Between pixels 39 and 40, 19 and 20 of the picture.
  expect(rgb[(20 * width + 40) * 3]).toBe(59);
  expect(seen(90, 50)).toEqual([]);
});

it.each([90, 180, 270] as const)("turns a picture and all its parts by %i°", async (turn) => {
  const pixels = drawn(8, 4, (x, y) => 10 * y + x);
  const cut = ([left, top, width, height]: readonly [number, number, number, number]) =>
    drawn(width * 8, height * 4, (x, y) => 10 * (y + top * 4) + x + left * 8);
  const image: UprightImage = {
    width: 8,
    height: 4,
    whole: async () => pixels,
    part: async (box) => cut(box),
  };
  const turned = turnedImage(image, turn);
  const whole = await turned.whole(8);
  // The middle pixel of the upper right quarter, in both.
  const part = await turned.part([0.5, 0, 0.5, 0.5], 8);
  const [right, down] = [Math.trunc(part.width / 2), Math.trunc(part.height / 2)];
  const across = part.width + right;
  const place = { x: (across + 0.5) / whole.width, y: (down + 0.5) / whole.height };
  const { x, y } = placeBefore(place, turn);
  const before = Math.trunc(y * 4) * 8 + Math.trunc(x * 8);
  expect([
    whole.rgb[(down * whole.width + across) * 3],
    part.rgb[(down * part.width + right) * 3],
  ]).toEqual([pixels.rgb[before * 3], pixels.rgb[before * 3]]);
  expect([turned.width, turned.height]).toEqual([whole.width, whole.height]);
});
