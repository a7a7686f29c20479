import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ScanDocument } from "../../electron/cli/document.ts";

const MAIN = fileURLToPath(new URL("../../dist/safelight.js", import.meta.url));

/** What one run of the command line printed and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly dataDir: string;
  /** Needs root. */
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A program and its words that start the command line in its stead, as `strace` does. */
  readonly via?: readonly string[];
  /** In a process group of its own, so that all of it can be killed at once. */
  readonly detached?: boolean;
}

/** Starts the built command line. */
export function startSafelight(args: readonly string[], options: RunOptions) {
  const { dataDir, uid, env, via = [], detached = false } = options;
  const [program = process.execPath, ...words] = [...via, process.execPath, MAIN, ...args];
  const child = spawn(program, words, {
    env: {
      PATH: process.env.PATH,
      HOME: dataDir,
      SAFELIGHT_DATA_DIR: dataDir,
      LANG: "C.UTF-8",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
    detached,
    ...(uid !== undefined && { uid, gid: uid }),
  });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(errors).toString(),
      }),
    );
  });
  return { child, ended };
}

/** Runs the built command line to its end. */
export const safelight = (args: readonly string[], options: RunOptions): Promise<Ran> =>
  startSafelight(args, options).ended;

/** `scan --json` of some folders, parsed: of what stands in the files, not of what their pictures show. */
export async function scanJson(
  paths: readonly string[],
  options: { readonly dataDir: string; readonly uid?: number },
): Promise<{
  readonly code: number | null;
  readonly document: ScanDocument;
  readonly stderr: string;
}> {
  const { code, stdout, stderr } = await safelight(
    ["scan", ...paths, "--json", "--detectors", "location"],
    options,
  );
  // Our own program's document; the test asserts on what it holds.
  return { code, stderr, document: JSON.parse(stdout) as ScanDocument };
}

/** A folder that is gone after the test. */
export class Scratch {
  readonly path = mkdtempSync(join(tmpdir(), "safelight-test-"));
  readonly dataDir = join(this.path, "data");

  join(...parts: readonly string[]): string {
    return join(this.path, ...parts);
  }

  remove() {
    rmSync(this.path, { recursive: true, force: true });
  }
}
