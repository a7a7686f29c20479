import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScanDocument } from "../../electron/cli/document.ts";
import { openPersonFinder } from "../../electron/engine/detectors/faces/person.ts";
import { openModels } from "../../electron/engine/detectors/models/store.ts";
import { type OpenEngine, openEngine } from "../../electron/engine/engine.ts";
import { openUpright } from "../../electron/engine/imaging/upright.ts";
import { ROOT } from "../../electron/start/build.ts";
import type { UnitBox } from "../../shared/model/geometry.ts";
import { EVERY_PHOTO } from "../../shared/model/photo.ts";
import { Scratch, safelight } from "./cli.ts";

/* Photos of one person: found by the built command line, and nothing measured is left anywhere. */

const DEMO = join(
  dirname(createRequire(import.meta.url).resolve("@vladmandic/face-api/package.json")),
  "demo",
);
const scratch = new Scratch();
const photos = scratch.join("photos");
const options = { dataDir: scratch.dataDir };
/** The woman on the right of this photo is in the middle of the other, smiling less. */
const [CHOSEN, OTHER] = ["sample1.jpg", "sample3.jpg"];

let before: readonly string[];
let scanned: ScanDocument;
beforeAll(async () => {
  mkdirSync(photos);
  for (let n = 1; n <= 6; n++)
    copyFileSync(join(DEMO, `sample${n}.jpg`), join(photos, `sample${n}.jpg`));
  const small = sharp(join(DEMO, CHOSEN)).resize(700).rotate(-20).modulate({ brightness: 0.8 });
  await small.jpeg().toFile(join(photos, "tilted.jpg"));
  const { stdout } = await safelight(["scan", photos, "--json", "--detectors", "faces"], options);
  // Our own program's document; the tests assert on what it holds.
  scanned = JSON.parse(stdout) as ScanDocument;
  before = everyRow();
});
afterAll(() => scratch.remove());

const facesIn = (name: string) =>
  scanned.photos
    .find(({ path }) => path.endsWith(`/${name}`))
    ?.findings.flatMap(({ kind, box }) => (kind === "face" && box ? [box] : [])) ?? [];

/** The number of the face farthest to the right, as the command line counts. */
function rightmost(name: string): number {
  const lefts = facesIn(name).map(([x]) => x);
  return lefts.indexOf(Math.max(...lefts)) + 1;
}

/** Every row of every table, as text. */
function everyRow(): readonly string[] {
  const db = new Database(join(scratch.dataDir, "catalogue.sqlite"), { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  const rows = tables.flatMap((name) =>
    db
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .map((row) => `${name} ${JSON.stringify(row)}`),
  );
  db.close();
  return rows.filter((row) => !row.startsWith("folder "));
}

/** All that Safelight keeps, and what stands beside the photos. */
const allBytes = (): Buffer =>
  Buffer.concat(
    [scratch.dataDir, photos].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".jpg"))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
    ),
  );

async function descriptorOf(name: string, face: readonly number[]): Promise<Float32Array> {
  const image = await openUpright(readFileSync(join(photos, name)), "jpeg");
  if (!image.ok) throw new Error(image.error);
  const { width, height } = image.value;
  const [x = 0, y = 0, w = 0, h = 0] = face;
  const box: UnitBox = [x / width, y / height, w / width, h / height];
  const finder = await openPersonFinder(openModels(join(ROOT, "dist", "models")));
  return finder.describe(image.value, box);
}

describe("find-person", () => {
  it("finds a person in other photos, however they are tilted, and no stranger", async () => {
    const face = String(rightmost(CHOSEN));
    const ran = await safelight(
      ["find-person", join(photos, CHOSEN), "--face", face, "--json"],
      options,
    );
    expect(ran.code).toBe(0);
    const { person, photos: found, summary } = JSON.parse(ran.stdout);
    expect(found.map(({ path }: { path: string }) => path.split("/").at(-1))).toEqual([
      CHOSEN,
      "tilted.jpg",
      OTHER,
    ]);
    expect(found[0]).toEqual({ ...person, distance: 0 });
    expect(facesIn(OTHER)).toContainEqual(found[2].face);
    expect(summary).toMatchObject({ compared: 7, unclear: 0 });
  });

  it("asks which face is meant where there are several, and says where they are", async () => {
    const ran = await safelight(["find-person", join(photos, CHOSEN)], options);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr.split("\n").filter((line) => line.startsWith("  "))).toHaveLength(3);
  });

  it("leaves no row, and none of the numbers that it measured, anywhere on the disk", async () => {
    expect(everyRow()).toEqual(before);
    const kept = allBytes();
    const text = kept.toString("latin1");
    for (const face of facesIn(CHOSEN)) {
      const numbers = await descriptorOf(CHOSEN, face);
      const bytes = Buffer.from(numbers.buffer);
      for (let at = 0; at + 8 <= bytes.length; at += 4) {
        expect(kept.includes(bytes.subarray(at, at + 8))).toBe(false);
      }
      for (const number of numbers) expect(text).not.toContain(number.toFixed(6));
    }
  });
});

describe("an open search", () => {
  let engine: OpenEngine;
  beforeAll(async () => {
    const opened = await openEngine({ ...options, jobs: 2 });
    if (!opened.ok) throw new Error(opened.error.code);
    engine = opened.value;
  });
  afterAll(() => engine.close());

  const idOf = (name: string) => {
    const id = engine.parts.catalogue.photos.at(join(photos, name));
    if (id === undefined) throw new Error(`no ${name}`);
    return id;
  };
  function find() {
    const photoId = idOf(CHOSEN);
    const box = engine.parts.catalogue.questions
      .findings(photoId)
      .filter(({ kind }) => kind === "face")[rightmost(CHOSEN) - 1]?.box;
    if (!box) throw new Error("no face");
    const found = engine.persons.find({ photoId, box, folderId: null });
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  }
  const stateOf = (person: ReturnType<typeof find>) =>
    engine.persons.current().find(({ personId }) => personId === person);
  const shown = (person: ReturnType<typeof find>) => {
    const filter = { ...EVERY_PHOTO, person };
    return engine.photos.page(filter, 0, 100).photos.map(({ name }) => name);
  };

  it("is an album of its own until it is forgotten, and then of nothing", async () => {
    const person = find();
    await engine.parts.persons.ended(person);
    expect(stateOf(person)).toMatchObject({ state: "done", found: 3, done: 7 });
    expect(shown(person).sort()).toEqual([CHOSEN, OTHER, "tilted.jpg"].sort());
    expect(engine.photos.counts({ ...EVERY_PHOTO, person })).toMatchObject({
      photos: 3,
      byKind: { face: 3 },
    });
    engine.persons.forget(person);
    expect([shown(person), engine.persons.current()]).toEqual([[], []]);
    expect(everyRow()).toEqual(before);
  });

  it("can be stopped, and keeps what it has found", async () => {
    const person = find();
    const first = new Promise((resolve) => engine.persons.onProgress(resolve));
    await first;
    engine.persons.stop(person);
    await engine.parts.persons.ended(person);
    const progress = stateOf(person);
    expect(progress).toMatchObject({ state: "stopped", error: null });
    expect(progress?.done).toBeLessThan(7);
    expect(shown(person)).toContain(CHOSEN);
    engine.persons.forget(person);
  });

  it("knows no face but those that were found in the photo", () => {
    const wish = { photoId: idOf(CHOSEN), box: [0, 0, 0.5, 0.5] as const, folderId: null };
    expect(engine.persons.find(wish)).toEqual({ ok: false, error: { code: "photo-not-found" } });
  });
});

it("has a catalogue to look at", () => {
  expect(existsSync(join(scratch.dataDir, "catalogue.sqlite"))).toBe(true);
  expect(before.length).toBeGreaterThan(7);
});
