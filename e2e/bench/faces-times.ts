import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { faces } from "../../electron/engine/detectors/faces/faces.ts";
import { openModels } from "../../electron/engine/detectors/models/store.ts";
import { openUpright } from "../../electron/engine/imaging/upright.ts";
import type { Effort } from "../../shared/model/scan.ts";

/*
 * `node faces-times.ts <folder> <effort>`: what an analyst does with the JPEGs of a folder, which also
 * holds the networks: decode, find faces. Prints the time of each, from the second round on.
 */

export interface Times {
  /** Milliseconds for each file, in the files' order: the better of two. */
  readonly ms: readonly number[];
  /** Most resident memory of the process. */
  readonly megabytes: number;
}

const [, , folder = ".", effort = "usual"] = process.argv;
const detect = await faces.load(openModels(folder));
const { signal } = new AbortController();
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".jpg"))
  .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));

async function round(): Promise<readonly number[]> {
  const ms: number[] = [];
  for (const file of files) {
    const startedAt = performance.now();
    const image = await openUpright(readFileSync(join(folder, file)), "jpeg");
    if (!image.ok) throw new Error(image.error);
    await detect(image.value, signal, effort as Effort);
    ms.push(performance.now() - startedAt);
  }
  return ms;
}

/** Bytes. Linux tells the process's own peak; what Node tells there began with its parent's. */
function mostResident(): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return process.memoryUsage().rss; // Not Linux: what it is now.
  }
}

await round();
const [one, two] = [await round(), await round()];
const times: Times = {
  ms: one.map((ms, n) => Math.min(ms, two[n] ?? ms)),
  megabytes: Math.round(mostResident() / 1024 ** 2),
};
console.log(JSON.stringify(times));
