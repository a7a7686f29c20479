import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { refusal } from "./errors.ts";
import { useStore } from "./store.ts";
import type { Connection, ConnectionState, Engine } from "./transport.ts";

const makeQueries = (engine: Engine) => createTanstackQueryUtils(engine);
type Queries = ReturnType<typeof makeQueries>;

interface EngineContext {
  readonly connection: Connection;
  readonly queries: Queries;
}

const Context = createContext<EngineContext | null>(null);

/** How often a question is asked again when its answer got lost on the way; a refusal is an answer. */
const MAX_RETRIES = 3;

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        refetchOnWindowFocus: false,
        retry: (failures, error) => refusal(error) === null && failures < MAX_RETRIES,
      },
      mutations: { networkMode: "always" },
    },
  });
}

export function EngineProvider(props: {
  readonly connection: Connection;
  readonly children: ReactNode;
}) {
  const { connection, children } = props;
  const context = useMemo(
    () => ({ connection, queries: makeQueries(connection.engine) }),
    [connection],
  );
  const [client] = useState(makeQueryClient);
  const state = useStore(context.connection.state);
  useEffect(() => {
    if (state === "open") void client.invalidateQueries();
  }, [client, state]);
  return (
    <QueryClientProvider client={client}>
      <Context value={context}>{children}</Context>
    </QueryClientProvider>
  );
}

function useEngineContext(): EngineContext {
  const context = useContext(Context);
  if (context === null) throw new Error("EngineProvider is missing");
  return context;
}

export const useEngine = (): Engine => useEngineContext().connection.engine;
export const useQueries = (): Queries => useEngineContext().queries;
export const useConnection = (): ConnectionState => useStore(useEngineContext().connection.state);
