import { reportBug } from "../bridge/report-bug.ts";
import { engineOptions, shellOptions } from "../bridge/shell-options.ts";
import { openEngine } from "../engine/engine.ts";
import type { FromEngine } from "./engine-messages.ts";
import { serveEngine } from "./engine-server.ts";
import { KeyChainLine } from "./key-chain-line.ts";

/* The engine's process under the window: a plain Node, started by main, ended with it. */

const send = (message: FromEngine) => {
  // A message that main is no longer there to read needs no report: "disconnect" follows it.
  if (process.connected) process.send?.(message, undefined, undefined, () => {});
};

const keyChain = new KeyChainLine(send);
const options = engineOptions(shellOptions(process.argv.slice(2)));
const opened = await openEngine({ ...options, keyChain });
if (opened.ok) {
  const engine = opened.value;
  process.on("message", serveEngine(engine, send, reportBug, keyChain));
  // Main's end is ours, however it came about; Ctrl+C in a terminal reaches main, which tells us.
  process.once("disconnect", () => void engine.close().finally(() => process.exit()));
  process.on("SIGINT", () => {});
  send({ type: "ready" });
  engine.watching.onNews(({ photos, dangerous }) => send({ type: "news", photos, dangerous }));
  engine.watching.begin();
  // The window need not wait for it: the system may ask the person first. Refused, the vault stays locked, and says so.
  if (engine.vault.state().protection === "keychain") await engine.vault.unlock(null);
} else {
  send({ type: "refused", error: opened.error });
  process.disconnect?.();
}
