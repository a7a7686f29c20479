import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ProcessPool } from "../../electron/base/pool.ts";
import { type Catalogue, openCatalogue } from "../../electron/engine/catalogue/catalogue.ts";
import { Scans } from "../../electron/engine/scan/scans.ts";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch } from "./cli.ts";

/* Photos that crash, hang or bloat whoever looks at them, among others that do not. */

vi.mock("../../electron/base/limits.ts", async (original) => ({
  ...(await original<typeof import("../../electron/base/limits.ts")>()),
  // A minute in the product.
  SEE_DEADLINE_MS: 12_000,
}));

const ANALYST = fileURLToPath(
  new URL("../../electron/engine/scan/testing/poisoned-worker.ts", import.meta.url),
);
const SOUND = ["a.jpg", "m.jpg", "z.jpg"];
const POISONED = ["bloat.jpg", "crash.jpg", "hang.jpg"];

let scratch: Scratch;
let folder: string;
let catalogue: Catalogue;
let pool: ProcessPool;
beforeEach(async () => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
  for (const [n, name] of [...SOUND, ...POISONED].entries()) {
    // A place of its own for each, so that none is known by another's bytes.
    writeFileSync(join(folder, name), await drawnJpeg({ gps: [40 + n, 2] }));
  }
  const opened = openCatalogue(scratch.dataDir);
  if (!opened.ok) throw new Error(opened.error.code);
  catalogue = opened.value;
  pool = new ProcessPool(ANALYST, 2);
});
afterEach(() => {
  pool.close();
  catalogue.close();
  scratch.remove();
});

async function scan() {
  rmSync(scratch.join("looks"), { force: true });
  const scans = new Scans(catalogue, pool, []);
  const folderId = catalogue.folders.add(folder);
  const started = scans.start({ folderId, depth: "full", sights: ["barcodes"] });
  if (!started.ok) throw new Error(started.error.code);
  return scans.ended(started.value);
}

/** What was found in each photo. */
const found = () =>
  Object.fromEntries(
    [...catalogue.questions.listBelow(folder)].map(({ name, findings }) => [
      basename(name),
      findings.map(({ type }) => type),
    ]),
  );

function looks(): Record<string, number> {
  const lines = readFileSync(scratch.join("looks"), "utf8").trim().split("\n");
  return Object.fromEntries([...Map.groupBy(lines, (name) => name)].map(([k, v]) => [k, v.length]));
}

it("cost themselves alone, are tried once more by the next scan, and then left", async () => {
  const expected = {
    ...Object.fromEntries(SOUND.map((name) => [name, ["gps"]])),
    ...Object.fromEntries(POISONED.map((name) => [name, ["gps", "picture-unseen"]])),
  };
  expect(await scan()).toMatchObject({ state: "done", found: 6, done: 6 });
  expect(found()).toEqual(expected);
  // What crashes may be another photo's fault: it is tried once more, alone. What hangs has had its
  // time. What bloats is ended by its size or, on a busy machine, by the clock.
  const tries = { "bloat.jpg": expect.toBeOneOf([1, 2]), "crash.jpg": 2, "hang.jpg": 1 };
  expect(looks()).toMatchObject(tries);
  for (const name of SOUND) expect(looks()[name]).toBeGreaterThanOrEqual(1);

  expect(await scan()).toMatchObject({ state: "done", done: 6, unchanged: 3 });
  expect(looks()).toEqual(tries);
  expect(found()).toEqual(expected);

  expect(await scan()).toMatchObject({ state: "done", done: 6, unchanged: 6 });
  expect(found()).toEqual(expected);
}, 240_000);
