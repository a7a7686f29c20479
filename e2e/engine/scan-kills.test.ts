import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ScanDocument } from "../../electron/cli/document.ts";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { seeded } from "../fixtures/random.ts";
import { Scratch, safelight, startSafelight } from "./cli.ts";

/* Scans that are killed at instants nobody chose, with photos of odd times, and then brought to their end. */

const KILLS = 10;
const PHOTOS = 24;
const DETECTORS = ["--detectors", "location,barcodes,faces"];

let scratch: Scratch;
let folder: string;
beforeEach(async () => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
  for (let n = 0; n < PHOTOS; n += 1) {
    const path = join(folder, `${n}.jpg`);
    writeFileSync(path, await drawnJpeg({ gps: [40 + n / 10, 2] }));
    // A camera whose clock was never set, and one that is years ahead.
    if (n % 3 === 1) utimesSync(path, 0, 0);
    if (n % 3 === 2) utimesSync(path, new Date("2099-12-31"), new Date("2099-12-31"));
  }
});
afterEach(() => scratch.remove());

async function photosAfterScan(dataDir: string) {
  const { stdout } = await safelight(["scan", folder, "--json", ...DETECTORS], { dataDir });
  // Our own program's document.
  return (JSON.parse(stdout) as ScanDocument).photos;
}

it("end with the same catalogue as one that nobody disturbed", async () => {
  const startedAt = performance.now();
  const expected = await photosAfterScan(scratch.join("undisturbed"));
  const lasts = performance.now() - startedAt;
  const dataDir = scratch.join("disturbed");
  const random = seeded(11);
  for (let n = 0; n < KILLS; n += 1) {
    const { child, ended } = startSafelight(["scan", folder, ...DETECTORS], {
      dataDir,
      detached: true,
    });
    await Promise.race([sleep(random() * lasts), ended]);
    // The engine alone, or everything at once as a power button does.
    if (child.pid !== undefined && child.exitCode === null)
      process.kill(n % 2 ? child.pid : -child.pid, "SIGKILL");
    await ended;
  }
  expect(expected.map(({ findings }) => findings.length > 0)).toEqual(Array(PHOTOS).fill(true));
  expect(await photosAfterScan(dataDir)).toEqual(expected);
}, 240_000);
