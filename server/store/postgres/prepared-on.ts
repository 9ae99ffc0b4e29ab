import type { PostgresDatabase } from "./pool.ts";

/**
 * Statements that are built once for each connection, or for the pool as a whole, because drizzle takes longer to build one than
 * Postgres to run it. Their names let Postgres plan them once, too: a name stands for one text everywhere.
 */
export function preparedOn<Statements>(prepare: (database: PostgresDatabase) => Statements) {
  const prepared = new WeakMap<PostgresDatabase, Statements>();
  return (database: PostgresDatabase): Statements => {
    const known = prepared.get(database);
    if (known) return known;
    const statements = prepare(database);
    prepared.set(database, statements);
    return statements;
  };
}
