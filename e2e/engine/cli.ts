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

/** Runs the built command line. `uid` needs root. */
export function safelight(
  args: readonly string[],
  options: {
    readonly dataDir: string;
    readonly uid?: number;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: {
        PATH: process.env.PATH,
        HOME: options.dataDir,
        SAFELIGHT_DATA_DIR: options.dataDir,
        LANG: "C.UTF-8",
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(errors).toString(),
      }),
    );
  });
}

/** `scan --json` of some folders, parsed. */
export async function scanJson(
  paths: readonly string[],
  options: { readonly dataDir: string; readonly uid?: number },
): Promise<{
  readonly code: number | null;
  readonly document: ScanDocument;
  readonly stderr: string;
}> {
  const { code, stdout, stderr } = await safelight(["scan", ...paths, "--json"], options);
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
