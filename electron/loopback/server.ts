import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { PageFiles } from "../bridge/page-files.ts";
import type { Shell } from "../bridge/router.ts";
import { serveSockets } from "../bridge/serve.ts";
import type { Engine } from "../engine/engine-api.ts";
import { answer, type Sources } from "./answers.ts";
import { MAX_BODY_BYTES } from "./body.ts";
import { isOwnOrigin } from "./guard.ts";
import { Session } from "./session.ts";

export interface Loopback {
  /** The opening address, token in its fragment; it lets one browser in, once. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  readonly page: PageFiles;
  reportBug(error: unknown): void;
}

/** Serves the page and the engine on 127.0.0.1, on a port that the system picks. */
export async function startLoopback(engine: Engine, options: LoopbackOptions): Promise<Loopback> {
  const server = createServer();
  await listen(server);
  const { port } = boundTo(server);
  const sources: Sources = { engine, page: options.page, session: new Session(port), port };
  server.on("request", (request, response) => {
    answer(request, response, sources).catch((error: unknown) => {
      options.reportBug(error);
      if (!response.headersSent) response.writeHead(500, { connection: "close" });
      response.end();
    });
  });
  const sockets = serveUpgrades(server, sources, options);
  return {
    address: `http://127.0.0.1:${port}/#token=${sources.session.token}`,
    port,
    close: () => closeAll(server, sockets),
  };
}

/** Calls travel over one web socket per page, at `/rpc`. */
function serveUpgrades(server: Server, sources: Sources, options: LoopbackOptions) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_BODY_BYTES });
  const shell: Shell = {
    kind: "loopback",
    chooseFolder: async () => null,
    reportBug: options.reportBug,
  };
  const serve = serveSockets(sources.engine, shell);
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (!mayUpgrade(request, sources)) {
      stream.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket: WebSocket) => {
      // A broken message or a lost line closes this socket; the page opens another.
      socket.on("error", () => socket.terminate());
      serve(socket).catch(options.reportBug);
    });
  });
  return sockets;
}

const mayUpgrade = ({ url, headers }: IncomingMessage, { port, session }: Sources) =>
  url === "/rpc" && isOwnOrigin(headers, port) && session.holds(headers.cookie);

const listen = (server: Server) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0 }, resolve);
  });

function boundTo(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not bound to a port");
  return address;
}

async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
