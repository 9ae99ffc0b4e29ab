import type Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { openDatabase } from "../../store/sqlite/database.ts";
import { openSqliteStore } from "../../store/sqlite/sqlite-store.ts";
import { booksQueries, toBooks, type Books } from "../books/books.ts";
import { breakableClient } from "../machine/breakable-client.ts";
import type { OpenSimulatedDatabase } from "./simulated-database.ts";

/**
 * SQLite in memory: one connection, whose tables are emptied for each simulation. Every server opens a store of its own on it; that
 * they share the compiled statements, one by one, saves a third of the time and is not to be noticed, as a statement keeps nothing.
 */
export function sqliteInMemory(): OpenSimulatedDatabase {
  const client = openDatabase(":memory:").$client;
  const prepare = rememberStatements(client);
  const readBooks = prepareBooks(client);
  const empty = prepareEmpty(client);
  return async () => {
    empty();
    return {
      openStore: async ({ clock, power }) => openSqliteStore(drizzle(breakableClient(client, { prepare, power })), { clock }),
      cutOff() {
        if (client.inTransaction) client.exec("ROLLBACK");
      },
      readBooks: async () => readBooks(),
      close: async () => undefined,
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
  const deletes = tables.all().map(({ name }) => client.prepare(`DELETE FROM ${name}`));
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
