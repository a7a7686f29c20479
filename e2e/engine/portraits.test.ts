import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PhotoRecord, ScanDocument } from "../../electron/cli/document.ts";
import { documents } from "../fixtures/documents/catalogue.ts";
import { missingFonts } from "../fixtures/documents/fonts.ts";
import { Scratch, safelight } from "./cli.ts";

/* An identity card with a face on it, on a table, beside a photo of somebody: one is the card's, one is a person. */

const missing = missingFonts();
if (missing.length > 0) console.warn(`NOT RUN, fonts are missing: ${missing.join(", ")}`);

const DEMO = join(
  dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")),
  "demo",
);
/** Of the card on the table, in pixels of the photo. */
const CARD = { left: 60, top: 520, width: 900, height: 567 };

describe.skipIf(missing.length > 0)("a face on a paper", () => {
  const scratch = new Scratch();
  const photos = scratch.join("photos");

  beforeAll(async () => {
    mkdirSync(photos);
    const drawn = await documents(3)
      .find(({ name }) => name.startsWith("residentFront."))
      ?.make();
    if (!drawn?.truth.portrait) throw new Error("no identity card is drawn");
    const { png, width: wide, height: high, truth } = drawn;
    const [x = 0, y = 0, w = 0, h = 0] = truth.portrait ?? [];
    const [width, height] = [Math.round(w * wide), Math.round(h * high)];
    const bearer = await sharp(join(DEMO, "sample6.jpg"))
      .extract(await headOf("sample6.jpg", [0.6, 0.14, 0.14, 0.32]))
      .resize(width, height, { fit: "cover" })
      .toBuffer();
    const card = await sharp(
      await sharp(png)
        .composite([{ input: bearer, left: Math.round(x * wide), top: Math.round(y * high) }])
        .toBuffer(),
    )
      .resize(CARD.width, CARD.height, { fit: "fill" })
      .toBuffer();
    const person = await sharp(join(DEMO, "sample3.jpg"))
      .extract(await headOf("sample3.jpg", [0.5, 0.05, 0.25, 0.6]))
      .resize(420, 560, { fit: "cover" })
      .toBuffer();
    const table = { width: 1600, height: 1200, channels: 3 as const, background: "#6b5a48" };
    await sharp({ create: table })
      .composite([
        { input: card, left: CARD.left, top: CARD.top },
        { input: person, left: 1100, top: 40 },
      ])
      .jpeg({ quality: 92 })
      .toFile(join(photos, "table.jpg"));
  });
  afterAll(() => scratch.remove());

  async function headOf(name: string, [x, y, w, h]: readonly [number, number, number, number]) {
    const { width, height } = await sharp(join(DEMO, name)).metadata();
    return {
      left: Math.round(x * width),
      top: Math.round(y * height),
      width: Math.round(w * width),
      height: Math.round(h * height),
    };
  }

  async function facesSeen(data: string, detectors: string): Promise<PhotoRecord["findings"]> {
    const words = ["scan", photos, "--json", "--detectors", detectors];
    const { stdout } = await safelight(words, { dataDir: scratch.join(data) });
    // Our own program's document; the tests assert on what it holds.
    const [photo] = (JSON.parse(stdout) as ScanDocument).photos;
    return photo?.findings.filter(({ kind }) => kind === "face") ?? [];
  }

  const isOnCard = ({ box }: PhotoRecord["findings"][number]) =>
    box !== null && box[0] < CARD.left + CARD.width && box[1] > CARD.top;

  it("is the portrait of that paper, and whoever is beside it is a person", async () => {
    const seen = await facesSeen("at once", "faces,documents");
    const [portraits, people] = [seen.filter(isOnCard), seen.filter((one) => !isOnCard(one))];
    expect(portraits).toMatchObject([
      { type: "portrait", severity: "low", source: "picture › cn-resident-id-front" },
    ]);
    expect(people.map(({ type, source }) => [type === "portrait", source])).toEqual([
      [false, "picture"],
    ]);
  });

  it("becomes the paper's when the paper is found later", async () => {
    const before = await facesSeen("later", "faces");
    expect(before.map(({ type }) => type)).not.toContain("portrait");
    const after = await facesSeen("later", "faces,documents");
    expect(after.filter(isOnCard).map(({ type }) => type)).toEqual(["portrait"]);
  });
});
