import { linkSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openEngine } from "../../electron/engine/engine.ts";
import type { DetectorId } from "../../shared/model/finding.ts";
import { EVERY_PHOTO } from "../../shared/model/photo.ts";
import type { ScanProgress } from "../../shared/model/scan.ts";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch } from "./cli.ts";

/* Scans of a real folder by the real engine: stop, start again, only what changed is read. */

let scratch: Scratch;
let folder: string;
beforeEach(async () => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(join(folder, "trip"), { recursive: true });
  const photo = await drawnJpeg({ gps: [48.8584, 2.2945] });
  for (let n = 0; n < 60; n += 1)
    writeFileSync(join(folder, n % 2 ? "trip" : "", `${n}.jpg`), photo);
});
afterEach(() => scratch.remove());

async function withEngine<T>(use: (engine: Engine) => Promise<T>): Promise<T> {
  const opened = await openEngine({ dataDir: scratch.dataDir, jobs: 2 });
  if (!opened.ok) throw new Error(opened.error.code);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.close();
  }
}
type Engine = Extract<Awaited<ReturnType<typeof openEngine>>, { ok: true }>["value"];

/** Milliseconds in which a scan that is stopped must have ended. */
const STOPS_WITHIN_MS = 300;

async function scan(
  engine: Engine,
  stopAfter = Number.POSITIVE_INFINITY,
  detectors: readonly DetectorId[] = ["location"],
): Promise<ScanProgress> {
  const id = engine.folders.add(folder);
  const started = id.ok ? engine.scans.start(id.value, { detectors }) : id;
  if (!started.ok) throw new Error(started.error.code);
  let stoppedAt = Number.POSITIVE_INFINITY;
  const deaf = engine.scans.onProgress(({ done }) => {
    if (done < stopAfter) return;
    stoppedAt = Math.min(stoppedAt, performance.now());
    engine.scans.stop(started.value);
  });
  const end = await engine.parts.scans.ended(started.value);
  deaf();
  expect(performance.now() - stoppedAt).toBeLessThan(STOPS_WITHIN_MS);
  if (!end) throw new Error("no such scan");
  return end;
}

it("reads nothing again that did not change, and what did change once more", async () => {
  await withEngine(async (engine) => {
    expect(await scan(engine)).toMatchObject({
      state: "done",
      found: 60,
      done: 60,
      unchanged: 0,
      dangerous: 60,
    });
    expect(await scan(engine)).toMatchObject({
      state: "done",
      done: 60,
      unchanged: 60,
      dangerous: 60,
    });
    writeFileSync(join(folder, "0.jpg"), await drawnJpeg());
    utimesSync(join(folder, "2.jpg"), 1, 1);
    expect(await scan(engine)).toMatchObject({ done: 60, unchanged: 58, dangerous: 59 });
  });
});

it("forgets photos and folders that are gone", async () => {
  await withEngine(async (engine) => {
    await scan(engine);
    rmSync(join(folder, "4.jpg"));
    rmSync(join(folder, "trip"), { recursive: true });
    expect(await scan(engine)).toMatchObject({ state: "done", found: 29 });
    expect(engine.photos.counts(EVERY_PHOTO).photos).toBe(29);
  });
});

it("stops when asked, keeps what was read, and goes on from there in another process's life", async () => {
  const stopped = await withEngine((engine) => scan(engine, 1));
  expect(stopped.state).toBe("stopped");
  const resumed = await withEngine(scan);
  expect(resumed).toMatchObject({ state: "done", found: 60, done: 60 });
  expect(resumed.unchanged).toBe(stopped.done);
});

it("stops at once in the middle of looking at pictures, and looks only at the others later", async () => {
  for (let n = 0; n < 60; n += 1)
    writeFileSync(join(folder, n % 2 ? "trip" : "", `${n}.jpg`), await drawnJpeg({ gps: [n, 2] }));
  const stopped = await withEngine((engine) => scan(engine, 3, ["barcodes"]));
  expect(stopped.state).toBe("stopped");
  const resumed = await withEngine((engine) => scan(engine, undefined, ["barcodes"]));
  expect(resumed).toMatchObject({ state: "done", done: 60, unchanged: stopped.done });
});

it("says that the folder went away instead of forgetting its photos", async () => {
  await withEngine(async (engine) => {
    await scan(engine);
    const id = engine.folders.list()[0]?.id;
    rmSync(folder, { recursive: true });
    const started =
      id === undefined ? undefined : engine.scans.start(id, { detectors: ["location"] });
    expect(started).toEqual({ ok: false, error: { code: "folder-missing" } });
    expect(engine.photos.counts(EVERY_PHOTO).photos).toBe(60);
  });
});

it("stores a photo once, however many chosen folders hold it", async () => {
  await withEngine(async (engine) => {
    await scan(engine);
    const inner = engine.folders.add(join(folder, "trip"));
    if (!inner.ok) throw new Error(inner.error.code);
    expect(engine.photos.counts(EVERY_PHOTO).photos).toBe(60);
    expect(engine.photos.counts({ ...EVERY_PHOTO, folderId: inner.value }).photos).toBe(30);
    engine.folders.forget(inner.value);
    expect(engine.photos.counts(EVERY_PHOTO).photos).toBe(60);
  });
});

it("shows the pages of a filter without repeating or losing a photo", async () => {
  await withEngine(async (engine) => {
    await scan(engine);
    const filter = { ...EVERY_PHOTO, kinds: ["location" as const] };
    const pages = Array.from({ length: 9 }, (_, n) => engine.photos.page(filter, 7 * n, 7));
    expect(pages.map(({ total }) => total)).toEqual(Array(9).fill(60));
    const seen = pages.flatMap(({ photos }) => photos.map(({ id }) => id));
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
  });
});

it("gets through one folder with more photos than may wait for an analyst", async () => {
  for (let n = 60; n < 5_000; n += 1) linkSync(join(folder, "0.jpg"), join(folder, `${n}.jpg`));
  await withEngine(async (engine) => {
    expect(await scan(engine)).toMatchObject({ state: "done", found: 5_000, done: 5_000 });
  });
});
