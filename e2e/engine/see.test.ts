import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScanDocument } from "../../electron/cli/document.ts";
import { documents } from "../fixtures/documents/catalogue.ts";
import { missingFonts } from "../fixtures/documents/fonts.ts";
import { app1Exif, jpegWith } from "../fixtures/embed.ts";
import { Scratch, safelight } from "./cli.ts";

/* What the built command line sees in pictures: a face, a drawn identity card, nothing, and what it cannot open. */

const missing = missingFonts();
if (missing.length > 0) console.warn(`NOT RUN, fonts are missing: ${missing.join(", ")}`);

const ALL = "faces,documents,text,barcodes";
const FACE_API = dirname(
  createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json"),
);

describe.skipIf(missing.length > 0)("a scan that looks at pictures", () => {
  const scratch = new Scratch();
  const photos = scratch.join("photos");
  let printed: readonly string[] = [];
  let seen: ScanDocument;

  beforeAll(async () => {
    mkdirSync(photos);
    const card = documents(3).find(({ name }) => name.startsWith("residentFront."));
    if (!card) throw new Error("no identity card is drawn");
    const { png, truth } = await card.make();
    printed = truth.values.map(({ value }) => value);
    writeFileSync(join(photos, "card.png"), png);
    copyFileSync(join(FACE_API, "demo", "sample1.jpg"), join(photos, "people.jpg"));
    const sky = { width: 800, height: 600, channels: 3 as const, background: "#88aaee" };
    await sharp({ create: sky }).jpeg().toFile(join(photos, "sky.jpg"));
    const other = await sharp({ create: { ...sky, background: "#223300" } }).resize(160, 120);
    const thumbnail = await sharp(join(FACE_API, "demo", "sample2.jpg"))
      .resize(160, 120)
      .jpeg();
    const exif = app1Exif({ taken: "2026:05:01 10:00:00", thumbnail: await thumbnail.toBuffer() });
    writeFileSync(join(photos, "painted.jpg"), jpegWith(await other.jpeg().toBuffer(), [exif]));
    const sound = await sharp({ create: sky }).jpeg().toBuffer();
    writeFileSync(join(photos, "torn.jpg"), sound.subarray(0, sound.length - 400));
    const pages = ["#88aaee", "#eeaa88"].map((background) =>
      sharp({ create: { ...sky, background } })
        .png()
        .toBuffer(),
    );
    await sharp(await Promise.all(pages), { join: { animated: true } })
      .webp()
      .toFile(join(photos, "two.webp"));
    const papers = [await sharp({ create: sky }).png().toBuffer(), png];
    await sharp(papers, { join: { animated: true } })
      .tiff()
      .toFile(join(photos, "papers.tif"));
    seen = await scan("--detectors", ALL);
  }, 120_000);
  afterAll(() => scratch.remove());

  async function scan(...words: readonly string[]): Promise<ScanDocument> {
    const options = { dataDir: scratch.dataDir };
    const { stdout } = await safelight(["scan", photos, "--json", ...words], options);
    // Our own program's document; the tests assert on what it holds.
    return JSON.parse(stdout) as ScanDocument;
  }
  const typesIn = (document: ScanDocument, name: string) =>
    document.photos
      .find(({ path }) => path.endsWith(`/${name}`))
      ?.findings.map(({ type }) => type)
      .sort();

  it("finds the card, what is printed on it, and how bad that is", () => {
    expect(typesIn(seen, "card.png")).toEqual(
      expect.arrayContaining(["cn-resident-id", "cn-resident-id-front", "full-name"]),
    );
    const card = seen.photos.find(({ path }) => path.endsWith("/card.png"));
    expect(card?.severity).toBe("critical");
  });

  it("finds the same on the second page of a file, where no box could be drawn", () => {
    const papers = seen.photos.find(({ path }) => path.endsWith("/papers.tif"));
    expect(papers?.severity).toBe("critical");
    const card = papers?.findings.find(({ type }) => type === "cn-resident-id-front");
    expect(card).toMatchObject({ box: null, source: expect.stringMatching(/^page 2 › /) });
    expect(typesIn(seen, "papers.tif")).not.toContain("frames-unseen");
  });

  it("finds faces, in pixels of the upright picture", () => {
    const people = seen.photos.find(({ path }) => path.endsWith("/people.jpg"));
    const boxes = people?.findings.flatMap(({ kind, box }) =>
      kind === "face" && box ? [box] : [],
    );
    expect(boxes?.length).toBeGreaterThan(0);
    for (const [x, y, w, h] of boxes ?? []) {
      expect([x >= 0, y >= 0, w > 10, h > 10]).toEqual([true, true, true, true]);
      expect(x + w).toBeLessThanOrEqual(people?.width ?? 0);
      expect(y + h).toBeLessThanOrEqual(people?.height ?? 0);
    }
  });

  it("finds a small copy that shows what the picture no longer shows", async () => {
    const all = await scan("--detectors", `location,${ALL}`);
    expect(typesIn(all, "painted.jpg")).toContain("thumbnail-differs");
  });

  it("finds nothing in an empty sky, and calls nothing clean that it could not open", () => {
    expect(typesIn(seen, "sky.jpg")).toEqual([]);
    expect(typesIn(seen, "torn.jpg")).toContain("picture-unseen");
    expect(typesIn(seen, "two.webp")).toEqual(["frames-unseen"]);
  });

  it("leaves no printed value anywhere on the disk but in the photos", () => {
    const files = readdirSync(scratch.dataDir, { recursive: true, withFileTypes: true });
    const kept = files
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("latin1"))
      .join("\n");
    const latin = printed.filter((value) => value.length >= 6 && /^[\x21-\x7e]+$/.test(value));
    expect(latin.length).toBeGreaterThan(0);
    expect(
      [kept, JSON.stringify(seen)].flatMap((text) => latin.filter((one) => text.includes(one))),
    ).toEqual([]);
  });

  it("covers what it finds, so that nobody reads it again", async () => {
    const copy = scratch.join("card to cover.png");
    copyFileSync(join(photos, "card.png"), copy);
    const options = { dataDir: scratch.join("other data") };
    const covered = await safelight(["redact", copy, "--kinds", "personal-text"], options);
    expect(covered.code).toBe(0);
    const words = ["scan", copy, "--json", "--detectors", ALL];
    const { stdout } = await safelight(words, { dataDir: scratch.join("fresh data") });
    // Our own program's document; the test asserts on what it holds.
    const [photo] = (JSON.parse(stdout) as ScanDocument).photos;
    const types = photo?.findings.map(({ type }) => type);
    for (const type of ["cn-resident-id", "full-name", "home-address", "picture-unseen"])
      expect(types).not.toContain(type);
  });

  it("knows after a strip what it knew of the picture before", async () => {
    const copy = scratch.join("people to strip.jpg");
    copyFileSync(join(photos, "people.jpg"), copy);
    const options = { dataDir: scratch.join("strip data") };
    const before = await safelight(["scan", copy, "--json", "--detectors", "faces"], options);
    await safelight(["strip", copy, "--preset", "everything"], options);
    const after = await safelight(["show", copy, "--json"], options);
    // Our own program's documents; the test asserts on what they hold.
    const [seenBefore] = (JSON.parse(before.stdout) as ScanDocument).photos;
    const shown = JSON.parse(after.stdout) as ScanDocument["photos"][number];
    const facesOf = (photo: typeof shown | undefined) =>
      photo?.findings.filter(({ kind }) => kind === "face").map(({ type, box }) => [type, box]);
    expect(facesOf(shown)?.length).toBeGreaterThan(0);
    expect(facesOf(shown)).toEqual(facesOf(seenBefore));
  });

  it("looks again for what was not looked for before, and never twice for the same", async () => {
    const again = await scan("--detectors", ALL);
    expect(again.photos).toEqual(seen.photos);
    expect(again.summary.elapsedMs).toBeLessThan(seen.summary.elapsedMs / 2);
  });
});
