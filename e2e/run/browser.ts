import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { run } from "./steps.ts";

/** Milliseconds that one way of installing a browser may take. */
const INSTALL_LIMIT_MS = 300_000;

/** Where Chrome, Edge and Chromium lie when somebody installed them. */
const USUAL_PATHS: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    join(process.env.PROGRAMFILES ?? "", "Google/Chrome/Application/chrome.exe"),
    join(process.env["PROGRAMFILES(X86)"] ?? "", "Microsoft/Edge/Application/msedge.exe"),
  ],
};

/** A browser of the Chromium family that is on this machine already. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  const usual = USUAL_PATHS[process.platform] ?? [];
  return [named, chromium.executablePath(), ...usual].find((path) => path && existsSync(path));
}

/** Finds a browser, or installs one: Playwright's own, else Debian's. Undefined when neither can be had. */
export async function browserForTests(): Promise<string | undefined> {
  const found = findBrowser();
  if (found !== undefined) {
    if (!hasChineseFont()) await installWithApt("fonts-noto-cjk");
    return found;
  }
  const playwright = join("node_modules", "playwright", "cli.js");
  await run(process.execPath, [playwright, "install", "chromium"], {}, INSTALL_LIMIT_MS);
  if (findBrowser() === undefined) await installWithApt("chromium", "fonts-noto-cjk");
  return findBrowser();
}

/** Without one, Chinese pages are drawn as boxes and their screenshots are worthless. */
function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return process.platform !== "linux" || (status === 0 && stdout.trim() !== "");
}

async function installWithApt(...packages: readonly string[]): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: readonly string[]) =>
    run("apt-get", ["-q", ...args], env, INSTALL_LIMIT_MS);
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", ...packages);
}
