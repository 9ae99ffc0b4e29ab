import { openPostgresStore } from "../store/postgres/postgres-store.ts";
import { openDatabase } from "../store/sqlite/database.ts";
import { openSqliteStore } from "../store/sqlite/sqlite-store.ts";
import type { WholeStore } from "../store/whole-store.ts";
import type { DatabaseAddress } from "./server-process.ts";

/** Works with the store of a database past any server, and closes it again. */
export async function withStore<Value>(database: DatabaseAddress, work: (store: WholeStore) => Promise<Value>): Promise<Value> {
  const store = await open(database);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function open(database: DatabaseAddress): Promise<WholeStore> {
  switch (database.kind) {
    case "sqlite":
      return openSqliteStore(openDatabase(database.path), { clock: Date.now });
    case "postgres":
      return openPostgresStore({ url: database.url, clock: Date.now });
  }
}
