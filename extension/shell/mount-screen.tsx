import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "../ui/fonts.ts";
import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/buttons.css";
import "../ui/fields.css";
import "../ui/pictures.css";
import "../ui/states.css";
import { createCallClient } from "../call/call-client.ts";
import { CallContext, openCallStore } from "../call/use-call.ts";
import { direction, language } from "../ui/language.ts";
import { ConnectionProvider, readConnection } from "./connection.tsx";
import { rememberQueries } from "./query-memory.ts";
import { refreshAfterCall } from "./refresh-after-call.ts";

/**
 * Puts a screen into the page's #root with all it stands on: the call, the connection, the server's data. With a memory it begins with
 * what the server answered last.
 */
export async function mountScreen(screen: ReactNode, { hasMemory = false } = {}): Promise<void> {
  const root = document.querySelector("#root");
  if (!root) throw new Error("The page has no #root.");
  Object.assign(document.documentElement, { lang: language, dir: direction });
  const [callStore, stored] = await Promise.all([openCallStore(createCallClient()), readConnection()]);
  const queryClient = createQueryClient();
  if (hasMemory) await rememberQueries(queryClient, stored.session);
  refreshAfterCall(callStore, queryClient);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <CallContext value={callStore}>
          <ConnectionProvider stored={stored}>{screen}</ConnectionProvider>
        </CallContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // An error is shown at once with a button to try again: a person decides better than a counter.
      // The server is most often on this machine, so being offline is no reason not to ask.
      queries: { retry: false, staleTime: 5_000, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
