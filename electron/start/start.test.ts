import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findElectron } from "./electron-binary.ts";
import { withLock } from "./lock.ts";
import { sourcesStamp } from "./sources.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-start-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the build's stamp", () => {
  const write = (path: string, text = "") => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
    utimesSync(join(folder, path), 1, 1);
  };
  beforeEach(() => write("shared/model/photo.ts", "one"));

  it("stays when nothing changed", () => {
    expect(sourcesStamp(folder)).toBe(sourcesStamp(folder));
  });

  it("changes with a source that is longer, newer, new or gone", () => {
    const stamps = [sourcesStamp(folder)];
    write("shared/model/photo.ts", "three");
    stamps.push(sourcesStamp(folder));
    utimesSync(join(folder, "shared/model/photo.ts"), 2, 2);
    stamps.push(sourcesStamp(folder));
    write("electron/new.ts");
    stamps.push(sourcesStamp(folder));
    rmSync(join(folder, "shared"), { recursive: true });
    stamps.push(sourcesStamp(folder));
    expect(new Set(stamps).size).toBe(5);
  });

  it("does not change with a test", () => {
    const before = sourcesStamp(folder);
    write("shared/model/photo.test.ts");
    expect(sourcesStamp(folder)).toBe(before);
  });
});

describe("the build's lock", () => {
  it("lets one builder in at a time", async () => {
    const file = join(folder, "cache", "lock");
    let inside = 0;
    const crowd: number[] = [];
    const work = async () => {
      inside += 1;
      crowd.push(inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
    };
    await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)]);
    expect([crowd, existsSync(file)]).toEqual([[1, 1, 1], false]);
  });

  it("is taken over from a builder that died", async () => {
    const file = join(folder, "lock");
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    writeFileSync(file, String(dead));
    expect(await withLock(file, async () => "built")).toBe("built");
  });

  it("is let go when the build throws", async () => {
    const file = join(folder, "lock");
    const failing = withLock(file, () => Promise.reject(new Error("no")));
    await expect(failing).rejects.toThrow("no");
    expect(existsSync(file)).toBe(false);
  });
});

describe("Electron's program", () => {
  const name = { win32: "electron.exe", darwin: "Electron.app/Contents/MacOS/Electron" };
  const program = () => join(folder, name[process.platform as "win32" | "darwin"] ?? "electron");

  it("is taken from an unpacked folder that was named", () => {
    mkdirSync(join(program(), ".."), { recursive: true });
    writeFileSync(program(), "");
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBe(program());
  });

  it("is missing when the named folder does not hold it", () => {
    expect(findElectron({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toBeNull();
  });
});
