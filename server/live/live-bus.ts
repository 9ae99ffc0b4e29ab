import type { AccountId } from "#shared/ids.ts";

/** Tells who listens that an account's snapshot changed. It carries no snapshot: whoever is told reads the newest. */
export interface LiveBus {
  subscribe(accountId: AccountId, listener: () => void): () => void;
  close(): void;
}

/**
 * A bus inside one process. Many changes of one account in one turn of the event loop are told once, because whoever is
 * told reads the whole snapshot anyway.
 */
export function createLiveBus(source: { onAccountChanged(listener: (accountId: AccountId) => void): () => void }): LiveBus {
  const listeners = new Map<AccountId, Set<() => void>>();
  const changed = new Set<AccountId>();
  let flush: NodeJS.Immediate | undefined;

  function tellAll() {
    flush = undefined;
    const accounts = [...changed];
    changed.clear();
    for (const accountId of accounts) for (const listener of listeners.get(accountId) ?? []) listener();
  }

  const stopSource = source.onAccountChanged((accountId) => {
    if (!listeners.has(accountId)) return;
    changed.add(accountId);
    flush ??= setImmediate(tellAll);
  });

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
      stopSource();
      clearImmediate(flush);
      listeners.clear();
    },
  };
}
