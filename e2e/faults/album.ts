import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";

const MODES = [0o644, 0o600, 0o640, 0o444];

/** Bytes of harmless comments, so that a photo and its new version take several pages of a disk each. */
const PADDING = 9_000;

/** Seconds since 1970 with nanoseconds that no double holds; some long ago, one before 1970, one to come. */
const TIMES = [
  "1500000000.123456789",
  "1700000000.999999999",
  "1000000000.000000001",
  "-86400.5",
  "4000000000.654321987",
  "1600000000.000000000",
];

/** Writes `count` small photos with places, no two alike, in two folders, with odd modes and times. */
export async function writePhotos(folder: string, count: number) {
  mkdirSync(join(folder, "trip"), { recursive: true });
  const base = await drawnJpeg({ gps: [31.24, 121.49], owner: "Test Person", padding: PADDING });
  for (let n = 0; n < count; n += 1) {
    const path = join(folder, n % 3 === 2 ? "trip" : "", `p${String(n).padStart(4, "0")}.jpg`);
    writeFileSync(path, unlike(base, n));
    chmodSync(path, MODES[n % MODES.length] ?? 0o644);
    if (n < TIMES.length * 2) execFileSync("touch", ["-d", `@${TIMES[n % TIMES.length]}`, path]);
  }
}

/** The same photo with another comment: its number stands where padding stood. */
function unlike(base: Buffer, n: number): Buffer {
  const photo = Buffer.from(base);
  photo.write(`photo ${n} `, photo.indexOf("xxxxxxxx") + 8);
  return photo;
}
