import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Owner } from "./owner.ts";

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "safelight-owner-"));
});
afterEach(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

it("tells a program at work from one that was killed", async () => {
  const script = `import("${new URL("./owner.ts", import.meta.url).href}").then(({ Owner }) => {
    globalThis.owner = new Owner(${JSON.stringify(folder)});
    console.log(owner.id);
    setInterval(() => {}, 1000);
  })`;
  const other = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  child = other;
  const id = String(await new Promise((resolve) => other.stdout.once("data", resolve))).trim();
  const ours = new Owner(folder);
  expect(ours.isAlive(id)).toBe(true);
  other.kill("SIGKILL");
  await new Promise((resolve) => other.once("exit", resolve));
  expect([ours.isAlive(id), ours.isAlive(id), ours.isAlive(ours.id)]).toEqual([false, false, true]);
  ours.release();
});

it("sweeps away what killed programs left, and lets those at work alone", () => {
  const working = new Owner(folder);
  const left = ["dead.lock", "dead.lock-journal"];
  for (const name of left) writeFileSync(join(folder, "running", name), "");
  const next = new Owner(folder);
  const locks = readdirSync(join(folder, "running")).filter((name) => name.endsWith(".lock"));
  expect(locks.sort()).toEqual([`${working.id}.lock`, `${next.id}.lock`].sort());
  working.release();
  next.release();
  expect(readdirSync(join(folder, "running"))).toEqual([]);
});
