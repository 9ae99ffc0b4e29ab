import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { browser } from "wxt/browser";
import { createApi, type Api } from "../platform/api.ts";
import { firstPaintKey } from "../platform/first-paint.ts";
import { sessionStore, type Session } from "../platform/session-store.ts";
import type { Settings } from "../platform/settings.ts";
import { settingsStore } from "../platform/settings-store.ts";
import { queryMemory } from "./query-memory.ts";

/** What a person set, who is signed in, and the server that goes with both. */
export interface Connection {
  settings: Settings;
  session: Session | undefined;
  /** The session's server; without a session the one in the settings, which then answers only how one may come in. */
  api: Api;
}

export interface StoredConnection {
  settings: Settings;
  session: Session | undefined;
}

const ConnectionContext = createContext<Connection | undefined>(undefined);

/** Reads settings and session before the first render, so that nobody sees a screen for strangers flash up. */
export async function readConnection(): Promise<StoredConnection> {
  const [settings, session] = await Promise.all([settingsStore.read(), sessionStore.read()]);
  return { settings, session };
}

/** Follows settings and session, whoever changes them: another page of the extension may. */
export function ConnectionProvider({ stored, children }: { stored: StoredConnection; children: ReactNode }) {
  const [settings, setSettings] = useState(stored.settings);
  const [session, setSession] = useState(stored.session);
  const queryClient = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    settingsStore.watch(setSettings, stop.signal);
    sessionStore.watch((next) => {
      setSession(next);
      // What one person was shown is nothing to the next.
      queryClient.clear();
      void Promise.all([queryMemory.write(undefined), browser.storage.session.remove(firstPaintKey)]);
    }, stop.signal);
    return () => stop.abort();
  }, [queryClient]);

  const connection = useMemo(
    () => ({ settings, session, api: createApi(session ?? { serverUrl: settings.serverUrl }) }),
    [settings, session],
  );
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error("useConnection needs a ConnectionProvider above it.");
  return connection;
}
