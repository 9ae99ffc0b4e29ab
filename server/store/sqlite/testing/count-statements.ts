import Database from "better-sqlite3";
import { vi } from "vitest";

/** Counts from now on every statement that runs on any SQLite database of this process, until mocks are restored. */
export function countStatements(): () => number {
  const database = new Database(":memory:");
  const statement = database.prepare("SELECT 1");
  const prototype = Object.getPrototypeOf(statement) as typeof statement;
  const spies = (["run", "get", "all", "iterate"] as const).map((method) => vi.spyOn(prototype, method));
  database.close();
  return () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
}
