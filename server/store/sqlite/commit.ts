import type { AccountId } from "#shared/ids.ts";
import type { SqliteDatabase } from "./database.ts";

/** One transaction's work. It is told how to name the accounts whose snapshot it changed. */
type Work<Value> = (noteChanged: (accountId: AccountId) => void) => Value;

export interface Committer {
  /**
   * Runs `work` in a transaction of its own and gives what it gave, once that is on the disk. A throw undoes what `work` did and
   * nothing else. After the commit the listeners hear of every account that was named as changed.
   */
  commit: <Value>(work: Work<Value>) => Promise<Value>;
  onAccountChanged: (listener: (accountId: AccountId) => void) => () => void;
  /** Commits what waits. What is asked afterwards is refused. */
  close: () => void;
}

interface Waiting {
  work: Work<unknown>;
  answer: (value: unknown) => void;
  fail: (error: unknown) => void;
}

/**
 * Commits in groups: all that was asked in one turn of the event loop shares one COMMIT, and with it one wait for the disk. Each
 * piece of work has a savepoint, so that it can fail alone. The whole group runs without a pause, so no reader on this connection
 * ever sees what is not yet committed. `observeGroup` is told how large each group is.
 */
export function createCommitter(database: SqliteDatabase, observeGroup: (size: number) => void = () => {}): Committer {
  const listeners = new Set<(accountId: AccountId) => void>();
  const runGroup = prepareGroup(database);
  let waiting: Waiting[] = [];
  let flushing: NodeJS.Immediate | undefined;
  let isClosed = false;

  function flush(): void {
    flushing = undefined;
    const group = waiting;
    waiting = [];
    observeGroup(group.length);
    for (const accountId of runGroup(group)) for (const listener of listeners) listener(accountId);
  }

  return {
    commit: <Value>(work: Work<Value>) =>
      new Promise<Value>((resolve, reject) => {
        if (isClosed) return reject(new Error("The store is closed."));
        waiting.push({ work, answer: resolve as (value: unknown) => void, fail: reject });
        flushing ??= setImmediate(flush);
      }),
    onAccountChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      clearImmediate(flushing);
      if (waiting.length > 0) flush();
    },
  };
}

/** What a piece of work came to, kept back until the group is committed. */
interface Done {
  waiting: Waiting;
  value: unknown;
  changed: AccountId[];
}

/** Runs a group in one transaction and answers all of it. Gives the accounts that changed. */
function prepareGroup({ $client: client }: SqliteDatabase): (group: Waiting[]) => Set<AccountId> {
  // The write lock is taken at once, so that what the work reads stays true until it has written.
  const begin = client.prepare("BEGIN IMMEDIATE");
  const [commit, rollBack] = [client.prepare("COMMIT"), client.prepare("ROLLBACK")];
  const savepoint = client.prepare("SAVEPOINT work");
  const [release, undo] = [client.prepare("RELEASE work"), client.prepare("ROLLBACK TO work")];

  function attempt(waiting: Waiting): Done | undefined {
    const changed: AccountId[] = [];
    savepoint.run();
    try {
      const value = waiting.work((accountId) => void changed.push(accountId));
      release.run();
      return { waiting, value, changed };
    } catch (error) {
      // A full disk, among others, makes SQLite undo the whole transaction by itself: then nobody's work is left.
      if (!client.inTransaction) throw error;
      undo.run();
      release.run();
      waiting.fail(error);
      return undefined;
    }
  }

  return (group) => {
    try {
      begin.run();
      const done = group.map(attempt).filter((outcome) => outcome !== undefined);
      commit.run();
      for (const { waiting, value } of done) waiting.answer(value);
      return new Set(done.flatMap(({ changed }) => changed));
    } catch (error) {
      // Not one of the group is on the disk, so not one may be answered. Those that had failed by themselves stay failed.
      if (client.inTransaction) rollBack.run();
      for (const { fail } of group) fail(error);
      return new Set();
    }
  };
}
