import { mkdirSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type OpenEngine, openEngine } from "../../electron/engine/engine.ts";
import type { WatchNews } from "../../electron/engine/scan/watching.ts";
import type { FolderId } from "../../shared/model/ids.ts";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch, startSafelight } from "./cli.ts";

/* Folders that are scanned by themselves: by the real engine, of a real folder. */

/** Milliseconds in which nothing changes before a scan begins; five seconds in the product. */
const QUIET_MS = 200;

let scratch: Scratch;
let folder: string;
let engine: OpenEngine;
const news: WatchNews[] = [];
beforeEach(async () => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
  engine = await open();
  engine.saveSettings({ detectors: ["location"] });
});
afterEach(async () => {
  await engine.close();
  scratch.remove();
});

async function open(): Promise<OpenEngine> {
  const opened = await openEngine({ dataDir: scratch.dataDir, jobs: 1, quietMs: QUIET_MS });
  if (!opened.ok) throw new Error(opened.error.code);
  news.length = 0;
  opened.value.watching.onNews((one) => news.push(one));
  return opened.value;
}

function chosen(): FolderId {
  const id = engine.folders.add(folder);
  if (!id.ok) throw new Error(id.error.code);
  return id.value;
}

const put = async (name: string) =>
  writeFileSync(`${folder}/${name}`, await drawnJpeg({ gps: [48.8584, 2.2945] }));

async function until(isSo: () => boolean) {
  for (const end = performance.now() + 20_000; !isSo() && performance.now() < end; )
    await sleep(20);
  expect(isSo()).toBe(true);
}
const isScanned = () => engine.folders.list().some(({ scannedAt }) => scannedAt !== null);
/** Longer than a scan would take to begin and end. */
const aWhile = () => sleep(QUIET_MS * 15);

it("checks new photos once nothing changes any more, and tells how many", async () => {
  const folderId = chosen();
  expect(engine.watching.set(folderId, true)).toEqual({ ok: true, value: null });
  await until(isScanned);
  expect(news).toEqual([]);
  await put("one.jpg");
  await put("two.jpg");
  await until(() => news.length > 0);
  expect(news).toEqual([{ folderId, photos: 2, dangerous: 2 }]);
});

it("waits on battery, and forgets nothing that came meanwhile", async () => {
  const folderId = chosen();
  engine.watching.set(folderId, true);
  await until(isScanned);
  engine.watching.hold(true);
  await put("one.jpg");
  await aWhile();
  expect(news).toEqual([]);
  engine.watching.hold(false);
  await until(() => news.length > 0);
  expect(news).toEqual([{ folderId, photos: 1, dangerous: 1 }]);
});

it("remembers what is watched until told otherwise", async () => {
  const folderId = chosen();
  engine.watching.set(folderId, true);
  await until(isScanned);
  await engine.close();
  await put("came while it was closed.jpg");
  engine = await open();
  expect(engine.folders.list().map(({ isWatched }) => isWatched)).toEqual([true]);
  engine.watching.begin();
  await until(() => news.length > 0);
  expect(news).toEqual([{ folderId, photos: 1, dangerous: 1 }]);
  engine.watching.set(folderId, false);
  await put("two.jpg");
  await aWhile();
  expect(news).toHaveLength(1);
});

it("watches from the command line until it is interrupted", async () => {
  const { child, ended } = startSafelight(["watch", folder], { dataDir: scratch.join("other") });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until(() => said.includes("Ctrl+C"));
  await put("one.jpg");
  await until(() => said.includes("1 new photo"));
  child.kill("SIGINT");
  expect((await ended).code).toBe(0);
}, 40_000);
