import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch, safelight, scanJson } from "./cli.ts";

/* Whatever a folder holds, the scan ends, says what it could not judge and leaves everything as it was. */

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;
let scratch: Scratch;

beforeEach(() => {
  scratch = new Scratch();
});
afterEach(() => scratch.remove());

async function photoFolder(): Promise<string> {
  const folder = scratch.join("photos");
  mkdirSync(folder);
  writeFileSync(join(folder, "fine.jpg"), await drawnJpeg({ gps: [31.24, 121.49] }));
  return folder;
}

const byName = (
  document: { readonly photos: readonly { readonly path: string }[] },
  name: string,
) => document.photos.find((photo) => basename(photo.path) === name);

it("gives zero-byte, cut and mislabelled files a code each and still reads the others", async () => {
  const folder = await photoFolder();
  const fine = readFileSync(join(folder, "fine.jpg"));
  writeFileSync(join(folder, "empty.jpg"), "");
  writeFileSync(join(folder, "cut.jpg"), fine.subarray(0, 30));
  writeFileSync(join(folder, "letter.jpg"), "Dear grandmother,\n");
  writeFileSync(join(folder, "notes.txt"), "not a photo");
  const { code, document } = await scanJson([folder], scratch);
  expect(code).toBe(1);
  expect(byName(document, "empty.jpg")).toMatchObject({ status: "failed", error: "file-empty" });
  expect(byName(document, "cut.jpg")).toMatchObject({ status: "failed", error: "format-damaged" });
  expect(byName(document, "letter.jpg")).toMatchObject({
    status: "failed",
    error: "format-unknown",
  });
  expect(byName(document, "fine.jpg")).toMatchObject({ status: "scanned", severity: "high" });
  expect(document.summary).toMatchObject({ photos: 4, failed: 3 });
});

it("does not read a 4 GB file named .jpg to its end", async () => {
  const folder = await photoFolder();
  const fd = openSync(join(folder, "huge.jpg"), "w");
  ftruncateSync(fd, 4 * 1024 ** 3);
  closeSync(fd);
  const { document } = await scanJson([folder], scratch);
  expect(byName(document, "huge.jpg")).toMatchObject({ status: "failed", error: "format-unknown" });
  expect(document.summary.elapsedMs).toBeLessThan(5_000);
});

it("reads names with newlines, emoji, right-to-left text and bytes that are not UTF-8", async () => {
  const folder = await photoFolder();
  const photo = readFileSync(join(folder, "fine.jpg"));
  const names = ["a\nb.jpg", "📸 夏天.jpg", "\u202egpj.evil.jpg", "שלום.jpg"].map((name) =>
    Buffer.from(name),
  );
  for (const name of [...names, Buffer.from([0xff, 0xfe, 0x2e, 0x6a, 0x70, 0x67])]) {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), photo);
  }
  const { code, document } = await scanJson([folder], scratch);
  expect(code).toBe(0);
  expect(document.photos.map(({ status, severity }) => [status, severity])).toEqual(
    Array(6).fill(["scanned", "high"]),
  );
  const stripped = await safelight(["strip", folder, "--json"], scratch);
  expect(stripped.code).toBe(0);
  expect(JSON.parse(stripped.stdout).summary).toMatchObject({ done: 6, failed: 0 });
});

it("reaches photos below 260 characters of path", async () => {
  const folder = await photoFolder();
  const deep = join(folder, ...Array(8).fill("a very long folder name that somebody once made"));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, "deep.jpg"), readFileSync(join(folder, "fine.jpg")));
  const { code, document } = await scanJson([folder], scratch);
  expect(code).toBe(0);
  expect(byName(document, "deep.jpg")).toMatchObject({ status: "scanned" });
});

it("follows no link, says so, and does not run round a loop", async () => {
  const folder = await photoFolder();
  symlinkSync(folder, join(folder, "loop"));
  symlinkSync(join(folder, "fine.jpg"), join(folder, "link.jpg"));
  mkdirSync(join(folder, ".hidden"));
  mkdirSync(join(folder, "lost+found"));
  const { code, document } = await scanJson([folder], scratch);
  expect(code).toBe(0);
  expect(byName(document, "link.jpg")).toMatchObject({ status: "skipped", error: "link-skipped" });
  expect(document.skipped.map(({ path, reason }) => [basename(path), reason]).sort()).toEqual([
    [".hidden", "hidden-skipped"],
    ["link.jpg", "link-skipped"],
    ["loop", "link-skipped"],
    ["lost+found", "system-skipped"],
  ]);
});

it("calls a folder that does not exist wrong use and one typing mistake stops the whole command", async () => {
  const folder = await photoFolder();
  const { code, stdout, stderr } = await safelight(
    ["scan", folder, scratch.join("nowhere"), "--json"],
    scratch,
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("nowhere");
});

it.runIf(canBeGuest())("names what it may not read, and ends with 1", async () => {
  const folder = await photoFolder();
  writeFileSync(join(folder, "locked.jpg"), readFileSync(join(folder, "fine.jpg")), {
    mode: 0o600,
  });
  mkdirSync(join(folder, "locked"), { mode: 0o700 });
  const guest = { dataDir: scratch.join("guest"), uid: NOBODY };
  mkdirSync(guest.dataDir);
  chownSync(guest.dataDir, NOBODY, NOBODY);
  chmodSync(scratch.path, 0o755);
  const { code, document } = await scanJson([folder], guest);
  expect(code).toBe(1);
  expect(byName(document, "locked.jpg")).toMatchObject({
    status: "failed",
    error: "file-unreadable",
  });
  expect(document.skipped).toMatchObject([{ reason: "folder-unreadable" }]);
  expect(byName(document, "fine.jpg")).toMatchObject({ status: "scanned" });
});

it.runIf(canBeGuest())("leaves a photo in a read-only folder as it was and says why", async () => {
  const folder = await photoFolder();
  const before = readFileSync(join(folder, "fine.jpg"));
  const guest = { dataDir: scratch.join("guest"), uid: NOBODY };
  mkdirSync(guest.dataDir);
  chownSync(guest.dataDir, NOBODY, NOBODY);
  chmodSync(scratch.path, 0o755);
  const { code, stdout } = await safelight(["strip", folder, "--json"], guest);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).photos).toMatchObject([
    { result: "failed", error: "folder-read-only" },
  ]);
  expect(readFileSync(join(folder, "fine.jpg")).equals(before)).toBe(true);
});

it.runIf(isRoot && canMount())("leaves every photo as it was when the disk is full", async () => {
  const folder = scratch.join("small");
  mkdirSync(folder);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=400k", "tmpfs", folder]);
  try {
    const photo = await drawnJpeg({ gps: [48.86, 2.29], padding: 250_000 });
    writeFileSync(join(folder, "big.jpg"), photo);
    writeFileSync(join(folder, "filler.bin"), Buffer.alloc(100_000, 1));
    const { code, stdout } = await safelight(
      ["strip", folder, "--json", "--preset", "location"],
      scratch,
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout).photos).toMatchObject([{ result: "failed", error: "disk-full" }]);
    expect(readFileSync(join(folder, "big.jpg")).equals(photo)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["big.jpg", "filler.bin"]);
  } finally {
    execFileSync("umount", [folder]);
  }
});

/** May we run a program as somebody else? Root may, but not where its namespace knows nobody else. */
function canBeGuest(): boolean {
  const tried = spawnSync(process.execPath, ["--version"], { uid: NOBODY, gid: NOBODY });
  return isRoot && tried.status === 0;
}

function canMount(): boolean {
  try {
    const folder = new Scratch();
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", folder.path], { stdio: "ignore" });
    execFileSync("umount", [folder.path]);
    folder.remove();
    return true;
  } catch {
    return false;
  }
}
