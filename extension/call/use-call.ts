import { createContext, useContext, useSyncExternalStore } from "react";
import type { CallClient } from "./call-client.ts";
import type { CallSnapshot } from "./call-snapshot.ts";

/** The newest snapshot, in a form that React can read while it renders. */
export interface CallStore {
  client: CallClient;
  subscribe: (listener: () => void) => () => void;
  getSnapshot: () => CallSnapshot;
}

/**
 * Reads the snapshot once and then follows it until `signal` aborts. Awaited before the first render, so that nobody sees
 * an idle dialer flash up during a call.
 */
export async function openCallStore(client: CallClient, signal = new AbortController().signal): Promise<CallStore> {
  const listeners = new Set<() => void>();
  let heard: CallSnapshot | undefined;
  client.watch((snapshot) => {
    heard = snapshot;
    for (const listener of listeners) listener();
  }, signal);
  const read = await client.readSnapshot();
  return {
    client,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // What was heard is newer than what was read, even when it came while reading.
    getSnapshot: () => heard ?? read,
  };
}

/** Put the store of `openCallStore` here, above everything that uses `useCall`. */
export const CallContext = createContext<CallStore | undefined>(undefined);

/** The call as it is now, and the commands on it. Renders again with every new snapshot. */
export function useCall(): { snapshot: CallSnapshot; client: CallClient } {
  const store = useContext(CallContext);
  if (!store) throw new Error("useCall needs a CallContext above it.");
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot);
  return { snapshot, client: store.client };
}
