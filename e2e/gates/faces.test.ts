import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Pixels, UprightImage } from "../../electron/base/picture.ts";
import type { Detect, ModelStore } from "../../electron/engine/detectors/detector.ts";
import { faces } from "../../electron/engine/detectors/faces/faces.ts";
import { distance, openPersonFinder } from "../../electron/engine/detectors/faces/person.ts";
import { FACES } from "../../electron/engine/detectors/models/face.ts";
import { writeModels } from "../../electron/engine/detectors/models/recipe.ts";
import { openModels } from "../../electron/engine/detectors/models/store.ts";
import { openUpright } from "../../electron/engine/imaging/upright.ts";

/* The face detector on real photos, with the networks that the build makes. */

const require = createRequire(import.meta.url);
const DEMO = join(dirname(require.resolve("@vladmandic/face-api/package.json")), "demo");
const folder = mkdtempSync(join(tmpdir(), "safelight-models-"));
let models: ModelStore;
let detect: Detect;

beforeAll(async () => {
  writeModels(folder, FACES);
  models = openModels(folder);
  detect = await faces.load(models);
});
afterAll(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const demo = (n: number) => readFileSync(join(DEMO, `sample${n}.jpg`));

async function upright(bytes: Uint8Array): Promise<UprightImage> {
  const image = await openUpright(bytes, "jpeg");
  if (!image.ok) throw new Error(image.error);
  return image.value;
}

/** A picture that is only pixels. */
function drawn(width: number, height: number, colour: (n: number) => number): UprightImage {
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, n) => colour(n));
  const whole = async (px: number): Promise<Pixels> => {
    const by = Math.min(1, px / Math.max(width, height));
    const size = { width: Math.ceil(width * by), height: Math.ceil(height * by) };
    return { ...size, rgb: rgb.subarray(0, size.width * size.height * 3) };
  };
  return { width, height, whole, part: (_, px) => whole(px) };
}

it.each([
  [1, 3],
  [2, 3],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 4],
])("finds everybody in demo photo %i: %i people", async (n, people) => {
  const found = await detect(await upright(demo(n)), never);
  expect(found.map(({ kind, type }) => `${kind} ${type}`)).toEqual(Array(people).fill("face face"));
});

it.each([90, 180, 270])(
  "finds the same faces when the photo was turned by %i° and nobody says so",
  async (degrees) => {
    const turned = await sharp(demo(5)).rotate(degrees).jpeg().toBuffer();
    expect(await detect(await upright(turned), never)).toHaveLength(5);
  },
);

describe("a picture that is hardly one", () => {
  it.each([
    ["one pixel", drawn(1, 1, () => 200)],
    ["a line", drawn(2000, 1, (n) => n % 256)],
    ["a post", drawn(3, 3000, (n) => n % 256)],
    ["black", drawn(1000, 700, () => 0)],
    ["white", drawn(700, 1000, () => 255)],
    ["noise", drawn(800, 800, (n) => (Math.imul(n + 1, 2654435761) >>> 16) & 255)],
  ])("of %s has no face", async (_, image) => {
    expect(await detect(image, never)).toEqual([]);
    expect(await detect(image, never, "thorough")).toEqual([]);
  });
});

it("stops when it is told to", async () => {
  const stop = new AbortController();
  stop.abort(new Error("enough"));
  await expect(detect(await upright(demo(1)), stop.signal)).rejects.toThrow("enough");
});

it("knows a person again in another rendering, and tells people apart", async () => {
  const finder = await openPersonFinder(models);
  const photo = await upright(demo(6));
  const found = await detect(photo, never);
  const people = await Promise.all(found.map(({ box }) => finder.describe(photo, box)));
  const small = await upright(
    await sharp(demo(6)).resize(900).modulate({ brightness: 0.8 }).jpeg().toBuffer(),
  );
  const [first] = found;
  if (first === undefined) throw new Error("nobody");
  const again = await finder.describe(small, first.box);
  const [same = 1, ...others] = people.map((person) => distance(person, again));
  expect(same).toBeLessThan(finder.samePerson / 2);
  expect(Math.min(...others)).toBeGreaterThan(same * 2);
});
