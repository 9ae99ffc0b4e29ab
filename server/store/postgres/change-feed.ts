import { accountIdSchema, type AccountId } from "#shared/ids.ts";
import type { Store } from "../store.ts";

/** Hands on, to other processes, that something has changed. */
export interface Outlet {
  /** Rejects when it could not be told. */
  send: (messages: readonly string[]) => Promise<void>;
}

export interface ChangeFeed extends Pick<Store, "onAccountChanged" | "onChangedElsewhere"> {
  /** Tells the listeners here at once, and those of other processes soon. */
  tellChanged: (accountIds: ReadonlySet<AccountId>) => void;
  /** Tells other processes, soon, that something else than accounts has changed. */
  tellElsewhere: () => void;
  /** Takes what another process told. */
  receive: (message: string) => void;
  /** Says that what others told may not have come through. */
  suspectGap: () => void;
  /** Tells others what they have not been told yet. */
  flush: () => Promise<void>;
  close: () => Promise<void>;
}

const usualIntervalMs = 50;
// Postgres takes less than 8,000 bytes a message. https://www.postgresql.org/docs/current/sql-notify.html
const mostBytes = 7_900;
// When there are more to name than this, it is cheaper for everybody to look again at what they show.
const mostNamed = 5_000;
const everything = "everything";

/**
 * Tells what has changed to whoever listens here, and to other processes on the same database. What comes in quick succession goes
 * out as one message after a moment: a NOTIFY in each transaction would make all of them wait for each other.
 */
export function createChangeFeed(outlet: Outlet, intervalMs = usualIntervalMs): ChangeFeed {
  const listeners = new Set<(accountId: AccountId) => void>();
  const listenersElsewhere = new Set<() => void>();
  let untold = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function tellSoon(): void {
    timer ??= setTimeout(() => void flush(), intervalMs);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (untold.size === 0) return;
    const telling = untold;
    untold = new Set();
    try {
      await outlet.send(toMessages(telling));
    } catch {
      // It is told once the connection is back, which calls this again.
      untold = new Set([...telling, ...untold]);
    }
  }

  function tellHere(accountId: AccountId): void {
    for (const listener of listeners) listener(accountId);
  }

  function tellElsewhereHere(): void {
    for (const listener of listenersElsewhere) listener();
  }

  return {
    tellChanged(accountIds) {
      for (const accountId of accountIds) {
        untold.add(accountId);
        tellHere(accountId);
      }
      tellSoon();
    },
    tellElsewhere() {
      untold.add(everything);
      tellSoon();
    },
    receive(message) {
      if (message === everything) tellElsewhereHere();
      else
        for (const accountId of message.split(",").map((id) => accountIdSchema.safeParse(id)))
          if (accountId.success) tellHere(accountId.data);
    },
    suspectGap: tellElsewhereHere,
    flush,
    onAccountChanged: (listener) => subscribe(listeners, listener),
    onChangedElsewhere: (listener) => subscribe(listenersElsewhere, listener),
    async close() {
      await flush();
      clearTimeout(timer);
    },
  };
}

function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** As few messages as hold all the names. */
function toMessages(names: ReadonlySet<string>): string[] {
  if (names.has(everything) || names.size > mostNamed) return [everything];
  const messages: string[] = [];
  let message = "";
  for (const name of names) {
    if (message.length + name.length >= mostBytes) {
      messages.push(message);
      message = "";
    }
    message = message === "" ? name : `${message},${name}`;
  }
  return [...messages, message];
}
