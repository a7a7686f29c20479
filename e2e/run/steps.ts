import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../electron/start/build.ts";

/** What a step of the test run came to. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** The one line that ends every run, in the form that machines look for. */
export const closingLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;

/** Runs a program from the project's folder, its output shown as it comes; resolves with its exit code. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  timeout?: number,
): Promise<number> {
  const child = spawn(command, [...args], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
    timeout,
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** A check that either passes or fails as a whole. */
export async function check(name: string, script: string, ...args: readonly string[]) {
  const code = await run(process.execPath, [join("node_modules", script), ...args]);
  process.stdout.write(`${code === 0 ? "passed" : "FAILED"}: ${name}\n`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** Runs Vitest and counts its tests. A run that ends badly without a failed test counts as one. */
export async function vitest(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "safelight-counts-"));
  const file = join(folder, "counts.json");
  try {
    const code = await run(
      process.execPath,
      [
        join("node_modules", "vitest", "vitest.mjs"),
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${file}`,
        ...args,
      ],
      env,
    );
    const counts = readCounts(file);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Vitest's JSON report, of which only the sums are read; a missing one means that nothing ran. */
export function readCounts(file: string): Counts {
  try {
    const report: unknown = JSON.parse(readFileSync(file, "utf8"));
    return {
      passed: numberOf(report, "numPassedTests"),
      failed: numberOf(report, "numFailedTests"),
      skipped: numberOf(report, "numPendingTests") + numberOf(report, "numTodoTests"),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function numberOf(report: unknown, key: string): number {
  const value =
    typeof report === "object" && report !== null ? Reflect.get(report, key) : undefined;
  if (typeof value !== "number") throw new Error(`no ${key} in the report`);
  return value;
}
