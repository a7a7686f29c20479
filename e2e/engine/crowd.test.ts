import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { readPapers } from "../../electron/engine/detectors/documents/read-papers.ts";
import type { Read } from "../../electron/engine/detectors/reader/reader.ts";
import { densePage } from "../fixtures/documents/dense-page.ts";
import { missingFonts } from "../fixtures/documents/fonts.ts";
import { classList } from "../fixtures/documents/shots.ts";
import { builtReader, pictureOf } from "../fixtures/print.ts";

/* The top of pages full of print, read from pixels; the whole of them is in `npm run bench:documents`. */

const missing = missingFonts();
if (missing.length > 0) console.warn(`NOT RUN, fonts are missing: ${missing.join(", ")}`);

/** Milliseconds that a photo's print may take, and how much of a page of 52 lines is read here. */
const PAGE_MS = 6_000;
const PART = 12 / 52;
const never = new AbortController().signal;

let read: Read;
beforeAll(async () => {
  read = await builtReader();
});

const topOf = (svg: string, width: number, height: number) =>
  sharp(Buffer.from(svg)).extract({ left: 0, top: 0, width, height }).png().toBuffer();

describe.skipIf(missing.length > 0)("a page full of print", () => {
  it("tells everybody on a class list: name, phone and number", async () => {
    const [width, height] = [1180, 120 + 40 * 16];
    const drawing = classList(1);
    const image = await pictureOf(await topOf(drawing.svg, width, height));
    const { lines } = await read(image, never, { ms: 30_000 });
    const found = await readPapers(image, lines, []);
    const counts = ["full-name", "phone", "cn-resident-id"].map((type) => {
      const wanted = drawing.values.filter(
        ({ type: own, box: [x, y, , h] }) => own === type && x < width && y + h < height,
      );
      const told = wanted.filter(({ value }) =>
        found.some((one) => one.type === type && one.value?.toUpperCase() === value),
      );
      return [type, wanted.length, told.length];
    });
    // 114 of 120, of fifteen: one may be missed.
    expect(counts.map(([type, of, hits]) => [type, of, Number(hits) >= 14])).toEqual([
      ["full-name", 15, true],
      ["phone", 15, true],
      ["cn-resident-id", 15, true],
    ]);
  });

  it("is read within its time", async () => {
    const { svg, width, height } = densePage();
    const image = await pictureOf(await topOf(svg, width, Math.round(height * PART)));
    const before = process.cpuUsage();
    const page = await read(image, never, { ms: PAGE_MS });
    const { user, system } = process.cpuUsage(before);
    expect([page.isComplete, page.lines.length]).toEqual([true, 10]);
    expect((user + system) / 1000).toBeLessThan(PAGE_MS * PART * 1.5);
  });
});
