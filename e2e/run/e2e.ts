import { hasDisplay } from "../../electron/loopback/browser.ts";
import { ensureBuilt } from "../../electron/start/build.ts";
import { findElectron } from "../../electron/start/electron-binary.ts";
import { browserForTests } from "./browser.ts";
import { type Counts, closingLine, vitest } from "./steps.ts";

const NOT_RUN: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The specs in a real browser, on the loopback shell. */
export async function browserSpecs(args: readonly string[] = []): Promise<Counts> {
  const browser = await browserForTests();
  if (browser === undefined) {
    console.error("No browser could be found or installed; name one in CHROMIUM_PATH.");
    return NOT_RUN;
  }
  if (!(await ensureBuilt())) return NOT_RUN;
  return vitest(["--config", "e2e/vitest.config.ts", ...args], { CHROMIUM_PATH: browser });
}

/** The same specs on the Electron window; skipped aloud where Electron or a display is missing. */
async function windowSpecs(args: readonly string[]): Promise<Counts> {
  if (findElectron() === null || !hasDisplay()) {
    console.log("Skipped: the window's specs need Electron's binary and a display.");
    return { passed: 0, failed: 0, skipped: 1 };
  }
  if (!(await ensureBuilt())) return NOT_RUN;
  return vitest(["--config", "e2e/vitest.config.ts", ...args], { SAFELIGHT_E2E_SHELL: "window" });
}

if (import.meta.main) {
  const args = process.argv.slice(2).filter((argument) => argument !== "--window");
  const isWindow = args.length < process.argv.length - 2;
  const counts = await (isWindow ? windowSpecs(args) : browserSpecs(args));
  console.log(closingLine(counts));
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
