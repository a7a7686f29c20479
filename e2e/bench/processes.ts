import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The built command line: what a person runs, not the sources. */
export const SAFELIGHT = fromRoot("dist/safelight.js");
export const EXIFTOOL = fromRoot("node_modules/exiftool-vendored.pl/bin/exiftool");

export interface Timed {
  readonly ms: number;
  readonly code: number | null;
  readonly stdout: string;
}

/** Runs a whole process and times it from outside, its own start included. */
export function timed(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const out: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ ms: performance.now() - startedAt, code, stdout: Buffer.concat(out).toString() }),
    );
  });
}
