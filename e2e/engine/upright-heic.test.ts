import sharp from "sharp";
import { expect, it } from "vitest";
import { openUpright } from "../../electron/engine/imaging/upright.ts";
import { heic } from "../fixtures/bmff.ts";
import { tiff } from "../fixtures/exif.ts";
import { drawn, rawPixels } from "../fixtures/pixels.ts";

it("opens HEIC as its container says, not as its Exif says once more", async () => {
  const upright = drawn(
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="64"><rect width="96" height="64" fill="#d02020"/><rect x="64" width="32" height="32" fill="#2020d0"/></svg>',
  );
  // Stored a quarter turn clockwise; `irot` turns it back, and Exif says so too.
  const lying = sharp(await upright.png().toBuffer()).rotate(90);
  const exif = tiff({ ifd0: new Map([[0x0112, { short: [8] }]]) });
  const opened = await openUpright(heic(await rawPixels(lying), { exif, quarterTurns: 1 }), "heif");
  if (!opened.ok) throw new Error(opened.error);
  const { width, height, rgb } = await opened.value.whole(48);
  const isBlue = (x: number, y: number) =>
    (rgb[(y * width + x) * 3 + 2] ?? 0) > (rgb[(y * width + x) * 3] ?? 0);
  expect([width, height, isBlue(40, 8), isBlue(8, 8), isBlue(40, 24), isBlue(8, 24)]).toEqual([
    48,
    32,
    true,
    false,
    false,
    false,
  ]);
});
