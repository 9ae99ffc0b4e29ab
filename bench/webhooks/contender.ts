import { openSync } from "node:fs";
import { join } from "node:path";
import { startServerProcess, type DatabaseAddress } from "../../server/kills/server-process.ts";
import { withStore } from "../../server/kills/with-store.ts";
import { startPostgres } from "../../server/store/postgres/testing/start-postgres.ts";
import { fillLedger, findUncharged } from "./fill-ledger.ts";

/** A real server on a database whose calls are about to ring. */
export interface Contender {
  name: string;
  /** The share of a bare POST's speed that is promised. */
  bar: number;
  url: string;
  pid: number;
  /** Stops it and gives what is wrong with its ledger. */
  stop(): Promise<string[]>;
}

// Nothing answers there. Whoever asks the carrier meanwhile is told so at once.
const noCarrier = "http://127.0.0.1:9";

/** Starts the server on SQLite or Postgres, with so many calls in its ledger. */
export async function startContender(
  name: string,
  { folder, calls, profileFolder }: { folder: string; calls: number; profileFolder: string | undefined },
): Promise<Contender> {
  const { database, bar, stopDatabase } = await openContenderDatabase(name, folder);
  await withStore(database, (store) => fillLedger(store, calls));
  const server = await startServerProcess({
    database,
    carrierUrl: noCarrier,
    // Where a log costs what it costs in production, and nobody's time to read it.
    stderrFile: openSync(join(folder, `${name}.log`), "w"),
    nodeFlags: profileFolder === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", profileFolder],
  });
  return {
    name,
    bar,
    url: server.url,
    pid: server.pid,
    stop: async () => {
      await server.stop();
      try {
        return await withStore(database, (store) => findUncharged(store, calls));
      } finally {
        await stopDatabase();
      }
    },
  };
}

async function openContenderDatabase(name: string, folder: string) {
  switch (name) {
    case "sqlite": {
      const database: DatabaseAddress = { kind: "sqlite", path: join(folder, "ringback.sqlite") };
      return { database, bar: 0.2, stopDatabase: async () => {} };
    }
    case "postgres": {
      const postgres = await startPostgres();
      const database: DatabaseAddress = { kind: "postgres", url: postgres.url };
      return { database, bar: 0.06, stopDatabase: () => postgres.stop() };
    }
    default:
      throw new Error(`There is no store named ${name}.`);
  }
}
