import { execFileSync, spawnSync } from "node:child_process";

/** Debian's `age`, the independent judge of the vault. Where there is none, tests say so and are skipped. */
export const hasAge = spawnSync("age", ["--version"]).status === 0;
if (!hasAge) console.warn("skipped: what needs the age program, which is not installed here");

/** What a sealed file holds, opened by age with a key's file. */
export const ageOpens = (keyFile: string, sealed: string): Buffer =>
  execFileSync("age", ["-d", "-i", keyFile, sealed], {
    maxBuffer: 1 << 30,
    stdio: ["ignore", "pipe", "pipe"],
  });
