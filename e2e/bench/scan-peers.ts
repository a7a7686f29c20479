import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import Ocr from "@gutenye/ocr-node";
import exifr from "exifr";
import sharp from "sharp";
import { decodeHeif } from "../../electron/engine/imaging/heif.ts";
import { openFaceApi } from "./face-api.ts";

/*
 * `node scan-peers.ts LIST`: the straight loop that somebody would write with what is there: exifr,
 * then face-api on tfjs-wasm, then @gutenye/ocr-node, over the files that a JSON file names. It is
 * helped where it would fail or waste: HEIC is opened for it by libheif, and face-api gets the photo
 * at 1,024 pixels as sharp shrinks it while loading.
 */

export interface PeerSeen {
  readonly file: string;
  readonly ms: number;
  /** Milliseconds of cores that it took: tells more than the clock where other work goes on. */
  readonly coreMs: number;
  readonly hasPlace: boolean;
  readonly faces: number;
  /** All that was read, one line after the other. */
  readonly text: string;
}

/** face-api's own default. */
const MIN_CONFIDENCE = 0.5;
const FACE_API_PX = 1024;

const [, , list = ""] = process.argv;
// Written by the bench that started us.
const files = JSON.parse(readFileSync(list, "utf8")) as readonly string[];
const scratch = mkdtempSync(join(tmpdir(), "safelight-peers-"));
const faceApi = await openFaceApi();
const ocr = await Ocr.create({ onnxOptions: { intraOpNumThreads: 2, interOpNumThreads: 1 } });

const coreMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function look(file: string): Promise<PeerSeen> {
  const [startedAt, coreBefore] = [performance.now(), coreMs()];
  const place = await exifr.gps(file).catch(() => undefined);
  const drawable = /^\.hei[cf]$/i.test(extname(file)) ? await asJpeg(file) : file;
  const { data, info } = await sharp(drawable)
    .autoOrient()
    .resize(FACE_API_PX, FACE_API_PX, { fit: "inside", withoutEnlargement: true })
    .flatten()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = { width: info.width, height: info.height, rgb: data };
  const faces = await faceApi.detect(image, MIN_CONFIDENCE);
  // It fails on a picture without print.
  const lines = await ocr.detect(drawable).catch(() => []);
  const text = lines.map((line: { readonly text: string }) => line.text).join("\n");
  const ms = performance.now() - startedAt;
  return {
    file,
    ms,
    coreMs: coreMs() - coreBefore,
    hasPlace: Number.isFinite(place?.latitude),
    faces: faces.length,
    text,
  };
}

async function asJpeg(file: string): Promise<string> {
  const decoded = await decodeHeif(readFileSync(file));
  if (!decoded.ok) return file;
  const { data, width, height } = decoded.value;
  const path = join(scratch, "photo.jpg");
  writeFileSync(
    path,
    await sharp(data, { raw: { width, height, channels: 4 } })
      .jpeg()
      .toBuffer(),
  );
  return path;
}

const seen: PeerSeen[] = [];
for (const file of files) seen.push(await look(file));
rmSync(scratch, { recursive: true });
console.log(JSON.stringify(seen));
