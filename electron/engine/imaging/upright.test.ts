import sharpLibrary, { type Sharp } from "sharp";
import { expect, it } from "vitest";
import type { Orientation } from "../../../shared/model/geometry.ts";
import type { FormatId } from "../../../shared/model/photo.ts";
import type { Pixels, UprightImage } from "../../base/picture.ts";
import { openUpright } from "./upright.ts";

/** Red, green, blue and white quarters, row by row. */
const QUARTERS = ["#d02020", "#20a020", "#2020d0", "#f0f0f0"] as const;
const WIDTH = 64;
const HEIGHT = 48;

const block = (background: string) => ({
  create: { width: WIDTH / 2, height: HEIGHT / 2, channels: 3 as const, background },
});

const quarters = (): Sharp =>
  sharpLibrary({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#000" } })
    .composite(
      QUARTERS.map((background, n) => ({
        input: block(background),
        left: ((n % 2) * WIDTH) / 2,
        top: ((n >> 1) * HEIGHT) / 2,
      })),
    )
    .removeAlpha();

async function opened(bytes: Uint8Array, format: FormatId, lying?: Orientation) {
  const result = await openUpright(bytes, format, lying === undefined ? {} : { lying });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const colourAt = ({ width, rgb }: Pixels, x: number, y: number): readonly number[] => [
  ...rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

/** The colour nearest to each quarter's middle, in words. */
function seen(pixels: Pixels): string {
  const { width, height } = pixels;
  const named = [1, 3].flatMap((y) =>
    [1, 3].map((x) => {
      const [r = 0, g = 0, b = 0] = colourAt(pixels, (width * x) >> 2, (height * y) >> 2);
      if (Math.min(r, g, b) > 150) return "white";
      return r > g && r > b ? "red" : g > b ? "green" : "blue";
    }),
  );
  return named.join(" ");
}

const sizeOf = ({ width, height }: Pick<UprightImage, "width" | "height">) => [width, height];
const UPRIGHT = "red green blue white";

/**
 * How a picture must be stored so that the tag turns it upright (Exif 2.32, 4.6.4, tag 0x0112).
 * sharp mirrors before it turns, whatever the order of the calls.
 */
const STORED: Readonly<Record<Orientation, (picture: Sharp) => Sharp>> = {
  1: (picture) => picture,
  2: (picture) => picture.flop(),
  3: (picture) => picture.rotate(180),
  4: (picture) => picture.flip(),
  5: (picture) => picture.rotate(90).flip(),
  6: (picture) => picture.rotate(270),
  7: (picture) => picture.rotate(90).flop(),
  8: (picture) => picture.rotate(90),
};
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

it.each(ORIENTATIONS)("turns a picture stored as orientation %i upright", async (orientation) => {
  const flat = await quarters().png().toBuffer();
  for (const format of ["jpeg", "png", "webp", "tiff"] as const) {
    const stored = STORED[orientation](sharpLibrary(flat)).withMetadata({ orientation });
    const image = await opened(await stored.toFormat(format).toBuffer(), format);
    const all = await image.whole(WIDTH);
    const topRight = await image.part([0.5, 0, 0.5, 0.5], 1000);
    expect([sizeOf(image), sizeOf(all), seen(all)]).toEqual([
      [WIDTH, HEIGHT],
      [WIDTH, HEIGHT],
      UPRIGHT,
    ]);
    expect([sizeOf(topRight), seen(topRight)]).toEqual([
      [WIDTH / 2, HEIGHT / 2],
      "green green green green",
    ]);
  }
});

it.each([3, 6, 8] as const)(
  "turns a preview that says nothing itself as the raw file says: %i",
  async (lying) => {
    const flat = await quarters().png().toBuffer();
    const stored = await STORED[lying](sharpLibrary(flat)).jpeg().toBuffer();
    const image = await opened(stored, "jpeg", lying);
    expect([sizeOf(image), seen(await image.whole(40))]).toEqual([[WIDTH, HEIGHT], UPRIGHT]);
  },
);

it("makes three bytes a pixel of every kind of colour", async () => {
  const flat = await quarters().png().toBuffer();
  const picture = () => sharpLibrary(flat);
  const made: readonly [FormatId, Sharp, string][] = [
    ["jpeg", picture().toColourspace("cmyk").jpeg(), UPRIGHT],
    ["png", picture().toColourspace("rgb16").png(), UPRIGHT],
    ["tiff", picture().toColourspace("rgb16").tiff(), UPRIGHT],
    ["png", picture().png({ palette: true }), UPRIGHT],
    ["gif", picture().gif(), UPRIGHT],
    ["webp", picture().webp({ lossless: true }), UPRIGHT],
    ["avif", picture().avif(), UPRIGHT],
    ["jpeg", picture().withIccProfile("p3").jpeg(), UPRIGHT],
    ["png", picture().toColourspace("b-w").png(), "blue blue blue white"],
    ["png", picture().toColourspace("grey16").png(), "blue blue blue white"],
    ["png", picture().toColourspace("b-w").ensureAlpha(0).png(), "white white white white"],
    ["webp", picture().ensureAlpha(0).webp(), "white white white white"],
  ];
  for (const [format, source, colours] of made) {
    const pixels = await (await opened(await source.toBuffer(), format)).whole(1000);
    expect([sizeOf(pixels), pixels.rgb.length, seen(pixels)]).toEqual([
      [WIDTH, HEIGHT],
      WIDTH * HEIGHT * 3,
      colours,
    ]);
  }
});

it("shows the first frame of what moves", async () => {
  const red = await sharpLibrary(block("#d02020")).raw().toBuffer();
  const blue = await sharpLibrary(block("#2020d0")).raw().toBuffer();
  const frames = { width: WIDTH / 2, height: HEIGHT, channels: 3, pageHeight: HEIGHT / 2 } as const;
  for (const format of ["gif", "webp"] as const) {
    const moving = sharpLibrary(Buffer.concat([red, blue]), { raw: frames });
    const image = await opened(await moving.toFormat(format).toBuffer(), format);
    expect([sizeOf(image), seen(await image.whole(64))]).toEqual([
      [WIDTH / 2, HEIGHT / 2],
      "red red red red",
    ]);
  }
});

it("takes a picture of one pixel", async () => {
  const dot = { create: { width: 1, height: 1, channels: 3, background: "#2020d0" } } as const;
  const image = await opened(await sharpLibrary(dot).png().toBuffer(), "png");
  const answers = [await image.whole(640), await image.part([0.3, 0.3, 0.1, 0.1], 640)];
  const pixel = { width: 1, height: 1, rgb: Buffer.from([0x20, 0x20, 0xd0]) };
  expect(answers).toEqual([pixel, pixel]);
});

/** A photo of 12 megapixels: 16 × 12 fields of 252 pixels, each with its column and row for a colour. */
async function bigJpeg(): Promise<Buffer> {
  const rgb = Buffer.alloc(16 * 12 * 3);
  for (let n = 0; n < 16 * 12; n += 1) rgb.set([(n % 16) * 16, (n >> 4) * 20, 128], n * 3);
  return sharpLibrary(rgb, { raw: { width: 16, height: 12, channels: 3 } })
    .resize({ width: 4032, height: 3024, kernel: "nearest", fit: "fill" })
    .jpeg()
    .toBuffer();
}

const near = (pixels: Pixels, at: readonly [number, number], colour: readonly number[]) =>
  colourAt(pixels, ...at).every((value, n) => Math.abs(value - (colour[n] ?? 0)) <= 3);

it("gives the whole in every size and any part, no bigger than asked for and never enlarged", async () => {
  const image = await opened(await bigJpeg(), "jpeg");
  const wholes = await Promise.all([300, 1024, 1280, 2048, 9000].map((px) => image.whole(px)));
  expect(wholes.map(sizeOf)).toEqual([
    [300, 225],
    [1008, 756],
    [1280, 960],
    [2048, 1536],
    [4032, 3024],
  ]);
  for (const all of wholes) {
    const middleOf = (n: number, side: number) => Math.floor(((n + 0.5) * side) / 16);
    const at = [middleOf(11, all.width), middleOf(6, all.width)] as const;
    expect(near(all, at, [176, 120, 128])).toBe(true);
  }
  // Field 11, 6 by itself: small, as it is, and asked for bigger than it is.
  const field = [11 / 16, 6 / 12, 1 / 16, 1 / 12] as const;
  const parts = await Promise.all([40, 252, 1000].map((px) => image.part(field, px)));
  expect(parts.map(sizeOf)).toEqual([
    [40, 40],
    [252, 252],
    [252, 252],
  ]);
  expect(parts.every((part) => near(part, [20, 20], [176, 120, 128]))).toBe(true);
});

it("makes the same whole once", async () => {
  const image = await opened(await bigJpeg(), "jpeg");
  expect(await image.whole(640)).toBe(await image.whole(640));
});

it("gives parts in full of a picture that is too big to be kept", async () => {
  const side = 5600;
  const line = { create: { width: 7, height: side, channels: 3, background: "#2020d0" } } as const;
  const wide = await sharpLibrary({
    create: { width: side, height: side, channels: 3, background: "#d02020" },
  })
    .composite([{ input: line, left: 4900, top: 0 }])
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
  const image = await opened(wide, "png");
  const part = await image.part([4900 / side, 0.5, 7 / side, 0.5], 9000);
  expect([sizeOf(await image.whole(9000)), sizeOf(part)]).toEqual([
    [2800, 2800],
    [7, 2800],
  ]);
  expect([0, 6].map((x) => colourAt(part, x, 1400))).toEqual([
    [0x20, 0x20, 0xd0],
    [0x20, 0x20, 0xd0],
  ]);
});

const errorOf = async (bytes: Uint8Array, format: FormatId) => {
  const result = await openUpright(bytes, format);
  return result.ok ? "drawn" : result.error;
};

it("says why a picture cannot be drawn", async () => {
  const jpeg = await bigJpeg();
  const noise = Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 251));
  expect({
    cut: await errorOf(jpeg.subarray(0, jpeg.length >> 1), "jpeg"),
    head: await errorOf(jpeg.subarray(0, 300), "jpeg"),
    noise: await errorOf(noise, "png"),
    noHeif: await errorOf(noise, "heif"),
    empty: await errorOf(new Uint8Array(), "webp"),
    film: await errorOf(noise, "mp4"),
    raw: await errorOf(noise, "nef"),
  }).toEqual({
    cut: "format-damaged",
    head: "format-damaged",
    noise: "format-damaged",
    noHeif: "format-damaged",
    empty: "format-damaged",
    film: "format-not-drawable",
    raw: "format-not-drawable",
  });
});

/** A JPEG whose head claims another size (ITU-T T.81, B.2.2: height and width at 5 and 7 of SOF). */
function claiming(jpeg: Buffer, width: number, height: number): Buffer {
  const bomb = Buffer.from(jpeg);
  const frame = ["ffc0", "ffc2"].map((marker) => bomb.indexOf(marker, 0, "hex")).find((n) => n > 0);
  bomb.writeUInt16BE(height, (frame ?? 0) + 5);
  bomb.writeUInt16BE(width, (frame ?? 0) + 7);
  return bomb;
}

it("refuses what would burst the memory before it decodes anything", async () => {
  const plain = await quarters().jpeg().toBuffer();
  const progressive = await quarters().jpeg({ progressive: true }).toBuffer();
  const started = performance.now();
  expect([
    await errorOf(claiming(plain, 30_000, 30_000), "jpeg"),
    await errorOf(claiming(progressive, 12_000, 12_000), "jpeg"),
  ]).toEqual(["too-many-pixels", "too-many-pixels"]);
  expect(performance.now() - started).toBeLessThan(500);
});
