import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FileSource, MemorySource } from "../../../base/bytes.ts";
import {
  buildJpeg,
  buildVideo,
  comment,
  concat,
  EOI,
  exif,
  frame,
  icc,
  jfif,
  mpf,
  PIXELS,
  SCAN,
  SOI,
  TABLES,
  xmp,
} from "../testing/jpeg-builder.ts";
import { jpeg } from "./jpeg.ts";

const MIB = 1024 * 1024;
/** Coded pixels of a big photo: FF00 now and then, as in real ones. */
const CODED = new Uint8Array(5 * MIB).map((_, at) =>
  at % 509 === 0 ? 0xff : at % 509 === 1 ? 0 : at,
);
const CAMERA = [jfif(), exif("II*\0".padEnd(30_000, "x")), icc(1, 1, "p".repeat(3000))];
const big = (before: readonly Uint8Array[] = [], after: readonly (Uint8Array | string)[] = []) =>
  concat(SOI, ...before, PIXELS, CODED, EOI, ...after);

const folder = mkdtempSync(join(tmpdir(), "jpeg-quick-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a quick look names, and the bytes it read from disk. */
function look(bytes: Uint8Array) {
  const path = join(folder, "photo.jpg");
  writeFileSync(path, bytes);
  const file = FileSource.open(path);
  const result = jpeg.inspect(file, "quick");
  file.close();
  const names = result.ok ? result.value.blocks.map(({ name }) => name) : [];
  return { names, bytesRead: file.bytesRead, isAsFull: isAsFull(bytes, result) };
}

const isAsFull = (bytes: Uint8Array, quick: unknown) =>
  JSON.stringify(jpeg.inspect(new MemorySource(bytes), "full")) === JSON.stringify(quick);

describe("a quick look at a big JPEG", () => {
  it("reads a camera's photo without its pixels, and sees what a full one sees", () => {
    const { names, bytesRead, isAsFull: same } = look(big(CAMERA));
    expect(names).toEqual(["APP0 JFIF", "APP1 Exif", "APP2 ICC"]);
    expect(same).toBe(true);
    expect(bytesRead).toBeLessThan(128 * 1024);
  });

  it("believes an index of pictures that leads to pictures", () => {
    const preview = concat(SOI, exif("II*\0"), PIXELS, CODED.subarray(0, 2 * MIB), EOI);
    const main = (size: number, offset: number) =>
      big([
        mpf([
          { size, offset: 0 },
          { size: preview.length, offset },
        ]),
      ]);
    const size = main(0, 0).length;
    const { names, bytesRead, isAsFull: same } = look(concat(main(size, size - 10), preview));
    expect(names).toEqual(["APP2 MPF", "MPF picture", "MPF picture/APP1 Exif"]);
    expect(same).toBe(true);
    expect(bytesRead).toBeLessThan(128 * 1024);
  });

  it("believes a motion photo's word for where its video begins", () => {
    const video = buildVideo();
    const packet = xmp(
      `<x:xmpmeta GCamera:MicroVideo="1" GCamera:MicroVideoOffset="${video.length}"/>`,
    );
    const { names, bytesRead } = look(big([packet], [video]));
    expect(names).toEqual(["APP1 XMP", "appended video"]);
    expect(bytesRead).toBeLessThan(128 * 1024);
  });

  it("reads everything when the file's word is wrong or hints at more", () => {
    const lie = mpf([{ size: 999_999, offset: 0 }]);
    expect(look(big([lie], ["behind"])).names).toEqual(["APP2 MPF", "bytes after the end"]);
    const packet = xmp('<x:xmpmeta GCamera:MicroVideo="1" GCamera:MicroVideoOffset="5"/>');
    expect(look(big([packet], [buildVideo()])).names).toEqual(["APP1 XMP", "appended video"]);
  });

  it("sees what is appended when the last bytes show it", () => {
    expect(look(big([], ["behind"])).names).toEqual(["bytes after the end"]);
    expect(look(big([], [buildJpeg([comment("hi")])])).names).toEqual([
      "appended JPEG",
      "appended JPEG/COM",
    ]);
    expect(look(big([], ["\0\0\0"])).names).toEqual(["zeros after the end"]);
  });

  it("reads a progressive picture to its end, as metadata may stand between its scans", () => {
    const photo = concat(SOI, TABLES, frame(0xc2), SCAN, CODED, comment("x"), SCAN, EOI);
    expect(look(photo).names).toEqual(["COM"]);
  });
});

it("a full look at coded pixels takes little time", () => {
  const file = new MemorySource(big());
  jpeg.inspect(file, "full");
  // Processor time, as other programs may be running beside the tests.
  const before = process.cpuUsage();
  for (let round = 0; round < 10; round++) jpeg.inspect(file, "full");
  const { user, system } = process.cpuUsage(before);
  const bytesPerSecond = (10 * file.size) / ((user + system) / 1e6);
  expect(bytesPerSecond).toBeGreaterThan(200e6);
});
