import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { foldContacts } from "./fold-contacts.ts";

const migrationsFolder = join(import.meta.dirname, "migrations");
const busyTimeoutMs = 5_000;

export type SqliteDatabase = ReturnType<typeof connect>;

/** Opens the database file, or one in memory for ":memory:", and brings its tables up to date. */
export function openDatabase(path: string): SqliteDatabase {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const database = connect(path);
  try {
    // A table whose checks change is made anew, and what points at it must not be lost with the old one. The migrations themselves
    // look for rows that point nowhere; the switch has no effect inside their transaction.
    database.$client.pragma("foreign_keys = OFF");
    migrate(database, { migrationsFolder });
    foldContacts(database);
    database.$client.pragma("foreign_keys = ON");
  } catch (error) {
    database.$client.close();
    throw error;
  }
  return database;
}

function connect(path: string) {
  const client = new Database(path);
  client.pragma("journal_mode = WAL");
  // better-sqlite3 compiles SQLite so that WAL means NORMAL, and then a power cut takes the last commits. A webhook that was
  // answered must not be forgotten, because the carrier will not send it again.
  client.pragma("synchronous = FULL");
  client.pragma(`busy_timeout = ${busyTimeoutMs}`);
  return drizzle(client);
}
