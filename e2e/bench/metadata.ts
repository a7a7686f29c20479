import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { FileSource } from "../../electron/base/bytes.ts";
import type { ScanDocument } from "../../electron/cli/document.ts";
import { inspectPhoto } from "../../electron/engine/scan/inspect.ts";
import { ensureBuilt } from "../../electron/start/build.ts";
import { writeCameraAlbum } from "./camera-album.ts";
import { machine, median, row } from "./machine.ts";
import { EXIFTOOL, SAFELIGHT, timed } from "./processes.ts";

/*
 * `npm run bench:metadata`: reading and stripping metadata beside the peers, on the same files in
 * the same run. Options: --files N (album size, 5000), --strip N (files stripped, 500).
 */
const { values } = parseArgs({
  options: {
    files: { type: "string", default: "5000" },
    strip: { type: "string", default: "500" },
  },
});
const CORPUS = fileURLToPath(
  new URL("../../../shared/corpus/metadata/exif-samples", import.meta.url),
);
const EXIFR_LOOP = fileURLToPath(new URL("./exifr-loop.ts", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "safelight-bench-"));
let run = 0;

/** Whole processes, their start included; the middle of three. */
async function benchScan(name: string, folder: string) {
  const count = filesOf(folder).length;
  const ours = await middle(() =>
    timed(process.execPath, [
      SAFELIGHT,
      "scan",
      folder,
      "--metadata-only",
      "--json",
      "--data-dir",
      join(scratch, `data-${++run}`),
    ]),
  );
  const exiftool = await middle(() =>
    timed("perl", [EXIFTOOL, "-r", "-json", "-n", "-gps:all", folder]),
  );
  const exifr = await middle(() => timed(process.execPath, [EXIFR_LOOP, folder]));
  row(`${name}: scan, Safelight`, perSecond(count, ours.ms));
  row(`${name}: scan, ExifTool -gps:all`, perSecond(count, exiftool.ms));
  row(`${name}: scan, exifr`, perSecond(count, exifr.ms));
  row(
    `${name}: times ExifTool`,
    ratio(exiftool.ms, ours.ms),
    "at least 25",
    exiftool.ms / ours.ms >= 25,
  );
  row(`${name}: times exifr`, ratio(exifr.ms, ours.ms), "more than 1", exifr.ms > ours.ms);
  const { photos, summary } = JSON.parse(ours.stdout) as ScanDocument;
  row(`${name}: inside the scan alone`, `${summary.photosPerSecond} photos/s`);
  const places = photos.filter(({ findings }) => findings.some(({ kind }) => kind === "location"));
  row(`${name}: photos with a place`, `${places.length}`);
}

/** Bytes that a quick look fetches from each JPEG. */
function benchBytesRead(folder: string) {
  const read = filesOf(folder)
    .slice(0, 500)
    .map((path) => {
      const file = FileSource.open(path);
      const fingerprint = file.fingerprint();
      file.close();
      const seen = inspectPhoto({ path, fingerprint, depth: "quick" });
      return seen.status === "scanned" ? seen.bytesRead : Number.NaN;
    });
  const kilobytes = median(read) / 1024;
  row(
    "bytes read per JPEG, median",
    `${kilobytes.toFixed(0)} KB`,
    "at most 128 KB",
    kilobytes <= 128,
  );
}

async function benchStrip(album: string, count: number) {
  const chosen = filesOf(album).slice(0, count);
  const [forUs, forThem] = ["ours", "theirs"].map((name) => {
    const folder = join(scratch, name);
    for (const path of chosen) cpSync(path, join(folder, path.slice(album.length)));
    return folder;
  });
  if (forUs === undefined || forThem === undefined) return;
  const disk = justWriting(chosen, join(scratch, "raw"));
  const exiftool = await timed("perl", [
    EXIFTOOL,
    "-q",
    "-r",
    "-overwrite_original",
    "-all=",
    forThem,
  ]);
  const ours = await timed(process.execPath, [
    SAFELIGHT,
    "strip",
    forUs,
    "--json",
    "--preset",
    "everything",
    "--data-dir",
    join(scratch, "data-strip"),
  ]);
  const { summary } = JSON.parse(ours.stdout) as { summary: { done: number; failed: number } };
  row(`strip ${count}: Safelight, every safety on`, perSecond(count, ours.ms));
  row(`strip ${count}: done / failed`, `${summary.done} / ${summary.failed}`);
  row(`strip ${count}: ExifTool -all=, no fsync, no undo`, perSecond(count, exiftool.ms));
  row(
    `strip ${count}: times ExifTool`,
    ratio(exiftool.ms, ours.ms),
    "at least 4",
    exiftool.ms / ours.ms >= 4,
  );
  row(`strip ${count}: only writing + fsync of the bytes`, `${(disk / 1000).toFixed(2)} s`);
  row(`strip ${count}: share that is the disk's`, `${Math.round((disk / ours.ms) * 100)} %`);
}

/** What the disk alone takes for as many bytes in as many files, one after another. */
function justWriting(paths: readonly string[], to: string): number {
  const bytes = Buffer.alloc(8 * 1024 * 1024, 1);
  const sizes = paths.map((path) => statSync(path).size);
  const startedAt = performance.now();
  for (const [n, size] of sizes.entries()) {
    const fd = openSync(`${to}-${n}`, "w");
    writeSync(fd, bytes, 0, Math.min(size, bytes.length));
    fsyncSync(fd);
    closeSync(fd);
  }
  return performance.now() - startedAt;
}

async function middle(measure: () => ReturnType<typeof timed>) {
  const runs = [await measure(), await measure(), await measure()].sort((a, b) => a.ms - b.ms);
  const [, second] = runs;
  if (!second) throw new Error("no run");
  return second;
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const perSecond = (count: number, ms: number) => `${Math.round((count * 1000) / ms)} files/s`;
const ratio = (theirs: number, ours: number) => `${(theirs / ours).toFixed(1)} x`;

console.log(machine());
try {
  await ensureBuilt();
  if (existsSync(CORPUS)) await benchScan("corpus", CORPUS);
  else console.log("corpus: not here, left out");
  const album = join(scratch, "album");
  await writeCameraAlbum(album, Number(values.files), "sparse");
  await benchScan(`album of ${values.files}`, album);
  benchBytesRead(album);
  rmSync(album, { recursive: true });
  await writeCameraAlbum(album, Number(values.strip));
  await benchStrip(album, Number(values.strip));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
