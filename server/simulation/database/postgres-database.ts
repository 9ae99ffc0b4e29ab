import { Client, type Pool, type QueryResult } from "pg";
import { createChangeFeed } from "../../store/postgres/change-feed.ts";
import { migrateDatabase } from "../../store/postgres/migrate-database.ts";
import { createPool } from "../../store/postgres/pool.ts";
import { createPostgresStore } from "../../store/postgres/postgres-store.ts";
import { createDatabase } from "../../store/postgres/testing/fresh-database.ts";
import { booksQueries, toBooks, type Books } from "../books/books.ts";
import { breakablePool } from "../machine/breakable-pool.ts";
import type { Power } from "../machine/power.ts";
import type { OpenSimulatedDatabase } from "./simulated-database.ts";

const connectionsOfAServer = 4;
const hangUp =
  "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1";

/** A real Postgres: one database of the server at that address, whose tables are emptied for each simulation. */
export async function postgresAt(serverUrl: string): Promise<{ openDatabase: OpenSimulatedDatabase; stop: () => Promise<void> }> {
  const database = await createDatabase(serverUrl);
  const { url } = database;
  await migrateDatabase(url, { nowMs: 0 });
  const admin = new Client({ connectionString: url });
  await admin.connect();
  const empty = await prepareEmpty(admin);
  let servers = 0;

  async function openDatabase() {
    await empty();
    const readBooks = readBooksOn(admin);
    const pools = new Map<Power, { pool: Pool; name: string }>();
    const cuts: Promise<unknown>[] = [];
    return {
      async openStore({ clock, power }: { clock: () => number; power: Power }) {
        servers += 1;
        const name = `simulated ${servers}`;
        const pool = createPool({ url: named(url, name), maxConnections: connectionsOfAServer, handleProblem: () => undefined });
        pools.set(power, { pool, name });
        // Nobody listens in a simulation: what one server tells another is a hint, and money must be right without it.
        const feed = createChangeFeed({ send: async () => undefined });
        return createPostgresStore(breakablePool(pool, power), { clock, feed, observeGroup: () => undefined });
      },
      cutOff: (power: Power) => void cuts.push(cut(power)),
      async readBooks() {
        await Promise.all(cuts.splice(0));
        return readBooks();
      },
      async close() {
        await Promise.all(cuts.splice(0));
        await Promise.all([...pools.values()].map(({ pool }) => pool.end()));
      },
    };

    /** Postgres hangs up on all connections of a server, and undoes what they had open. */
    async function cut(power: Power): Promise<void> {
      const server = pools.get(power);
      if (!server) return;
      await admin.query(hangUp, [server.name]);
    }
  }

  return {
    openDatabase,
    async stop() {
      await admin.end();
      await database.stop();
    },
  };
}

function named(url: string, applicationName: string): string {
  const address = new URL(url);
  address.searchParams.set("application_name", applicationName);
  return address.href;
}

async function prepareEmpty(admin: Client): Promise<() => Promise<void>> {
  const { rows } = await admin.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  const deletes = rows.map(({ name }) =>
    name === "accounts" ? `DELETE FROM accounts WHERE kind <> 'system'` : `DELETE FROM ${name}`,
  );
  // What points at a table goes before it.
  const inOrder = deletes.toSorted((a, b) => Number(a.includes("accounts")) - Number(b.includes("accounts")));
  return async () => void (await admin.query(inOrder.join(";")));
}

/** Reads the books as they are at one moment, and gives the very same when nothing has changed. */
function readBooksOn(admin: Client): () => Promise<Books> {
  const { accounts, calls, transfers } = booksQueries;
  const question = ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", accounts, calls, transfers, "COMMIT"].join(";");
  let read: { text: string; books: Books } | undefined;
  return async () => {
    // Several statements in one question have several results, which the driver's types do not know.
    const [, accounts, calls, transfers] = (await admin.query(question)) as unknown as QueryResult[];
    const rows = { accounts: accounts?.rows ?? [], calls: calls?.rows ?? [], transfers: transfers?.rows ?? [] };
    const text = JSON.stringify(rows);
    read = read?.text === text ? read : { text, books: toBooks(rows) };
    return read.books;
  };
}
