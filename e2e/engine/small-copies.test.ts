import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fingerprintOf } from "../../electron/base/fingerprint.ts";
import type { Depth } from "../../electron/engine/formats/format.ts";
import { examinePhoto } from "../../electron/engine/scan/examine.ts";
import { app1Exif, jpegWith } from "../fixtures/embed.ts";
import { groupPhoto, jpegBytes, rawPixels, thumbnailOf } from "../fixtures/pixels.ts";

/* Pictures with the small copy that a camera or an editor left in them. */

let folder: string;
let whole: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "safelight-copies-"));
  whole = await groupPhoto(2, 960).png().toBuffer();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function told(bytes: Uint8Array, depth: Depth = "full") {
  const path = join(folder, "photo.jpg");
  writeFileSync(path, bytes);
  const fingerprint = fingerprintOf(lstatSync(path, { bigint: true }));
  const seen = await examinePhoto({ path, fingerprint, depth });
  if (seen.status !== "scanned") throw new Error(seen.status);
  const copies = seen.findings.filter(({ kind }) => kind === "thumbnail");
  return copies.map(({ type, severity, source }) => [type, severity, source]);
}

/** 960 × 576 as a rule. */
const picture = () => sharp(whole);
const withExif = async (main: Sharp, thumbnail: Sharp) =>
  jpegWith(await jpegBytes(main), [
    app1Exif({ thumbnail: await thumbnail.jpeg({ quality: 70 }).toBuffer() }),
  ]);
const cut = (left: number, top: number, width: number, height: number) =>
  picture().extract({ left, top, width, height });
const box = (width: number, height: number, background = "#000") => ({
  input: { create: { width, height, channels: 3 as const, background } },
});

const SAME = [["embedded-thumbnail", "low", "Exif IFD1"]];
const DIFFERS = [["thumbnail-differs", "high", "Exif IFD1"]];

describe("a small copy that shows what the picture shows", () => {
  it.each<[string, () => Sharp]>([
    ["in the picture's shape", () => picture().resize(160, 96)],
    ["cut to 4:3 by its sides", () => picture().resize(160, 120, { fit: "cover" })],
    ["squeezed to 4:3", () => picture().resize(160, 120, { fit: "fill" })],
    [
      "between black bars",
      () => picture().resize(160, 120, { fit: "contain", background: "#000" }),
    ],
    [
      "between white bars",
      () => picture().resize(160, 120, { fit: "contain", background: "#fff" }),
    ],
    ["turned", () => picture().rotate(90).resize(96, 160)],
    ["paler", () => picture().resize(160, 96).linear(0.6, 70)],
    ["in grey", () => picture().resize(160, 96).greyscale()],
    ["all black", () => sharp({ create: { ...box(160, 120).input.create } })],
  ])("is a small copy and no more: %s", async (_, thumbnail) => {
    expect(await told(await withExif(picture(), thumbnail()))).toEqual(SAME);
  });
});

describe("a small copy that shows something else", () => {
  it.each<[string, () => Sharp]>([
    ["one side was cropped away", () => cut(0, 0, 720, 576)],
    ["every edge was cropped away", () => cut(100, 60, 760, 456)],
    ["top and bottom were cropped away evenly", () => cut(0, 100, 960, 376)],
    ["little was left", () => cut(500, 100, 200, 150)],
    [
      "a face was painted over",
      () => picture().composite([{ ...box(190, 140, "#fff"), left: 400, top: 150 }]),
    ],
    ["the picture is another one", () => groupPhoto(3, 960)],
  ])("is told, and is bad: %s", async (_, main) => {
    const edited = sharp(await main().png().toBuffer());
    expect(await told(await withExif(edited, picture().resize(160, 96)))).toEqual(DIFFERS);
  });

  it("is told of Photoshop's copy", async () => {
    const jpeg = await thumbnailOf(picture());
    const size = Buffer.alloc(4);
    size.writeUInt32BE(28 + jpeg.length);
    const resource = [Buffer.from("8BIM\x04\x0c\0\0", "latin1"), size, Buffer.alloc(28), jpeg];
    const body = Buffer.concat([Buffer.from("Photoshop 3.0\0"), ...resource, Buffer.alloc(1)]);
    const head = Buffer.of(0xff, 0xed, (body.length + 2) >> 8, (body.length + 2) & 255);
    const segment = Buffer.concat([head, body]);
    const alike = jpegWith(await jpegBytes(picture()), [segment]);
    expect(await told(alike)).toEqual([["embedded-thumbnail", "low", "Photoshop"]]);
    const cropped = jpegWith(await jpegBytes(cut(0, 0, 480, 576)), [segment]);
    expect(await told(cropped)).toEqual([["thumbnail-differs", "high", "Photoshop"]]);
  });

  it("is told of JFIF's bare pixels", async () => {
    const { data, width, height } = await rawPixels(picture().resize(80, 48));
    const body = [Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01"), Buffer.of(width, height), data];
    const length = 2 + body.reduce((sum, part) => sum + part.length, 0);
    const jfif = Buffer.concat([Buffer.of(0xff, 0xe0, length >> 8, length & 255), ...body]);
    const withJfif = async (main: Sharp) => {
      const jpeg = await jpegBytes(main);
      const behind = jpeg.readUInt16BE(2) === 0xffe0 ? 4 + jpeg.readUInt16BE(4) : 2;
      return Buffer.concat([jpeg.subarray(0, 2), jfif, jpeg.subarray(behind)]);
    };
    expect(await told(await withJfif(picture()))).toEqual([
      ["embedded-thumbnail", "low", "thumbnail"],
    ]);
    expect(await told(await withJfif(cut(0, 0, 480, 576)))).toEqual([
      ["thumbnail-differs", "high", "thumbnail"],
    ]);
  });
});

it("says nothing of pictures that it cannot decode, and nothing on a quick look", async () => {
  const cropped = await withExif(cut(0, 0, 480, 576), picture().resize(160, 96));
  expect(await told(cropped, "quick")).toEqual(SAME);
  const broken = jpegWith(await jpegBytes(cut(0, 0, 480, 576)), [
    app1Exif({ thumbnail: (await thumbnailOf(picture())).subarray(0, 900) }),
  ]);
  expect(await told(broken)).toEqual(SAME);
});

/** Public sample photos, kept beside the repository where they are available. */
const CORPUS = join(import.meta.dirname, "../../../shared/corpus/metadata/exif-samples/jpg");

it.runIf(existsSync(CORPUS))(
  "does not cry wolf over what cameras write, and finds the one photo that was cropped",
  async () => {
    const differing: string[] = [];
    let alike = 0;
    for (const name of readdirSync(CORPUS, { recursive: true, encoding: "utf8" })) {
      const path = join(CORPUS, name);
      const stat = lstatSync(path, { bigint: true });
      if (!stat.isFile()) continue;
      const seen = await examinePhoto({ path, fingerprint: fingerprintOf(stat), depth: "full" });
      const types = seen.status === "scanned" ? seen.findings.map(({ type }) => type) : [];
      if (types.includes("thumbnail-differs")) differing.push(name);
      else if (types.includes("embedded-thumbnail")) alike += 1;
    }
    expect([differing, alike]).toEqual([[join("tests", "35-empty.jpg")], alike]);
    expect(alike).toBeGreaterThan(50);
  },
);
