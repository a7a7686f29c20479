import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch, safelight, scanJson } from "./cli.ts";

/** What stands in the files, whatever their pictures show. */
const FILES_ALONE = ["--detectors", "location"];

/* A photo is stripped and undone through the real command line, on a real disk. */

let scratch: Scratch;
let folder: string;
beforeEach(() => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
});
afterEach(() => scratch.remove());

const SHOT = {
  gps: [-33.8568, 151.2153],
  owner: "Test Person",
  bodySerial: "SN-0042-7781",
  orientation: 6,
} as const;
const file = (name = "opera.jpg") => join(folder, name);

it("takes place, name and serial out, keeps the picture, its turn, mode and time, and gives it all back", async () => {
  const original = await drawnJpeg(SHOT);
  writeFileSync(file(), original);
  chmodSync(file(), 0o640);
  utimesSync(file(), 1_600_000_000.25, 1_500_000_000.5);
  const stripped = await safelight(["strip", folder, "--json"], scratch);
  expect(stripped.code).toBe(0);
  const clean = readFileSync(file());
  for (const secret of ["Test Person", "SN-0042", "GPS"])
    expect(clean.includes(secret)).toBe(false);
  expect(await sharp(clean).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer());
  expect(await sharp(clean).metadata()).toMatchObject({ orientation: 6 });
  expect(statSync(file())).toMatchObject({ mode: 0o100640, mtimeMs: 1_500_000_000_500 });
  const after = await scanJson([folder], scratch);
  expect(after.document.photos).toMatchObject([{ severity: "none", findings: [] }]);
  const undone = await safelight(["undo", "--last"], scratch);
  expect(undone.code).toBe(0);
  expect(readFileSync(file()).equals(original)).toBe(true);
  expect(statSync(file())).toMatchObject({ mode: 0o100640, mtimeMs: 1_500_000_000_500 });
  expect(readdirSync(folder)).toEqual(["opera.jpg"]);
  expect(readdirSync(join(scratch.dataDir, "vault", "patches"))).toEqual([]);
});

it("writes nothing the second time", async () => {
  writeFileSync(file(), await drawnJpeg(SHOT));
  await safelight(["strip", folder], scratch);
  const before = { bytes: readFileSync(file()), inode: statSync(file()).ino };
  const again = await safelight(["strip", folder, "--json"], scratch);
  expect(JSON.parse(again.stdout).photos).toMatchObject([{ result: "unchanged" }]);
  expect({ bytes: readFileSync(file()), inode: statSync(file()).ino }).toEqual(before);
});

it("takes only the place under --preset location", async () => {
  writeFileSync(file(), await drawnJpeg(SHOT));
  await safelight(["strip", folder, "--preset", "location"], scratch);
  const { document } = await scanJson([folder], scratch);
  const kinds = new Set(document.photos[0]?.findings.map(({ kind }) => kind));
  expect([kinds.has("location"), kinds.has("identity"), kinds.has("device")]).toEqual([
    false,
    true,
    true,
  ]);
});

it("changes nothing in a dry run", async () => {
  const original = await drawnJpeg(SHOT);
  writeFileSync(file(), original);
  const { code, stdout } = await safelight(["strip", folder, "--dry-run", "--json"], scratch);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).goes).toContainEqual({ kind: "location", type: "gps", photos: 1 });
  expect(readFileSync(file()).equals(original)).toBe(true);
});

it("keeps no original with --no-copy, and says that there is nothing to take back", async () => {
  writeFileSync(file(), await drawnJpeg(SHOT));
  await safelight(["strip", folder, "--no-copy"], scratch);
  const clean = readFileSync(file());
  const undone = await safelight(["undo", "--last"], scratch);
  expect(undone.code).toBe(1);
  expect(readFileSync(file()).equals(clean)).toBe(true);
});

it("does not undo over somebody's later work", async () => {
  writeFileSync(file(), await drawnJpeg(SHOT));
  await safelight(["strip", folder], scratch);
  const edited = await drawnJpeg({ description: "cropped by hand" });
  writeFileSync(file(), edited);
  const undone = await safelight(["undo", "--last", "--json"], scratch);
  expect(undone.code).toBe(1);
  expect(JSON.parse(undone.stdout).photos).toMatchObject([
    { result: "failed", error: "file-changed" },
  ]);
  expect(readFileSync(file()).equals(edited)).toBe(true);
});

it("ends with 3 when something as bad as --fail-on was found, and with 0 when it was cleaned", async () => {
  writeFileSync(file(), await drawnJpeg(SHOT));
  expect(
    (await safelight(["scan", folder, ...FILES_ALONE, "--fail-on", "high"], scratch)).code,
  ).toBe(3);
  await safelight(["strip", folder], scratch);
  expect(
    (await safelight(["scan", folder, ...FILES_ALONE, "--fail-on", "low"], scratch)).code,
  ).toBe(0);
});

it("tells wrong words from trouble", async () => {
  expect((await safelight(["scan"], scratch)).code).toBe(2);
  expect((await safelight(["scan", folder, "--detectors", "smells"], scratch)).code).toBe(2);
  expect((await safelight(["scan", folder, "--jobs", "0"], scratch)).code).toBe(2);
  expect((await safelight(["undo"], scratch)).code).toBe(2);
  expect((await safelight(["--version"], scratch)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await safelight(["--help"], scratch)).code).toBe(0);
});
