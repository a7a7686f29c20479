import type { Shell } from "../bridge/router.ts";
import { type Port, servePorts } from "../bridge/serve.ts";
import type { Engine } from "../engine/engine-api.ts";
import { type FromEngine, type ToEngine, toEngine } from "./engine-messages.ts";
import type { KeyChainLine } from "./key-chain-line.ts";

/** One page's line, as the bridge wants a port to look. */
class Line implements Port {
  readonly #send: (data: unknown) => void;
  readonly #hearers: { event: string; hear: (event?: { data: unknown }) => void }[] = [];

  constructor(send: (data: unknown) => void) {
    this.#send = send;
  }
  on(event: string, hear: (event?: { data: unknown }) => void) {
    this.#hearers.push({ event, hear });
  }
  postMessage(data: unknown) {
    this.#send(data);
  }
  emit(event: "message" | "close", data?: unknown) {
    for (const one of this.#hearers) if (one.event === event) one.hear({ data });
  }
}

/**
 * The engine's side of the window: answers the contract on every line that main opens.
 * @returns what to call with each message of main's.
 */
export function serveEngine(
  engine: Engine,
  send: (message: FromEngine) => void,
  reportBug: (error: unknown) => void,
  keyChain: KeyChainLine,
): (message: unknown) => void {
  const lines = new Map<number, Line>();
  const dialogs = new Map<number, (path: string | null) => void>();
  let asked = 0;
  const chooseFolder = () =>
    new Promise<string | null>((chosen) => {
      asked += 1;
      dialogs.set(asked, chosen);
      send({ type: "choose-folder", ask: asked });
    });
  const shell: Shell = { kind: "window", chooseFolder, reportBug };
  const serve = servePorts(engine, shell);

  const open = (line: number) => {
    const port = new Line((data) => send({ type: "answer", line, data }));
    lines.set(line, port);
    serve(port);
  };
  const hangUp = (line: number) => {
    lines.get(line)?.emit("close");
    lines.delete(line);
  };
  const hear = (message: ToEngine) => {
    if (message.type === "open") open(message.line);
    else if (message.type === "call") lines.get(message.line)?.emit("message", message.data);
    else if (message.type === "hang-up") hangUp(message.line);
    else if (message.type === "add-folder") send(addFolder(engine, message));
    else if (message.type === "power") engine.watching.hold(message.isOnBattery);
    else if (message.type === "sealed" || message.type === "opened") keyChain.hear(message);
    else {
      dialogs.get(message.ask)?.(message.path);
      dialogs.delete(message.ask);
    }
  };
  return (message) => hear(toEngine.parse(message));
}

function addFolder(
  engine: Engine,
  { ask, path, scan }: Extract<ToEngine, { type: "add-folder" }>,
): FromEngine {
  const added = engine.folders.add(path);
  if (!added.ok) return { type: "added", ask, folderId: null, error: added.error };
  const begun = scan ? engine.scans.start(added.value, { detectors: null }) : added;
  const error = begun.ok ? null : begun.error;
  return { type: "added", ask, folderId: added.value, error };
}
