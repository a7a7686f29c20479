import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "../../electron/engine/detectors/reader/blocks.ts";
import { boxOfCharacters, type Page } from "../../electron/engine/detectors/reader/page.ts";
import type { Read } from "../../electron/engine/detectors/reader/reader.ts";
import { residentFront } from "../fixtures/documents/chinese-cards.ts";
import { missingFonts } from "../fixtures/documents/fonts.ts";
import { person } from "../fixtures/documents/people.ts";
import { photograph, SHOTS } from "../fixtures/documents/variants.ts";
import { builtReader, pictureOf } from "../fixtures/print.ts";
import { picture, ridge, sky } from "../fixtures/scenery.ts";

const missing = missingFonts();
if (missing.length > 0) console.warn(`NOT RUN, fonts are missing: ${missing.join(", ")}`);

const ENOUGH = { ms: 20_000 };
const never = new AbortController().signal;
const packed = (text: string) => text.normalize("NFKC").replace(/[\s:：]/g, "");
const textOf = (page: Page, size: { width: number; height: number }) =>
  packed(
    blocksOf(page, size)
      .flatMap(({ rows }) => rows.flat())
      .map(({ text }) => text)
      .join(""),
  );
const svg = (width: number, height: number, inner: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${inner}</svg>`,
    ),
  )
    .png()
    .toBuffer();

let read: Read;
beforeAll(async () => {
  read = await builtReader();
});

describe.skipIf(missing.length > 0)("the reader", () => {
  it("reads an identity card alike whichever way the camera was held", async () => {
    const drawing = residentFront(person(3));
    for (const name of ["table", "turned-90", "turned-180", "turned-270"]) {
      const shot = SHOTS.find((each) => each.name === name);
      if (!shot) throw new Error(`no shot ${name}`);
      const image = await pictureOf((await photograph(drawing, shot, 3)).png);
      const page = await read(image, never, ENOUGH);
      const text = textOf(page, image);
      const found = drawing.values.map(({ value }) => text.includes(packed(value)));
      expect([name, page.turned, page.isComplete, ...found]).toEqual([
        name,
        (360 - (shot.turn ?? 0)) % 360,
        true,
        ...drawing.values.map(() => true),
      ]);
    }
  });

  it("reads print of 12 pixels in a photo of 12 megapixels, where its first look sees none", async () => {
    const drawing = residentFront(person(3));
    const width = Math.round((drawing.width * 12) / drawing.digitPx);
    const card = await sharp(Buffer.from(drawing.svg)).resize(width).png().toBuffer();
    const photo = sharp(
      Buffer.from(picture(sky("#6fa8dc", "#dfeaf5"), ridge(5, 500, 160, "#4a6b3f"))),
    )
      .resize(4032, 3024)
      .composite([{ input: card, left: 2300, top: 1900 }]);
    const image = await pictureOf(await photo.jpeg({ quality: 90 }).toBuffer(), "jpeg");
    const page = await read(image, never, ENOUGH);
    const text = textOf(page, image);
    expect(drawing.values.filter(({ value }) => !text.includes(packed(value)))).toEqual([]);
  });

  it("says where a number stands within its line", async () => {
    const png = await svg(
      800,
      200,
      `<text x="40" y="110" font-family="DejaVu Sans" font-size="40">Call <tspan x="300">13800138000</tspan></text>`,
    );
    const image = await pictureOf(png);
    const { lines } = await read(image, never, ENOUGH);
    const line = lines.find(({ text }) => text.includes("13800138000"));
    const at = line?.characters.findIndex(({ text }) => text === "1") ?? -1;
    if (!line) throw new Error("the number was not read");
    const [left, top, width, height] = boxOfCharacters(line, at, at + 11);
    // Drawn from x = 300, 11 digits of 25.4 pixels; 29 pixels high on the base line at 110.
    expect(Math.abs(left * 800 - 300)).toBeLessThan(15);
    expect(Math.abs((left + width) * 800 - 580)).toBeLessThan(15);
    expect([top * 200 < 81, (top + height) * 200 > 110]).toEqual([true, true]);
  });

  it("says that it is not complete when the time is up, and stops when told to", async () => {
    const image = await pictureOf(
      (await photograph(residentFront(person(3)), { name: "scan", tilt: null }, 3)).png,
    );
    expect(await read(image, never, { ms: 0 })).toEqual({
      lines: [],
      turned: 0,
      isComplete: false,
    });
    const reason = new Error("told to");
    await expect(read(image, AbortSignal.abort(reason), ENOUGH)).rejects.toBe(reason);
  });
});
