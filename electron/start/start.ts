import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sentence } from "../../shared/text/index.ts";
import { terminalLanguage } from "../base/terminal.ts";
import { hasDisplay } from "../loopback/browser.ts";
import { ensureBuilt, ROOT } from "./build.ts";
import { fetchElectron, findElectron } from "./electron-binary.ts";

/*
 * `npm start [-- DIR]`: builds, then opens the window; where Electron or a display is missing,
 * the page in a browser. SAFELIGHT_SHELL=loopback chooses the browser outright.
 */

type Line = "building" | "fetching" | "noElectron" | "noDisplay" | "buildFailed";
const say = (line: Line) =>
  process.stderr.write(`${sentence(terminalLanguage(), `shells.start.${line}`)}\n`);

async function main(): Promise<void> {
  if (!(await ensureBuilt(() => say("building")))) {
    say("buildFailed");
    process.exitCode = 1;
    return;
  }
  const electron = await electronForWindow();
  if (electron !== null) process.exitCode = await openWindow(electron);
  // In this process, so that Ctrl+C reaches the one that must close things.
  else await import(pathToFileURL(join(ROOT, "dist", "loopback.js")).href);
}

async function electronForWindow(): Promise<string | null> {
  if (process.env.SAFELIGHT_SHELL === "loopback") return null;
  if (!hasDisplay()) {
    say("noDisplay");
    return null;
  }
  const electron = findElectron() ?? (await fetchElectron(() => say("fetching")));
  if (electron === null) say("noElectron");
  return electron;
}

function openWindow(electron: string): Promise<number> {
  // Chromium's sandbox refuses to start for root; nobody else goes without it.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  // The window's engine runs on this very Node, never on the machine's own, which may be too old.
  const env = { ...process.env, SAFELIGHT_NODE: process.execPath };
  const child = spawn(electron, [...asRoot, ROOT, ...process.argv.slice(2)], {
    stdio: "inherit",
    env,
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}

await main();
