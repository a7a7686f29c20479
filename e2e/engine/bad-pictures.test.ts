import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ScanDocument } from "../../electron/cli/document.ts";
import { Scratch, safelight } from "./cli.ts";

/* Pictures of every odd kind, looked at for faces by the built command line: an answer, or an honest none. */

const DEMO = join(
  dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")),
  "demo",
);
const scratch = new Scratch();
const folder = scratch.join("photos");
let seen: ScanDocument;

beforeAll(async () => {
  mkdirSync(folder);
  const people = await sharp(join(DEMO, "sample3.jpg")).resize(1200).png().toBuffer();
  const put = async (name: string, bytes: Uint8Array | Promise<Uint8Array>) =>
    writeFileSync(join(folder, name), await bytes);
  await put("cmyk.jpg", sharp(people).toColourspace("cmyk").jpeg().toBuffer());
  await put("16 bit.png", sharp(people).toColourspace("rgb16").png().toBuffer());
  await put("16 bit.tif", sharp(people).toColourspace("rgb16").tiff().toBuffer());
  const grey = sharp(people).ensureAlpha(0.9).toColourspace("b-w");
  await put("grey, alpha.png", grey.png().toBuffer());
  const frames = [people, await sharp(people).negate().png().toBuffer()];
  await put(
    "moving.webp",
    sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer(),
  );
  await put(
    "moving.gif",
    sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  );
  await put("one dot.png", sharp(people).resize(1, 1).png().toBuffer());
  await put(
    "black.jpg",
    sharp(flat(2000, 1500, "#000000"))
      .jpeg()
      .toBuffer(),
  );
  await put("noise.png", noise(900, 700));
  await put(
    "bomb.png",
    claiming(
      await sharp(flat(8, 8, "#ffffff"))
        .png()
        .toBuffer(),
      30_000,
    ),
  );
  const whole = await sharp(people).jpeg().toBuffer();
  await put("torn.jpg", whole.subarray(0, whole.length / 2));
  const words = ["scan", folder, "--json", "--detectors", "faces"];
  const { stdout } = await safelight(words, { dataDir: scratch.dataDir });
  // Our own program's document; the tests assert on what it holds.
  seen = JSON.parse(stdout) as ScanDocument;
}, 120_000);
afterAll(() => scratch.remove());

const flat = (width: number, height: number, background: string) => ({
  create: { width, height, channels: 3 as const, background },
});

const noise = (width: number, height: number) => {
  const rgb = Buffer.alloc(width * height * 3);
  for (let n = 0; n < rgb.length; n++) rgb[n] = (Math.imul(n + 1, 2654435761) >>> 16) & 255;
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
};

/** A PNG whose head claims another size (PNG, third edition, 11.2.1: width and height behind "IHDR"). */
function claiming(png: Buffer, side: number): Buffer {
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(side, 16);
  bomb.writeUInt32BE(side, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  return bomb;
}

const shown = (name: string) => {
  const photo = seen.photos.find(({ path }) => basename(path) === name);
  return photo?.findings.filter(({ kind }) => kind === "face" || kind === "unseen") ?? [];
};

it.each(["cmyk.jpg", "16 bit.png", "16 bit.tif", "grey, alpha.png", "moving.webp", "moving.gif"])(
  "finds everybody in %s",
  (name) => {
    expect(shown(name).filter(({ kind }) => kind === "face")).toHaveLength(3);
  },
);

it.each(["one dot.png", "black.jpg", "noise.png"])("finds nobody in %s", (name) => {
  expect(shown(name)).toEqual([]);
});

it.each(["bomb.png", "torn.jpg"])("says that nobody has looked at %s", (name) => {
  expect(shown(name).map(({ type }) => type)).toEqual(["picture-unseen"]);
});

it("is done in time, and no picture costs another", () => {
  expect(seen.photos).toHaveLength(11);
  expect(seen.photos.map(({ status }) => status)).toEqual(Array(11).fill("scanned"));
  expect(readFileSync(join(folder, "bomb.png")).length).toBeLessThan(1000);
});
