import type { AccountId } from "#shared/ids.ts";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient } from "pg";
import { isWorthRepeating } from "./database-errors.ts";
import type { PostgresDatabase } from "./pool.ts";

/** One transaction's work. It is told how to name the accounts whose snapshot it changes. It may be run more than once. */
type Work<Value> = (database: PostgresDatabase, noteChanged: (accountId: AccountId) => void) => Promise<Value>;

/**
 * Runs `work` in a transaction of its own and gives what it gave, once that is committed. A throw undoes all of it. After the commit
 * the accounts that were named are told as changed.
 */
export type Transact = <Value>(work: Work<Value>) => Promise<Value>;

// Deadlocks cannot come of our own order of locking: the call, then wallets by id. An operator's hand may bring one about.
const mostAttempts = 4;

/** Transactions on connections of the pool, each kept for one transaction at a time. */
export function createTransact(pool: Pool, tellChanged: (accountIds: ReadonlySet<AccountId>) => void): Transact {
  const databases = new WeakMap<PoolClient, PostgresDatabase>();

  function databaseOn(client: PoolClient): PostgresDatabase {
    const known = databases.get(client);
    if (known) return known;
    const database = drizzle(client);
    databases.set(client, database);
    return database;
  }

  return async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      const changed = new Set<AccountId>();
      const client = await pool.connect();
      try {
        const value = await runOn(client, () => work(databaseOn(client), (accountId) => void changed.add(accountId)));
        if (changed.size > 0) tellChanged(changed);
        return value;
      } catch (error) {
        if (attempt === mostAttempts || !isWorthRepeating(error)) throw error;
      }
    }
  };
}

async function runOn<Value>(client: PoolClient, work: () => Promise<Value>): Promise<Value> {
  try {
    // Every statement sees what others have committed before it, which is what a lock that was waited for needs. Awaited by itself,
    // though it could travel with the first statement: one that did not begin would leave each statement to commit on its own.
    await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
    const value = await work();
    const { command } = await client.query("COMMIT");
    // Postgres answers so, and without an error, when a statement had failed and that was overlooked.
    if (command !== "COMMIT") throw new Error("The transaction was rolled back.");
    client.release();
    return value;
  } catch (error) {
    await rollBack(client);
    throw error;
  }
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query("ROLLBACK");
    client.release();
  } catch {
    // It does not answer any more. The database undoes what it left open, and the pool makes another.
    client.release(true);
  }
}
