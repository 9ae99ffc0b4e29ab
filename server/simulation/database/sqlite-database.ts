import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { openDatabase } from "../../store/sqlite/database.ts";
import { openSqliteStore } from "../../store/sqlite/sqlite-store.ts";
import { booksQueries, toBooks, type Books } from "../books/books.ts";
import { breakableClient } from "../machine/breakable-client.ts";
import { openRewiredStore, type RewiredStore, type Wiring } from "../machine/rewired-store.ts";
import type { OpenSimulatedDatabase } from "./simulated-database.ts";

/**
 * SQLite in memory: one connection, whose tables are emptied for each simulation. A server that starts after a crash opens a store of
 * its own; the first one of a simulation gets the store that the last simulation left whole. Building its statements is most of what
 * a store's opening costs, and it keeps nothing else.
 */
export function sqliteInMemory(): OpenSimulatedDatabase {
  const client = openDatabase(":memory:").$client;
  const prepare = rememberStatements(client);
  const readBooks = prepareBooks(client);
  const empty = prepareEmpty(client);
  const open = ({ clock, power }: Wiring) => openSqliteStore(drizzle(breakableClient(client, { prepare, power })), { clock });
  let spare: RewiredStore | undefined;
  return async () => {
    empty();
    let last: RewiredStore | undefined;
    return {
      async openStore(wiring) {
        last = spare ?? openRewiredStore(wiring, open);
        spare = undefined;
        last.wire(wiring);
        return last.store;
      },
      cutOff() {
        if (client.inTransaction) client.exec("ROLLBACK");
      },
      readBooks: async () => readBooks(),
      async close() {
        if (last?.isWhole()) spare = last;
      },
    };
  };
}

function rememberStatements(client: Database.Database): Database.Database["prepare"] {
  const statements = new Map<string, Database.Statement>();
  return ((sql: string) => {
    const statement = statements.get(sql) ?? client.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }) as Database.Database["prepare"];
}

function prepareEmpty(client: Database.Database): () => void {
  const tables = client.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
  );
  // The system's own accounts are opened with the store, which may be there already.
  const deletes = tables
    .all()
    .map(({ name }) => client.prepare(`DELETE FROM ${name}${name === "accounts" ? " WHERE kind <> 'system'" : ""}`));
  return () => {
    client.pragma("foreign_keys = OFF");
    for (const statement of deletes) statement.run();
    client.pragma("foreign_keys = ON");
  };
}

/** Reads the books anew only when something was written since. */
function prepareBooks(client: Database.Database): () => Books {
  const changes = client.prepare("SELECT total_changes()").pluck();
  const prepare = (sql: string) => client.prepare<[], Record<string, unknown>>(sql);
  const [accounts, calls, transfers] = [
    prepare(booksQueries.accounts),
    prepare(booksQueries.calls),
    prepare(booksQueries.transfers),
  ];
  let read: { changes: unknown; books: Books } | undefined;
  return () => {
    const now = changes.get();
    if (read && read.changes === now) return read.books;
    const books = toBooks({ accounts: accounts.all(), calls: calls.all(), transfers: transfers.all() });
    read = { changes: now, books };
    return books;
  };
}
