import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { openDatabase } from "../../store/sqlite/database.ts";
import { openSqliteStore } from "../../store/sqlite/sqlite-store.ts";
import { booksQueries, toBooks, type Books } from "../books/books.ts";
import { breakableClient } from "../machine/breakable-client.ts";
import type { OpenSimulatedDatabase } from "./simulated-database.ts";

/** SQLite in memory. The migrations run once; every database after that starts as a copy of what they made. */
export function sqliteInMemory(): OpenSimulatedDatabase {
  const migrated = openDatabase(":memory:").$client.serialize();
  return async () => {
    const client = new Database(migrated);
    client.pragma("foreign_keys = ON");
    const readBooks = prepareBooks(client);
    return {
      openStore: async ({ clock, power }) => openSqliteStore(drizzle(breakableClient(client, power)), { clock }),
      cutOff() {
        if (client.inTransaction) client.exec("ROLLBACK");
      },
      readBooks: async () => readBooks(),
      close: async () => void client.close(),
    };
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
