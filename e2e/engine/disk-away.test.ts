import { spawnSync } from "node:child_process";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenEngine, openEngine } from "../../electron/engine/engine.ts";
import type { FolderId } from "../../shared/model/ids.ts";
import { EVERY_PHOTO } from "../../shared/model/photo.ts";
import type { ScanProgress } from "../../shared/model/scan.ts";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch } from "./cli.ts";

/* A disk that is pulled out while its photos are scanned, and put in again. Mounting is root's to do. */

const PHOTOS = 40;
const mount = (...words: readonly string[]) => spawnSync("mount", words).status === 0;
const unmount = (path: string) => spawnSync("umount", ["--lazy", path]).status === 0;

let scratch: Scratch;
/** Where the disk's content stays while it is away. */
let kept: string;
let disk: string;
beforeEach(async () => {
  scratch = new Scratch();
  [kept, disk] = [scratch.join("kept"), scratch.join("disk")];
  for (const folder of [kept, disk]) mkdirSync(folder);
});
afterEach(() => {
  for (const folder of [disk, kept]) unmount(folder);
  scratch.remove();
});

const plugIn = () => mount("--bind", kept, disk);
const pullOut = () => unmount(disk);

async function fill() {
  mkdirSync(join(kept, "trip"));
  const photo = await drawnJpeg({ gps: [48.8584, 2.2945] });
  for (let n = 0; n < PHOTOS; n += 1) {
    writeFileSync(join(kept, n % 2 ? "trip" : "", `${n}.jpg`), photo);
  }
}

async function open(name: string): Promise<OpenEngine> {
  const opened = await openEngine({ dataDir: scratch.join(name), jobs: 2 });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

function begin(engine: OpenEngine) {
  const id = engine.folders.add(disk);
  const started = id.ok ? engine.scans.start(id.value, { detectors: ["barcodes"] }) : id;
  if (!started.ok) throw new Error(started.error.code);
  return engine.parts.scans.ended(started.value);
}

const reached = (engine: OpenEngine, wanted: (progress: ScanProgress) => boolean) =>
  new Promise<ScanProgress>((resolve) => {
    const deaf = engine.scans.onProgress((progress) => {
      if (!wanted(progress)) return;
      deaf();
      resolve(progress);
    });
  });

const rowsOf = (engine: OpenEngine) =>
  [...engine.parts.catalogue.questions.listBelow(disk)].map(
    ({ directory, name, status, severity, findings }) => ({
      path: join(directory, name),
      status,
      severity,
      findings,
    }),
  );

describe.skipIf(process.getuid?.() !== 0)("a disk that goes away", () => {
  beforeEach(async () => {
    if (!mount("-t", "tmpfs", "none", kept)) throw new Error("no tmpfs can be mounted");
    await fill();
    plugIn();
  });

  it("pauses its scan, which forgets nothing and ends as if nothing had been", async () => {
    const undisturbed = await open("undisturbed");
    await begin(undisturbed);
    const expected = rowsOf(undisturbed);
    await undisturbed.close();

    const engine = await open("disturbed");
    const ended = begin(engine);
    await reached(engine, ({ done }) => done >= 5);
    pullOut();
    expect((await reached(engine, ({ state }) => state === "paused")).error).toBeNull();
    expect(rowsOf(engine)).toHaveLength(PHOTOS);
    plugIn();
    expect(await ended).toMatchObject({ state: "done", found: PHOTOS, done: PHOTOS, failed: 0 });
    expect(rowsOf(engine)).toEqual(expected);
    await engine.close();
  }, 60_000);

  it("leaves what is known of its photos as it was, when it goes before their files are read", async () => {
    const engine = await open("data");
    await begin(engine);
    const before = rowsOf(engine);
    for (let n = 0; n < PHOTOS; n += 1)
      utimesSync(join(kept, n % 2 ? "trip" : "", `${n}.jpg`), 1, 1);
    const ended = begin(engine);
    const paused = reached(engine, ({ state }) => state === "paused");
    await reached(engine, ({ state }) => state === "walking" && pullOut());
    await paused;
    expect(rowsOf(engine)).toEqual(before);
    plugIn();
    expect(await ended).toMatchObject({ state: "done", done: PHOTOS, unchanged: 0, failed: 0 });
    expect(rowsOf(engine)).toEqual(before);
    await engine.close();
  }, 60_000);

  it("is missing at the next scan, and its photos stay known", async () => {
    const engine = await open("data");
    await begin(engine);
    pullOut();
    const [folder] = engine.folders.list();
    const id = folder?.id as FolderId;
    expect(engine.scans.start(id, { detectors: [] })).toEqual({
      ok: false,
      error: { code: "folder-missing" },
    });
    expect(engine.photos.counts(EVERY_PHOTO).photos).toBe(PHOTOS);
    await engine.close();
  }, 60_000);
});
