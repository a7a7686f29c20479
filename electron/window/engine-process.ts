import { type ChildProcess, spawn } from "node:child_process";
import { type AppError, failure } from "../../shared/model/errors.ts";
import type { FolderId } from "../../shared/model/ids.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { KeyChain } from "../base/key-chain.ts";
import { type FromEngine, fromEngine, type ToEngine } from "./engine-messages.ts";

/** Milliseconds the engine gets to close its files before it is killed. */
const CLOSE_LIMIT_MS = 5_000;

export interface EngineStart {
  /** A plain Node program, 24 or newer; never Electron itself (TOOLCHAIN: GLib, ONNX Runtime). */
  readonly node: string;
  /** The engine's program and its arguments. */
  readonly args: readonly string[];
  chooseFolder(): Promise<string | null>;
  readonly keyChain: KeyChain;
  /** New photos in watched folders. */
  tellNews(news: News): void;
}

type News = Pick<Extract<FromEngine, { type: "news" }>, "photos" | "dangerous">;

type Hear = (data: unknown) => void;

/** A line to the engine that the contract's calls travel over. */
export interface Line {
  send(data: unknown): void;
  /** One listener; what came before it is kept for it. */
  onData(hear: Hear): void;
  hangUp(): void;
}

/** The engine's process as main sees it. */
export class EngineProcess {
  /** The engine is open, or the reason why it cannot be. */
  readonly ready: Promise<Result<null, AppError | null>>;
  /** Resolves when the process has ended, whoever wanted it. */
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;
  readonly #chooseFolder: EngineStart["chooseFolder"];
  readonly #keyChain: KeyChain;
  readonly #tellNews: EngineStart["tellNews"];
  readonly #lines = new Map<number, Hear>();
  readonly #asked = new Map<number, (added: Result<FolderId, AppError>) => void>();
  #next = 0;
  #settle: (result: Result<null, AppError | null>) => void = () => {};

  constructor({ node, args, chooseFolder, keyChain, tellNews }: EngineStart) {
    this.#chooseFolder = chooseFolder;
    this.#tellNews = tellNews;
    this.#keyChain = keyChain;
    this.#child = spawn(node, [...args], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      serialization: "advanced",
    });
    this.ready = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.#settle(err(null));
        for (const answer of this.#asked.values()) answer(err(failure("unexpected")));
        resolve();
      };
      this.#child.once("error", end).once("exit", end);
    });
    this.#child.on("message", (message) => this.#hear(fromEngine.parse(message)));
  }

  openLine(): Line {
    const line = this.#next++;
    const early: unknown[] = [];
    this.#lines.set(line, (data) => early.push(data));
    this.#send({ type: "open", line });
    return {
      send: (data) => this.#send({ type: "call", line, data }),
      onData: (hear) => {
        for (const data of early.splice(0)) hear(data);
        this.#lines.set(line, hear);
      },
      hangUp: () => {
        this.#lines.delete(line);
        this.#send({ type: "hang-up", line });
      },
    };
  }

  /** Chooses a folder by a path that a person dropped or typed, and scans it if `scan`. */
  addFolder(path: string, scan: boolean): Promise<Result<FolderId, AppError>> {
    const ask = this.#next++;
    return new Promise((resolve) => {
      this.#asked.set(ask, resolve);
      this.#send({ type: "add-folder", ask, path, scan });
    });
  }

  /** Scans that nobody asked for wait while the machine runs on battery. */
  tellPower(isOnBattery: boolean) {
    this.#send({ type: "power", isOnBattery });
  }

  /** Lets the engine close its files, then ends it. */
  async stop(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    const timer = setTimeout(() => this.#child.kill("SIGKILL"), CLOSE_LIMIT_MS);
    await this.ended;
    clearTimeout(timer);
  }

  #send(message: ToEngine) {
    // A message that the engine is no longer there to read needs no report: "exit" follows it.
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  #hear(message: FromEngine) {
    if (message.type === "ready") this.#settle(ok(null));
    else if (message.type === "refused") this.#settle(err(message.error));
    else if (message.type === "answer") this.#lines.get(message.line)?.(message.data);
    else if (message.type === "news") this.#tellNews(message);
    else if (message.type === "choose-folder") void this.#choose(message.ask);
    else if (message.type === "key-chain-seal") void this.#seal(message.ask, message.text);
    else if (message.type === "key-chain-open") void this.#open(message.ask, message.sealed);
    else {
      const { ask, folderId, error } = message;
      if (folderId !== null) this.#asked.get(ask)?.(ok(folderId));
      else if (error !== null) this.#asked.get(ask)?.(err(error));
      this.#asked.delete(ask);
    }
  }

  async #seal(ask: number, text: string) {
    this.#send({ type: "sealed", ask, result: await this.#keyChain.seal(text) });
  }

  async #open(ask: number, sealed: Uint8Array) {
    this.#send({ type: "opened", ask, result: await this.#keyChain.open(sealed) });
  }

  async #choose(ask: number) {
    this.#send({ type: "chosen", ask, path: await this.#chooseFolder() });
  }
}
