import type { SqliteDatabase } from "./database.ts";

export interface ChangesElsewhere {
  onChangedElsewhere: (listener: () => void) => () => void;
  stop: () => void;
}

const usualIntervalMs = 1_000;

/**
 * Tells when another connection has committed, such as the operator's commands beside a running server. SQLite tells nobody of
 * its own accord, but keeps a number that changes with every such commit: reading it costs no look at the disk worth mention.
 * https://www.sqlite.org/pragma.html#pragma_data_version
 */
export function watchChangesElsewhere({ $client: client }: SqliteDatabase, intervalMs = usualIntervalMs): ChangesElsewhere {
  const dataVersion = client.prepare("PRAGMA data_version").pluck();
  const listeners = new Set<() => void>();
  let seen: unknown;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    const version = dataVersion.get();
    if (version === seen) return;
    seen = version;
    for (const listener of listeners) listener();
  }

  function start(): void {
    seen = dataVersion.get();
    timer = setInterval(look, intervalMs);
    timer.unref();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    onChangedElsewhere(listener) {
      listeners.add(listener);
      if (!timer) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    stop,
  };
}
