import { createORPCClient, DynamicLink } from "@orpc/client";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import { RPCLink as SocketLink } from "@orpc/client/websocket";
import type { ContractRouterClient } from "@orpc/contract";
import type { Contract } from "../../shared/contract/index.ts";
import { createStore, type Store } from "./store.ts";
import { isWindowShell } from "./window-bridge.ts";

export type Engine = ContractRouterClient<Contract>;

/** `lost`: trying again. `closed`: nobody has answered for a while. `denied`: the page's key was refused. */
export type ConnectionState = "connecting" | "open" | "lost" | "closed" | "denied";

export interface Connection {
  readonly engine: Engine;
  readonly state: Store<ConnectionState>;
}

type Link = PortLink<object> | SocketLink<object>;

/** Waiting times before each new try, in milliseconds; the last one repeats. */
const RETRY_MS = [250, 500, 1_000, 2_000, 4_000] as const;
/** So many tries in vain and the page says that Safelight was closed. It keeps trying quietly. */
const CLOSED_AFTER_TRIES = 4;

/** Opens the way to the engine: a port in the window, a socket in the browser. */
export function connect(): Connection {
  const state = createStore<ConnectionState>("connecting");
  const current = new LinkHolder();
  if (isWindowShell()) listenForPorts(current, state);
  else void holdSocket(current, state);
  return { engine: createORPCClient(new DynamicLink(() => current.wait())), state };
}

/** Holds the link of the moment; calls made before there is one wait for it. */
class LinkHolder {
  #waiting = Promise.withResolvers<Link>();

  wait(): Promise<Link> {
    return this.#waiting.promise;
  }

  put(link: Link): void {
    this.#waiting.resolve(link); // those who wait
    this.#waiting = Promise.withResolvers<Link>();
    this.#waiting.resolve(link); // those who come
  }

  drop(): void {
    this.#waiting = Promise.withResolvers<Link>();
  }
}

/** The preload hands over a port in a message of the page's own window; a new one after each restart of the engine. */
function listenForPorts(current: LinkHolder, state: Store<ConnectionState>): void {
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== window || !isPortMessage(event.data) || port === undefined) return;
    current.put(new PortLink({ port }));
    port.addEventListener("close", () => {
      current.drop();
      state.set("lost");
    });
    port.start();
    state.set("open");
  });
}

const isPortMessage = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "type" in data && data.type === "safelight:port";

async function holdSocket(current: LinkHolder, state: Store<ConnectionState>): Promise<never> {
  const keyTaken = await redeemToken();
  let wasOpen = false;
  for (let tries = 0; ; tries += 1) {
    const socket = new WebSocket(`ws://${location.host}/rpc`);
    if (await opened(socket)) {
      current.put(new SocketLink({ websocket: socket }));
      [tries, wasOpen] = [0, true];
      state.set("open");
      await closed(socket);
      current.drop();
    }
    state.set(stateAfter(tries, keyTaken || wasOpen));
    await sleep(RETRY_MS[Math.min(tries, RETRY_MS.length - 1)] ?? 0);
  }
}

function stateAfter(tries: number, wasLetIn: boolean): ConnectionState {
  if (!wasLetIn) return "denied";
  return tries + 1 >= CLOSED_AFTER_TRIES ? "closed" : "lost";
}

/**
 * Exchanges the one-time token of the opening address for a session cookie, and clears it from the
 * address. False when there was a token and it was refused.
 */
async function redeemToken(): Promise<boolean> {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token === null) return true;
  history.replaceState(null, "", location.pathname);
  try {
    const answer = await fetch("/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
    });
    return answer.ok;
  } catch {
    return true; // nobody answered: that is "closed", not "denied"
  }
}

const opened = (socket: WebSocket): Promise<boolean> =>
  new Promise((resolve) => {
    socket.addEventListener("open", () => resolve(true), { once: true });
    socket.addEventListener("close", () => resolve(false), { once: true });
  });

const closed = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    socket.addEventListener("close", () => resolve(), { once: true });
  });

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A picture from the page's own origin; null where there is none, or when it was broken off. */
export async function loadPicture(url: string, signal: AbortSignal): Promise<Blob | null> {
  try {
    const answer = await fetch(url, { signal });
    return answer.ok ? await answer.blob() : null;
  } catch (error) {
    // Broken off, or the engine is gone, which the page tells elsewhere.
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}
