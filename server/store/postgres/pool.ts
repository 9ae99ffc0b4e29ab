import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool, type ClientBase, type PoolConfig } from "pg";

/** What drizzle speaks through: a whole pool, or the one connection that a transaction has. */
export type PostgresDatabase = NodePgDatabase & { $client: Pool | ClientBase };

export interface PoolOptions {
  url: string;
  /** Connections at most; a transaction keeps one for as long as it lasts. */
  maxConnections?: number;
  /** Told of connections that broke while nobody was using them, which the next request replaces. */
  handleProblem: (error: unknown) => void;
}

const usualConnections = 10;
const connectWithinMs = 5_000;
// Above anything the server asks, below what a person or a carrier waits.
const answerWithinMs = 15_000;

/** How each connection of ours is made. */
export function connectionConfig(url: string): PoolConfig {
  return {
    connectionString: url,
    application_name: "ringback",
    connectionTimeoutMillis: connectWithinMs,
    keepAlive: true,
    // Asked for twice. The server's limits let go of what a frozen process has locked; ours notices a server that has fallen silent.
    statement_timeout: answerWithinMs,
    idle_in_transaction_session_timeout: answerWithinMs,
    query_timeout: answerWithinMs + 1_000,
    // What is asked without waiting in between is sent without waiting in between, such as the rows that a batch writes.
    pipeline: true,
  };
}

/** A pool of connections to the database. It connects when it is first asked. */
export function createPool({ url, maxConnections = usualConnections, handleProblem }: PoolOptions): Pool {
  const pool = new Pool({ ...connectionConfig(url), max: maxConnections });
  pool.on("error", handleProblem);
  pool.on("connect", (client) => {
    // A connection can break between two questions of a transaction. The next question says so; nobody need die of it.
    client.on("error", () => {});
    // A webhook that was answered must not be forgotten, whatever the database's own default is. Goes ahead of the first question.
    client.query(keepCommits).catch(handleProblem);
  });
  return pool;
}

const keepCommits = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";
