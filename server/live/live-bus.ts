import type { AccountId } from "#shared/ids.ts";
import type { Store } from "../store/store.ts";

/** Tells who listens that an account's snapshot changed. It carries no snapshot: whoever is told reads the newest. */
export interface LiveBus {
  subscribe(accountId: AccountId, listener: () => void): () => void;
  close(): void;
}

/**
 * A bus inside one process. Many changes of one account in one turn of the event loop are told once, because whoever is
 * told reads the whole snapshot anyway.
 */
export function createLiveBus(source: Pick<Store, "onAccountChanged" | "onChangedElsewhere">): LiveBus {
  const listeners = new Map<AccountId, Set<() => void>>();
  const changed = new Set<AccountId>();
  let flush: NodeJS.Immediate | undefined;

  function tellAll() {
    flush = undefined;
    const accounts = [...changed];
    changed.clear();
    for (const accountId of accounts) for (const listener of listeners.get(accountId) ?? []) listener();
  }

  function tellSoon(accountId: AccountId): void {
    if (!listeners.has(accountId)) return;
    changed.add(accountId);
    flush ??= setImmediate(tellAll);
  }

  const stopSources = [
    source.onAccountChanged(tellSoon),
    // Nobody knows whose account another process has changed, so everyone here looks again.
    source.onChangedElsewhere(() => [...listeners.keys()].forEach(tellSoon)),
  ];

  return {
    subscribe(accountId, listener) {
      const ofAccount = listeners.get(accountId) ?? new Set();
      listeners.set(accountId, ofAccount.add(listener));
      return () => {
        ofAccount.delete(listener);
        if (ofAccount.size === 0 && listeners.get(accountId) === ofAccount) listeners.delete(accountId);
      };
    },
    close() {
      for (const stop of stopSources) stop();
      clearImmediate(flush);
      listeners.clear();
    },
  };
}
