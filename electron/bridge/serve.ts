import { ORPCError } from "@orpc/server";
import { RPCHandler as PortHandler } from "@orpc/server/message-port";
import { RPCHandler as SocketHandler } from "@orpc/server/ws";
import type { WebSocket } from "ws";
import type { Engine } from "../engine/engine-api.ts";
import { createRouter, type Shell } from "./router.ts";

/** The part of Electron's `MessagePortMain` that calls travel over; anything with these two will do. */
export interface Port {
  on(event: string, hear: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

/** Answers the contract on message ports. */
export function servePorts(engine: Engine, shell: Shell): (port: Port) => void {
  const handler = new PortHandler(createRouter(engine, shell), reporting(shell));
  return (port) => handler.upgrade(port, { context: {} });
}

/** Answers the contract on web sockets. */
export function serveSockets(engine: Engine, shell: Shell): (socket: WebSocket) => Promise<void> {
  const handler = new SocketHandler(createRouter(engine, shell), reporting(shell));
  return (socket) => handler.upgrade(socket, { context: {} });
}

/** The status from which oRPC means "our fault"; below it the caller asked something wrong. */
const SERVER_FAULT = 500;

const reporting = (shell: Shell) => ({
  interceptors: [
    async <T>(call: { next(): Promise<T> }): Promise<T> => {
      try {
        return await call.next();
      } catch (error) {
        if (!isAnswer(error)) shell.reportBug(error);
        throw error;
      }
    },
  ],
});

const isAnswer = (error: unknown) =>
  error instanceof ORPCError && (error.code === "REFUSED" || error.status < SERVER_FAULT);
