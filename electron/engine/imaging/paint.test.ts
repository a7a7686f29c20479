import sharp from "sharp";
import { expect, it } from "vitest";
import { isFlat } from "./flat.ts";
import { paint } from "./paint.ts";
import type { Cover } from "./paintable.ts";

const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
const picture = (width = 200, height = 120) =>
  sharp({ create: { width, height, channels: 3, background: "#888", noise } });
const cover = (change: Partial<Cover> = {}): Cover => ({
  kind: "face",
  box: [0.25, 0.25, 0.5, 0.5],
  isRound: false,
  ...change,
});
const solid = (covers: readonly Cover[]) => ({ covers, style: "solid", resizePx: null }) as const;
const painted = async (bytes: Buffer, covers: readonly Cover[]) => {
  const result = await paint(bytes, "jpeg", solid(covers));
  if (!result.ok) throw new Error(result.error);
  return result.value.bytes;
};

it("covers a face with an ellipse and leaves the corners of its box", async () => {
  const bytes = await painted(await picture().jpeg().toBuffer(), [cover({ isRound: true })]);
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => data[(y * info.width + x) * 3] ?? 0;
  expect([at(100, 60), at(100, 34), at(60, 60)].every((value) => value <= 4)).toBe(true);
  const corner = Array.from({ length: 16 }, (_, n) => at(50 + (n % 4), 33 + (n >> 2)));
  expect(Math.max(...corner)).toBeGreaterThan(20);
});

it("keeps the colour profile and drops everything else", async () => {
  const bytes = await picture()
    .withIccProfile("p3")
    .withExif({ IFD0: { Artist: "X" } })
    .jpeg();
  const { icc, exif } = await sharp(await painted(await bytes.toBuffer(), [cover()])).metadata();
  expect([icc !== undefined, exif]).toEqual([true, undefined]);
});

it("sees a cover that is not whole", async () => {
  const bytes = await painted(await picture().jpeg().toBuffer(), [cover()]);
  const box = { left: 56, top: 32, width: 88, height: 56, isRound: false };
  expect(await isFlat(bytes, "jpeg", box)).toBe(true);
  expect(await isFlat(bytes, "jpeg", { ...box, width: 100 })).toBe(false);
  const grey = { create: { width: 9, height: 1, channels: 3, background: "#0a0a0a" } } as const;
  const dotted = await sharp(bytes)
    .composite([{ input: grey, left: 90, top: 60 }])
    .png()
    .toBuffer();
  expect(await isFlat(dotted, "png", box)).toBe(false);
});

it("paints greys, print colours, transparency and sixteen bits", async () => {
  for (const source of [
    picture().toColourspace("b-w").jpeg(),
    picture().toColourspace("cmyk").jpeg(),
    picture().ensureAlpha(0.4).png(),
    picture().toColourspace("rgb16").png(),
  ]) {
    const bytes = await source.toBuffer();
    const { format } = await sharp(bytes).metadata();
    const result = await paint(bytes, format === "png" ? "png" : "jpeg", solid([cover()]));
    expect(result.ok).toBe(true);
  }
});

it("refuses what moves and what it cannot decode", async () => {
  const frames = sharp(await picture(20, 40).png().toBuffer()).extract({
    left: 0,
    top: 0,
    width: 20,
    height: 40,
  });
  const moving = await sharp(await frames.raw().toBuffer(), {
    raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
  })
    .webp()
    .toBuffer();
  expect(await paint(moving, "webp", solid([cover()]))).toEqual({
    ok: false,
    error: "format-not-paintable",
  });
  const cut = (await picture().jpeg().toBuffer()).subarray(0, 900);
  expect(await paint(cut, "jpeg", solid([cover()]))).toEqual({
    ok: false,
    error: "format-damaged",
  });
  expect(await paint(cut, "mp4", solid([cover()]))).toEqual({
    ok: false,
    error: "format-not-paintable",
  });
});
