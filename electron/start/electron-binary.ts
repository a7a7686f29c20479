import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./build.ts";

/** Milliseconds that fetching Electron (about 110 MB) may take; offline it fails within seconds. */
const FETCH_LIMIT_MS = 180_000;
/** Milliseconds after a failure in which it is not tried again. */
const RETRY_AFTER_MS = 24 * 3_600_000;

const PACKAGE = join(ROOT, "node_modules", "electron");
const FAILED = join(ROOT, ".cache", "electron-not-fetched");

/** Electron's program where it is on this machine already; null where it is not. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | null {
  const unpacked = env.ELECTRON_OVERRIDE_DIST_PATH;
  const program = unpacked
    ? join(unpacked, programName() ?? defaultName())
    : programName() && join(PACKAGE, "dist", programName() ?? "");
  return program && existsSync(program) ? program : null;
}

/** Lets Electron's own installer fetch the binary; null when that failed, now or within a day. */
export async function fetchElectron(beforeFetch: () => void): Promise<string | null> {
  const failed = statSync(FAILED, { throwIfNoEntry: false });
  if (failed && Date.now() - failed.mtimeMs < RETRY_AFTER_MS) return null;
  beforeFetch();
  const installer = spawn(process.execPath, [join(PACKAGE, "install.js")], {
    stdio: "ignore",
    timeout: FETCH_LIMIT_MS,
  });
  await new Promise((resolve) => installer.once("error", resolve).once("close", resolve));
  const program = findElectron();
  if (program === null) {
    mkdirSync(dirname(FAILED), { recursive: true });
    writeFileSync(FAILED, "");
  }
  return program;
}

/** Where the program lies inside Electron's folder, as its installer noted it. */
function programName(): string | null {
  const note = join(PACKAGE, "path.txt");
  return existsSync(note) ? readFileSync(note, "utf8").trim() : null;
}

const defaultName = () =>
  ({ darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" })[
    process.platform as string
  ] ?? "electron";
