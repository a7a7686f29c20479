import { readdirSync } from "node:fs";
import { join } from "node:path";
import exifr from "exifr";

/* The peer: exifr over a folder in one Node process, every segment read, as its README shows. */
const [folder = "."] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
  entry.isFile(),
);
let [places, failures] = [0, 0];
for (const entry of files) {
  try {
    const tags = await exifr.parse(join(entry.parentPath, entry.name), {
      tiff: true,
      xmp: true,
      iptc: true,
      icc: false,
      jfif: true,
      gps: true,
    });
    if (tags?.latitude !== undefined) places += 1;
  } catch {
    failures += 1;
  }
}
console.log(JSON.stringify({ files: files.length, places, failures }));
