import { spawn } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.ts";
import { sourcesStamp } from "./sources.ts";

/** The project's folder; everything below runs from sources, never from a package. */
export const ROOT = join(import.meta.dirname, "..", "..");

const STAMP = join(ROOT, "dist", ".sources");

/** The page, the programs of the Node side, their towns and their networks; they do not touch each other's files. */
const BUILDERS = [
  ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"],
  ["node_modules/rolldown/bin/cli.mjs", "--config", "rolldown.config.ts", "--log-level", "warn"],
  ["electron/engine/gazetteer/compile.ts", "dist/gazetteer.bin"],
  ["electron/engine/detectors/models/compile.ts", "dist/models"],
] as const;

/**
 * Builds what is older than its sources. About a second; nothing when fresh.
 * @param beforeBuild is called when there is something to do.
 * @returns false when the build failed; its messages went to stderr.
 */
export async function ensureBuilt(beforeBuild: () => void = () => {}): Promise<boolean> {
  if (isFresh()) return true;
  return withLock(join(ROOT, ".cache", "build.lock"), async () => {
    // Whoever held the lock before may have done it.
    if (isFresh()) return true;
    beforeBuild();
    return build();
  });
}

const isFresh = () => readStamp() === sourcesStamp(ROOT);

async function build(): Promise<boolean> {
  const stamp = sourcesStamp(ROOT);
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  for (const old of globSync(["*.js", "*.cjs", ".sources"], { cwd: join(ROOT, "dist") })) {
    rmSync(join(ROOT, "dist", old));
  }
  const codes = await Promise.all(BUILDERS.map(([script, ...args]) => run(script, args)));
  if (codes.some((code) => code !== 0)) return false;
  writeFileSync(STAMP, stamp);
  return true;
}

/**
 * Runs one of the build's programs. Warnings go to stderr as they come, its report only when it
 * failed: a command's stdout stays its own.
 */
function run(script: string, args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const report: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => report.push(part));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(report));
      resolve(code);
    });
  });
}

function readStamp(): string | null {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return null; // Never built, or half built: either way build.
  }
}
