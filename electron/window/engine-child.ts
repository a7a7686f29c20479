import { reportBug } from "../bridge/report-bug.ts";
import { engineOptions, shellOptions } from "../bridge/shell-options.ts";
import { openEngine } from "../engine/engine.ts";
import type { FromEngine } from "./engine-messages.ts";
import { serveEngine } from "./engine-server.ts";

/* The engine's process under the window: a plain Node, started by main, ended with it. */

const send = (message: FromEngine) => {
  // A message that main is no longer there to read needs no report: "disconnect" follows it.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

const opened = await openEngine(engineOptions(shellOptions(process.argv.slice(2))));
if (opened.ok) {
  const engine = opened.value;
  process.on("message", serveEngine(engine, send, reportBug));
  // Main's end is ours, however it came about; Ctrl+C in a terminal reaches main, which tells us.
  process.once("disconnect", () => void engine.close().finally(() => process.exit()));
  process.on("SIGINT", () => {});
  send({ type: "ready" });
} else {
  send({ type: "refused", error: opened.error });
  process.disconnect?.();
}
