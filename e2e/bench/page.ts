import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright";
import { ensureBuilt } from "../../electron/start/build.ts";
import { seeded } from "../fixtures/random.ts";
import { openSafelight } from "../run/open-safelight.ts";
import { linkedAlbum } from "./linked-album.ts";
import { machine, percentile, row } from "./machine.ts";

/*
 * `npm run bench:page`: the album of a whole life in a real Chromium, with the built program behind
 * it. Every photo is a file of 12 megapixels. Options: --photos N (1,000,000), --jumps N (20).
 */
const { values } = parseArgs({
  options: {
    photos: { type: "string", default: "1000000" },
    jumps: { type: "string", default: "20" },
  },
});
const PHOTOS = Number(values.photos);
const JUMPS = Number(values.jumps);
/** One and a half frames of 60 a second: what is longer is seen. */
const LONG_FRAME_MS = 25;
const PICTURE_MS = 150;
const FRAMES = 600;
/** How far a frame moves the list: a finger's pace, a fling, and the bar dragged from end to end. */
const PACES = [
  { name: "wheel, 1,800 px/s", px: 30 },
  { name: "fling, 9,000 px/s", px: 150 },
  { name: "bar, end to end in ten seconds", px: null },
];

/** Scrolls by `px` each frame, or in equal shares of the whole; milliseconds between frames. */
const frameTimes = (page: Page, px: number | null): Promise<number[]> =>
  page.evaluate(
    async ({ px, frames }) => {
      const box = document.querySelector(".grid-scroller");
      if (box === null) throw new Error("no grid");
      const step = px ?? (box.scrollHeight - box.clientHeight) / frames;
      const times: number[] = [];
      let before = await new Promise<number>(requestAnimationFrame);
      for (let n = 0; n < frames; n += 1) {
        box.scrollBy(0, step);
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - before);
        before = now;
      }
      return times;
    },
    { px, frames: FRAMES },
  );

/** Jumps to a share of the list and waits: milliseconds to the first picture in sight and to the last. */
const picturesAfterJump = (page: Page, share: number) =>
  page.evaluate(async (share) => {
    const box = document.querySelector(".grid-scroller");
    if (box === null) throw new Error("no grid");
    box.scrollTo(0, share * (box.scrollHeight - box.clientHeight));
    const start = performance.now();
    const { top, bottom } = box.getBoundingClientRect();
    let first: number | null = null;
    for (;;) {
      await new Promise(requestAnimationFrame);
      const inSight = [...box.querySelectorAll(".tile")].filter((tile) => {
        const place = tile.getBoundingClientRect();
        return place.bottom > top && place.top < bottom;
      });
      const due = inSight.filter((tile) => tile.querySelector(".no-picture") === null);
      const drawn = due.filter((tile) => (tile.querySelector("img")?.naturalWidth ?? 0) > 0);
      const ms = performance.now() - start;
      if (drawn.length > 0) first ??= ms;
      if (first !== null && drawn.length === due.length)
        return { first, all: ms, count: due.length };
      if (ms > 30_000) throw new Error(`only ${drawn.length} of ${due.length} pictures came`);
    }
  }, share);

/** Seconds that the page's main thread has worked, whatever else the machine did meanwhile. */
async function threadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
  };
}

async function benchFrames(page: Page): Promise<void> {
  const mainThread = await threadClock(page);
  for (const { name, px } of PACES) {
    await page.evaluate(() => document.querySelector(".grid-scroller")?.scrollTo(0, 0));
    await page.waitForTimeout(500);
    const asked = { begun: 0, brokenOff: 0 };
    const isPicture = (url: string) => url.includes("/photo/");
    const begin = (request: { url(): string }) => void (isPicture(request.url()) && asked.begun++);
    const end = (request: { url(): string }) =>
      void (isPicture(request.url()) && asked.brokenOff++);
    page.on("request", begin).on("requestfailed", end);
    const before = await mainThread();
    const times = await frameTimes(page, px);
    const busy = (1000 * ((await mainThread()) - before)) / times.length;
    page.off("request", begin).off("requestfailed", end);
    const long = times.filter((ms) => ms > LONG_FRAME_MS).length;
    const share = `${((100 * long) / times.length).toFixed(1)} %`;
    const middle = `median ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)}`;
    row(`frames over 25 ms: ${name}`, share, middle, null);
    row("  work of the main thread a frame", `${busy.toFixed(1)} ms`, "of 16.7 ms", busy < 16.7);
    row("  pictures asked for, broken off", `${asked.begun}, ${asked.brokenOff}`);
  }
}

async function benchJumps(page: Page): Promise<void> {
  const random = seeded(5);
  const jumps: { first: number; all: number; count: number }[] = [];
  for (let n = 0; n < JUMPS; n += 1) {
    jumps.push(await picturesAfterJump(page, random()));
    await page.waitForTimeout(300);
  }
  const told = (name: string, all: readonly number[], most?: number) => {
    const p95 = percentile(all, 0.95);
    const figure = `${Math.round(percentile(all, 0.5))}, ${Math.round(p95)} ms`;
    if (most === undefined) row(name, figure);
    else row(name, figure, `≤ ${most} ms`, p95 <= most);
  };
  const count = Math.round(
    percentile(
      jumps.map((jump) => jump.count),
      0.5,
    ),
  );
  told(
    "first picture after a jump: median, p95",
    jumps.map(({ first }) => first),
    PICTURE_MS,
  );
  told(
    `all ${count} pictures in sight: median, p95`,
    jumps.map(({ all }) => all),
  );
}

async function benchMemory(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session
    .send("Performance.enable")
    .then(() => session.send("Performance.getMetrics"));
  const of = (wanted: string) => metrics.find((metric) => metric.name === wanted)?.value ?? 0;
  const heap = `${Math.round(of("JSHeapUsedSize") / 1e6)} MB`;
  row(`${name}: page's heap, elements`, `${heap}, ${of("Nodes")}`);
  await session.detach();
}

async function main(): Promise<void> {
  await ensureBuilt();
  const scratch = mkdtempSync(join(tmpdir(), "safelight-bench-"));
  console.log(`bench:page, ${PHOTOS.toLocaleString("en")} photos on ${machine()}`);
  try {
    const dataDir = join(scratch, "data");
    await linkedAlbum(join(scratch, "album"), dataDir, PHOTOS);
    const { page, close } = await openSafelight({ dataDir });
    try {
      await page.getByRole("navigation").first().waitFor();
      const start = performance.now();
      await page.evaluate(() => {
        location.hash = "#/album";
      });
      await page.locator(".tile").first().waitFor();
      row("album open, columns read", `${Math.round(performance.now() - start)} ms`);
      await benchMemory(page, "at the start");
      await benchFrames(page);
      await benchJumps(page);
      await benchMemory(page, "after all that");
    } finally {
      await close();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
