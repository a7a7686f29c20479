import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { AppError } from "../../shared/model/errors.ts";
import { sentence } from "../../shared/text/index.ts";
import { defaultDataDir } from "../base/paths.ts";
import { terminalLanguage } from "../base/terminal.ts";
import { scanAtStart } from "../bridge/open-at-start.ts";
import { readPage } from "../bridge/page-files.ts";
import { openEngine } from "../engine/engine.ts";
import { openBrowser } from "./browser.ts";
import { startLoopback } from "./server.ts";

/* The loopback shell's program: engine, server and browser, until Ctrl+C. */

const language = terminalLanguage();
const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);
const reason = (error: AppError) => sentence(language, `error.${error.code}`);

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      "data-dir": { type: "string" },
      jobs: { type: "string" },
      "no-open": { type: "boolean", default: false },
    },
  });
  const jobs = Number(values.jobs);
  return {
    folder: positionals[0],
    dataDir: values["data-dir"] ?? defaultDataDir(),
    opensBrowser: !values["no-open"],
    ...(Number.isInteger(jobs) && jobs > 0 && { jobs }),
  };
}

async function main(): Promise<number> {
  const { folder, opensBrowser, ...engineOptions } = options();
  const page = readPage(fileURLToPath(new URL("./page", import.meta.url)));
  const opened = await openEngine(engineOptions);
  if (!opened.ok) {
    complain(reason(opened.error));
    return 1;
  }
  const engine = opened.value;
  const server = await startLoopback(engine, { page, reportBug });
  const stopped = stopRequest();
  if (folder !== undefined) {
    const scan = scanAtStart(engine, folder);
    if (!scan.ok) {
      complain(sentence(language, "shells.start.folderRefused", { reason: reason(scan.error) }));
    }
  }
  say(sentence(language, "shells.start.openAt", { address: server.address }));
  if (!opensBrowser || !(await openBrowser(server.address))) {
    say(sentence(language, "shells.start.openByHand"));
  }
  say(sentence(language, "shells.start.stopHint"));
  await stopped;
  await server.close();
  await engine.close();
  return 0;
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

/** Names and stacks only: messages may hold a path or a value of someone's photo. */
function reportBug(error: unknown): void {
  const [, ...stack] = error instanceof Error ? (error.stack ?? "").split("\n    at ") : [];
  complain(
    `bug: ${error instanceof Error ? error.name : typeof error}\n    at ${stack.join("\n    at ")}`,
  );
}

process.exitCode = await main();
