import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import type { Contract } from "../../shared/contract/index.ts";
import type { Line } from "./engine-process.ts";

/** Main's own way to ask the engine, by the same contract as the page's. */
export function engineClient(line: Line): ContractRouterClient<Contract> {
  const port = {
    on: (event: string, hear: (event?: { data: unknown }) => void) => {
      if (event === "message") line.onData((data) => hear({ data }));
    },
    postMessage: (data: unknown) => line.send(data),
  };
  return createORPCClient(new RPCLink({ port }));
}
