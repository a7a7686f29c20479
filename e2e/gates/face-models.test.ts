import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ModelStore } from "../../electron/engine/detectors/detector.ts";
import { FACES } from "../../electron/engine/detectors/models/face.ts";
import { writeModels } from "../../electron/engine/detectors/models/recipe.ts";
import { compileDetector } from "../../electron/engine/detectors/models/ssd.ts";
import { openModels } from "../../electron/engine/detectors/models/store.ts";
import { readWeights } from "../../electron/engine/detectors/models/weights.ts";
import { openFaceApi, type Peer, type PeerNet, type RgbImage } from "../bench/face-api.ts";

/* Our networks give what face-api's own give, on its own photos. */

const require = createRequire(import.meta.url);
const DEMO = join(dirname(require.resolve("@vladmandic/face-api/package.json")), "demo");
const folder = mkdtempSync(join(tmpdir(), "safelight-models-"));
let peer: Peer;
let models: ModelStore;

beforeAll(async () => {
  writeModels(folder, FACES);
  models = openModels(folder);
  peer = await openFaceApi();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One of face-api's demo photos, or the part of it with a face, squeezed into a square. */
async function photo(n: number, px: number, isFace = false): Promise<RgbImage> {
  const whole = sharp(join(DEMO, `sample${n}.jpg`)).removeAlpha();
  const region = { left: 700, top: 200, width: 600, height: 600 };
  const image = isFace ? whole.extract(region) : whole;
  const { data } = await image
    .resize(px, px, { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: px, height: px, rgb: data };
}

const largest = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let n = 0; n < a.length; n++) most = Math.max(most, Math.abs((a[n] ?? 0) - (b[n] ?? 0)));
  return most;
};

const PHOTOS = [1, 2, 3, 4, 5, 6];

it.each([
  ["face-landmarks", "points", 112, 1e-5],
  ["face-age", "years", 112, 1e-3],
  ["face-descriptor", "descriptor", 150, 1e-5],
] as const)("%s gives face-api's %s", async (name, output, px, most) => {
  const net = await models.open(name satisfies PeerNet);
  for (const n of PHOTOS) {
    const image = await photo(n, px, true);
    const ours = await net.run({ rgb: { data: image.rgb, dims: [1, px, px, 3] } });
    const [theirs = new Float32Array()] = await peer.raw(name, image);
    expect(largest(Float32Array.from(ours[output]?.data ?? [], Number), theirs)).toBeLessThan(most);
  }
});

describe("the face detector", () => {
  /** Differences of scores, and of boxes in pixels, from face-api's on all photos. */
  async function differences(net: Awaited<ReturnType<ModelStore["open"]>>) {
    const seen = { score: 0, box: 0, rms: 0 };
    const squares: number[] = [];
    for (const n of PHOTOS) {
      const image = await photo(n, 512);
      const { scores, boxes } = await net.run({ rgb: { data: image.rgb, dims: [1, 512, 512, 3] } });
      const [theirScores = new Float32Array(), theirBoxes = new Float32Array()] = await peer.raw(
        "face-detector",
        image,
      );
      const ours = Float32Array.from(scores?.data ?? [], Number);
      seen.score = Math.max(seen.score, largest(ours, theirScores));
      const inPixels = theirBoxes.map((fraction) => fraction * 512);
      seen.box = Math.max(
        seen.box,
        largest(Float32Array.from(boxes?.data ?? [], Number), inPixels),
      );
      for (const [k, score] of theirScores.entries()) {
        if (score > 0.1) squares.push((logit(ours[k] ?? 0) - logit(score)) ** 2);
      }
    }
    return { ...seen, rms: Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length) };
  }
  const logit = (p: number) => Math.log(p / (1 - p));

  it("gives face-api's scores and boxes when it is computed with floats", async () => {
    const { InferenceSession, Tensor } = await import("onnxruntime-node");
    const bytes = compileDetector(readWeights("ssd_mobilenetv1_model"), () => "float");
    const session = await InferenceSession.create(bytes);
    const found = await differences({
      setting: () => 0,
      classes: [],
      run: async ({ rgb }) => {
        const input = new Tensor("uint8", rgb?.data as Uint8Array, rgb?.dims);
        const { scores, boxes } = await session.run({ rgb: input });
        return { scores: scores as never, boxes: boxes as never };
      },
    });
    expect(found.score).toBeLessThan(1e-5);
    expect(found.box).toBeLessThan(0.01);
  });

  it("keeps near to them in bytes: a quarter of a logit where there may be a face", async () => {
    const found = await differences(await models.open("face-detector"));
    expect(found.rms).toBeLessThan(0.25);
  });
});

it("makes the same files each time, and names their bytes", () => {
  const again = mkdtempSync(join(tmpdir(), "safelight-models-"));
  writeModels(again, FACES);
  for (const file of ["manifest.json", ...FACES.map(({ name }) => `${name}.onnx`)]) {
    expect(readFileSync(join(again, file)).equals(readFileSync(join(folder, file)))).toBe(true);
  }
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  for (const { file, sha256 } of manifest) {
    expect(
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ).toBe(sha256);
  }
  rmSync(again, { recursive: true });
});

it("runs no network that was changed after it was built", async () => {
  const changed = mkdtempSync(join(tmpdir(), "safelight-models-"));
  writeModels(changed, FACES);
  const { writeFileSync } = await import("node:fs");
  writeFileSync(join(changed, "face-age.onnx"), readFileSync(join(folder, "face-landmarks.onnx")));
  await expect(openModels(changed).open("face-age")).rejects.toThrow(
    "face-age.onnx is not the file",
  );
  rmSync(changed, { recursive: true });
});
