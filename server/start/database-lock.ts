import Database from "better-sqlite3";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { err, ok, type Result } from "#shared/result.ts";

/**
 * Keeps the database file for this process alone: a second server would answer from a stale view of who listens and what is
 * under way. The lock is SQLite's own on a file beside the database, so the system lets it go when the process dies, however
 * it dies. Gives a function that releases it.
 */
export function lockDatabase(databasePath: string): Result<() => void, "locked"> {
  if (databasePath === ":memory:") return ok(() => {});
  mkdirSync(dirname(databasePath), { recursive: true, mode: 0o700 });
  const lock = new Database(`${databasePath}.lock`, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") return err("locked");
    throw error;
  }
  return ok(() => void lock.close());
}
