import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { hasAge } from "./age.ts";
import { Scratch, safelight } from "./cli.ts";

/* The commands of docs/vault.md, word for word, with Debian's age: no part of Safelight opens anything. */

const GUIDE = readFileSync(fileURLToPath(new URL("../../docs/vault.md", import.meta.url)), "utf8");
const [openKey, listEntries, restoreAll, applyPatch] = [
  ...GUIDE.matchAll(/```sh\n([\s\S]*?)```/g),
].map(([, commands]) => commands ?? "");

const PASSPHRASE = "four unrelated quiet words";

let scratch: Scratch;
let folder: string;
beforeEach(() => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
});
afterEach(() => scratch.remove());

const file = (name: string) => `${folder}/${name}`;
const sh = (commands = "") =>
  execFileSync("bash", ["-euc", commands], { cwd: scratch.dataDir, encoding: "utf8" });

it.skipIf(!hasAge)("bring every original back from the folder and the key alone", async () => {
  const photos = { "a b.jpg": await drawnJpeg({ owner: "A" }), "二.jpg": await drawnJpeg({}) };
  for (const [name, bytes] of Object.entries(photos)) writeFileSync(file(name), bytes);
  writeFileSync(file("a b.xmp"), "<x:xmpmeta/>");
  chmodSync(file("a b.jpg"), 0o640);
  utimesSync(file("a b.jpg"), 1_600_000_000, 1_500_000_000.5);
  await safelight(["quarantine", folder], scratch);
  for (const name of readdirSync(scratch.dataDir).filter((one) => one !== "vault"))
    rmSync(`${scratch.dataDir}/${name}`, { recursive: true });
  copyFileSync(`${scratch.dataDir}/vault/identity.txt`, `${scratch.dataDir}/key.txt`);
  expect(sh(listEntries)).toContain(JSON.stringify(file("a b.jpg")));
  sh(restoreAll);
  const restored = `${scratch.dataDir}/restored`;
  expect(readdirSync(restored).sort()).toEqual(["a b.jpg", "a b.xmp", "二.jpg"]);
  for (const [name, bytes] of Object.entries(photos))
    expect(readFileSync(`${restored}/${name}`).equals(bytes)).toBe(true);
  const { mode, mtimeMs } = statSync(`${restored}/a b.jpg`);
  expect([mode, mtimeMs]).toEqual([0o100640, 1_500_000_000_500]);
});

it.skipIf(!hasAge)("rebuild a stripped photo from its patch", async () => {
  const original = await drawnJpeg({ gps: [-33.8568, 151.2153], owner: "Test Person" });
  writeFileSync(file("a.jpg"), original);
  await safelight(["strip", folder], scratch);
  const { dataDir } = scratch;
  copyFileSync(`${dataDir}/vault/identity.txt`, `${dataDir}/key.txt`);
  copyFileSync(file("a.jpg"), `${dataDir}/stripped.jpg`);
  const [patch = ""] = readdirSync(`${dataDir}/vault/patches`);
  sh(applyPatch?.replace("NAME.age", patch));
  expect(readFileSync(`${dataDir}/original.jpg`).equals(original)).toBe(true);
});

it.skipIf(!hasAge)("open a key that a passphrase protects", async () => {
  const given = scratch.join("passphrase");
  writeFileSync(given, PASSPHRASE);
  await safelight(["vault", "list"], scratch);
  const open = readFileSync(`${scratch.dataDir}/vault/identity.txt`, "utf8");
  await safelight(["vault", "passphrase", "--new-passphrase-file", given], scratch);
  // age asks at a terminal and nowhere else.
  typeAt(scratch.dataDir, openKey?.trim() ?? "", PASSPHRASE);
  expect(readFileSync(`${scratch.dataDir}/key.txt`, "utf8")).toBe(open);
});

/** Runs a command at a pseudo-terminal of Python's and types a line when it asks. */
function typeAt(cwd: string, command: string, line: string) {
  const program = `
import os, pty, sys
asked = False
def read(fd):
    global asked
    data = os.read(fd, 1024)
    if not asked:
        asked = True
        os.write(fd, (sys.argv[2] + "\\n").encode())
    return data
sys.exit(os.waitstatus_to_exitcode(pty.spawn(["bash", "-c", sys.argv[1]], read, lambda fd: b"")))`;
  execFileSync("python3", ["-c", program, command, line], {
    cwd,
    stdio: "ignore",
    timeout: 60_000,
  });
}
