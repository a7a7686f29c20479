import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drawnJpeg } from "../fixtures/drawn-jpeg.ts";
import { Scratch, safelight } from "./cli.ts";

/* The vault's passphrase through the real command line, on a real disk. */

const FIRST = "four unrelated quiet words";
const SECOND = "口令 quite another one";

let scratch: Scratch;
let folder: string;
beforeEach(() => {
  scratch = new Scratch();
  folder = scratch.join("photos");
  mkdirSync(folder);
  for (const [name, text] of [
    ["first", FIRST],
    ["second", SECOND],
    ["short", "1234567"],
  ] as const)
    writeFileSync(scratch.join(name), `${text}\n`);
});
afterEach(() => scratch.remove());

const file = (name: string) => join(folder, name);
const vault = (...parts: string[]) => join(scratch.dataDir, "vault", ...parts);
const set = (name: string, ...more: string[]) =>
  safelight(["vault", "passphrase", "--new-passphrase-file", scratch.join(name), ...more], scratch);
const known = (name = "first") => ["--passphrase-file", scratch.join(name)];

it("needs the passphrase to take back, and none to change", async () => {
  const photo = await drawnJpeg({ owner: "Test Person" });
  writeFileSync(file("a.jpg"), photo);
  expect((await set("first")).code).toBe(0);
  expect([existsSync(vault("identity.txt")), existsSync(vault("identity.age"))]).toEqual([
    false,
    true,
  ]);
  expect((await safelight(["strip", folder], scratch)).code).toBe(0);
  expect((await safelight(["quarantine", folder], scratch)).code).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
  const locked = await safelight(["undo", "--last"], scratch);
  expect([locked.code, locked.stderr]).toEqual([1, expect.stringContaining("vault is locked")]);
  const wrong = await safelight(["undo", "--last", ...known("second")], scratch);
  expect([wrong.code, wrong.stderr]).toEqual([
    1,
    expect.stringContaining("not the vault's passphrase"),
  ]);
  expect(readdirSync(folder)).toEqual([]);
  expect((await safelight(["undo", "--last", ...known()], scratch)).code).toBe(0);
  expect((await safelight(["undo", "--last", ...known()], scratch)).code).toBe(0);
  expect(readFileSync(file("a.jpg")).equals(photo)).toBe(true);
});

it("lists a locked vault, as far as the catalogue knows it, and takes a passphrase from the environment", async () => {
  writeFileSync(file("a.jpg"), await drawnJpeg({ owner: "Test Person" }));
  await set("first");
  await safelight(["quarantine", folder], scratch);
  const { stdout } = await safelight(["vault", "list", "--json"], scratch);
  expect(JSON.parse(stdout)).toMatchObject({
    protection: "passphrase",
    isLocked: true,
    quarantined: 1,
    items: [{ name: "a.jpg" }],
  });
  const env = { SAFELIGHT_VAULT_PASSPHRASE: FIRST };
  const checked = await safelight(["vault", "verify", "--json"], { dataDir: scratch.dataDir, env });
  expect(JSON.parse(checked.stdout)).toEqual({ version: 1, checked: 2, problems: [] });
});

it("changes and removes a passphrase; what was sealed before opens after", async () => {
  const photo = await drawnJpeg({ owner: "Test Person" });
  writeFileSync(file("a.jpg"), photo);
  await safelight(["quarantine", folder], scratch);
  expect((await set("short")).code).toBe(1);
  expect(existsSync(vault("identity.txt"))).toBe(true);
  await set("first");
  expect((await set("second", ...known("second"))).code).toBe(1);
  expect((await set("second", ...known("first"))).code).toBe(0);
  expect((await safelight(["vault", "verify", ...known("first")], scratch)).code).toBe(1);
  expect((await safelight(["vault", "verify", ...known("second")], scratch)).code).toBe(0);
  const removed = await safelight(["vault", "passphrase", "--remove", ...known("second")], scratch);
  expect([removed.code, existsSync(vault("identity.age"))]).toEqual([0, false]);
  expect((await safelight(["restore", "--all"], scratch)).code).toBe(0);
  expect(readFileSync(file("a.jpg")).equals(photo)).toBe(true);
});

it("prints a recovery sheet that opens the vault without the passphrase", async () => {
  await set("first");
  expect((await safelight(["vault", "export-key"], scratch)).code).toBe(1);
  const svg = scratch.join("key.svg");
  const args = ["vault", "export-key", "--json", "--svg", svg, ...known()];
  const sheet = JSON.parse((await safelight(args, scratch)).stdout);
  expect(sheet.text).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]+$/m);
  expect(readFileSync(svg, "utf8")).toBe(sheet.qrSvg);
  expect((await safelight(args, scratch)).code).toBe(1);
});

it("removes a key that was left open beside its sealed form", async () => {
  await safelight(["vault", "list"], scratch);
  const open = readFileSync(vault("identity.txt"));
  await set("first");
  // As if the power had gone out before the last step.
  writeFileSync(vault("identity.txt"), open);
  await safelight(["vault", "list"], scratch);
  expect(existsSync(vault("identity.txt"))).toBe(false);
});
