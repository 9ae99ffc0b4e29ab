import type { AccountId } from "#shared/ids.ts";
import type { SqliteDatabase } from "./database.ts";

export interface Committer {
  /**
   * Runs `work` in one transaction that takes the write lock at once, so that what it reads stays true until it has written.
   * After the commit the listeners hear of every account that `work` named as changed; after a throw nothing has happened.
   */
  commit: <Value>(work: (noteChanged: (accountId: AccountId) => void) => Value) => Value;
  onAccountChanged: (listener: (accountId: AccountId) => void) => () => void;
}

export function createCommitter(database: SqliteDatabase): Committer {
  const listeners = new Set<(accountId: AccountId) => void>();
  return {
    commit(work) {
      const changed = new Set<AccountId>();
      const value = database.transaction(() => work((accountId) => void changed.add(accountId)), { behavior: "immediate" });
      for (const accountId of changed) for (const listener of listeners) listener(accountId);
      return value;
    },
    onAccountChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
