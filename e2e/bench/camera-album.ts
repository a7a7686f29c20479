import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { app1Exif, app1Xmp, jpegWith, xmpPacket } from "../fixtures/embed.ts";
import { seeded } from "../fixtures/random.ts";

/** Pictures of camera size that the files share; encoding five thousand would take an hour. */
const PICTURES = 10;
const SMALLEST_BYTES = 2_000_000;
const LARGEST_BYTES = 6_000_000;

/** Coded pixels that a sparse file keeps, in bytes: what readers may look at before they hop to the end. */
const KEPT_PIXELS = 64 * 1024;

/**
 * Writes `count` JPEGs of 2–6 MB with Exif, GPS, a serial number, a thumbnail and XMP, as phones
 * write them: own metadata in each, coded pixels shared. The same files each time.
 * @param pixels `sparse`: the middle of the coded pixels is a hole in the file, so that an album
 *   of 20 GB takes 500 MB of the disk. Of use where only metadata is read.
 */
export async function writeCameraAlbum(
  folder: string,
  count: number,
  pixels: "whole" | "sparse" = "whole",
): Promise<void> {
  const pictures = await Promise.all(
    Array.from({ length: PICTURES }, (_, n) =>
      pictureOf(SMALLEST_BYTES + ((LARGEST_BYTES - SMALLEST_BYTES) * n) / (PICTURES - 1)),
    ),
  );
  const [small] = pictures;
  const thumbnail = await sharp(small).resize(160, 120).jpeg({ quality: 70 }).toBuffer();
  const random = seeded(42);
  for (let n = 0; n < count; n += 1) {
    const day = join(folder, `day ${Math.floor(n / 100)}`);
    if (n % 100 === 0) mkdirSync(day, { recursive: true });
    const exif = app1Exif({
      make: "Samplecam",
      model: "S-100",
      software: "1.0",
      taken: "2026:05:01 10:00:00",
      owner: "Test Person",
      bodySerial: `SN-${1_000_000 + n}`,
      gps: { lat: 30 + random() * 10, lon: 110 + random() * 10 },
      thumbnail,
    });
    const xmp = app1Xmp(xmpPacket({ "xmp:CreatorTool": "Samplecam 1.0" }));
    const picture = pictures[n % PICTURES] ?? Buffer.alloc(0);
    const path = join(day, `IMG_${String(n).padStart(5, "0")}.jpg`);
    const photo = jpegWith(picture, [exif, xmp]);
    if (pixels === "whole") writeFileSync(path, photo);
    else writeSparsely(path, photo);
  }
}

/** The file's beginning and its last two bytes (EOI), with a hole between. */
function writeSparsely(path: string, photo: Buffer) {
  const fd = openSync(path, "w");
  writeSync(fd, photo, 0, KEPT_PIXELS);
  ftruncateSync(fd, photo.length);
  writeSync(fd, photo, photo.length - 2, 2, photo.length - 2);
  closeSync(fd);
}

/** Twelve megapixels of texture, as many bytes as asked for. */
async function pictureOf(bytes: number): Promise<Buffer> {
  const noise = sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: "#7a8fa0",
      noise: { type: "gaussian", mean: 128, sigma: 24 },
    },
  }).blur(0.8);
  const { data, info } = await noise.raw().toBuffer({ resolveWithObject: true });
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } } as const;
  let [low, high] = [5, 95];
  let best = Buffer.alloc(0);
  while (high - low > 2) {
    const quality = Math.round((low + high) / 2);
    best = await sharp(data, raw).jpeg({ quality }).toBuffer();
    if (best.length > bytes) high = quality;
    else low = quality;
  }
  return best;
}
