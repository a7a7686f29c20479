import { fileURLToPath } from "node:url";
import type { AppError } from "../../shared/model/errors.ts";
import { sentence } from "../../shared/text/index.ts";
import { terminalLanguage } from "../base/terminal.ts";
import { scanAtStart } from "../bridge/open-at-start.ts";
import { readPage } from "../bridge/page-files.ts";
import { reportBug } from "../bridge/report-bug.ts";
import { engineOptions, shellOptions } from "../bridge/shell-options.ts";
import { openEngine } from "../engine/engine.ts";
import { openBrowser } from "./browser.ts";
import { startLoopback } from "./server.ts";

/* The loopback shell's program: engine, server and browser, until Ctrl+C. */

const language = terminalLanguage();
const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);
const reason = (error: AppError) => sentence(language, `error.${error.code}`);

async function main(): Promise<number> {
  const options = shellOptions(process.argv.slice(2));
  const page = readPage(fileURLToPath(new URL("./page", import.meta.url)));
  const stopped = stopRequest();
  const opened = await openEngine({
    ...engineOptions(options),
    onUpdate: (part) =>
      say(sentence(language, "shells.start.updating", { percent: Math.round(100 * part) })),
  });
  if (!opened.ok) {
    complain(reason(opened.error));
    return 1;
  }
  const engine = opened.value;
  const server = await startLoopback(engine, { page, reportBug });
  engine.watching.begin();
  if (options.folder !== undefined) {
    const scan = scanAtStart(engine, options.folder);
    if (!scan.ok) {
      complain(sentence(language, "shells.start.folderRefused", { reason: reason(scan.error) }));
    }
  }
  await tellAddress(server.address, options.opensBrowser);
  await stopped;
  await server.close();
  await engine.close();
  return 0;
}

async function tellAddress(address: string, opensBrowser: boolean): Promise<void> {
  say(sentence(language, "shells.start.openAt", { address }));
  if (!opensBrowser || !(await openBrowser(address))) {
    say(sentence(language, "shells.start.openByHand"));
  }
  say(sentence(language, "shells.start.stopHint"));
}

/** Resolves at the first request to stop. A second one does not wait for anything. */
function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}

process.exitCode = await main();
