import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ran } from "../engine/cli.ts";
import type { Stage } from "./stage.ts";

/*
 * Linux's strace stops a program before a chosen system call and kills it there, or answers the call
 * with an error. So every instant between two effects on the disk can be tried, one after the other,
 * on the built program as it ships, without a word about tests in it.
 */

/** System calls that change what a disk holds or make it last. */
export const DISK_CALLS = [
  ["pwrite64", "fsync", "fdatasync", "rename", "unlink", "rmdir"],
  ["link", "mkdir", "ftruncate", "chmod", "fchmod", "utimensat"],
].flat();

export function whyNoStrace(): string | undefined {
  try {
    execFileSync("strace", ["-qq", "-e", "trace=none", "true"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "no strace that may trace here (Debian: apt-get install strace)";
  }
}

export interface Traced {
  /** Which calls; all of {@link DISK_CALLS} where not said. */
  readonly calls?: readonly string[];
  /** strace's `-e inject=` expressions. */
  readonly inject?: readonly string[];
  /** Analysts too, and whole buffers in hexadecimal. */
  readonly everything?: boolean;
  /** Analysts too. */
  readonly follow?: boolean;
}

/** Runs the stage's command under strace and returns strace's lines. */
export async function traced(
  stage: Stage,
  options: Traced = {},
): Promise<Ran & { readonly lines: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), "safelight-strace-"));
  const log = join(folder, "log");
  try {
    const ran = await stage.run(stage.words, { via: straceWords(log, options) });
    return { ...ran, lines: readFileSync(log, "utf8").split("\n") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function straceWords(log: string, options: Traced): string[] {
  const { calls = DISK_CALLS, inject = [], everything = false, follow = everything } = options;
  return [
    ...["strace", "-qq", "-y", "-o", log, "-e", `trace=${calls.join(",")}`],
    ...(follow ? ["-f", "--seccomp-bpf"] : []),
    ...(everything ? ["-xx", "-s", "4000000"] : []),
    ...inject.flatMap((one) => ["-e", `inject=${one}`]),
  ];
}

/** One call of the engine's own process: the `nth` of its name. */
export interface DiskCall {
  readonly name: string;
  readonly nth: number;
  readonly line: string;
}

/** The calls of an undisturbed run, in their order. */
export async function diskCalls(stage: Stage): Promise<DiskCall[]> {
  const { lines } = await traced(stage);
  stage.reset();
  const counts = new Map<string, number>();
  return lines.flatMap((line) => {
    const name = /^(\w+)\(/.exec(line)?.[1];
    if (name === undefined) return [];
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return line.includes(stage.root) && !line.includes("-shm>") ? [{ name, nth, line }] : [];
  });
}
