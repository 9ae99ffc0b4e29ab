import { drizzle } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import type { Clock } from "../../clock.ts";
import type { WholeStore } from "../whole-store.ts";
import { createCallStatisticsStore } from "./call-statistics.ts";
import { createCallStore } from "./calls.ts";
import { createChangeFeed, type ChangeFeed } from "./change-feed.ts";
import { createContactStore } from "./contacts.ts";
import { createDeckStore } from "./decks.ts";
import { createDueCallStore } from "./due-calls.ts";
import { createIdempotencyStore } from "./idempotency.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { openNotifyConnection } from "./notify-connection.ts";
import { createOpenCallCount } from "./open-calls.ts";
import { createPool } from "./pool.ts";
import { createQualityStore } from "./quality.ts";
import { createFactRecorder } from "./record-facts.ts";
import { createSettlement } from "./settlement.ts";
import { createStatementStore } from "./statement.ts";
import { createTransact } from "./transactions.ts";
import { createTransferStore } from "./transfers.ts";
import { createAuthAdapter, createUserStore } from "./users.ts";
import { createWalletStore } from "./wallets.ts";

export interface PostgresStoreOptions {
  url: string;
  clock: Clock;
  maxConnections?: number;
  /** Told of connections that broke. They are made again; whoever was using one is told by a rejection. */
  handleProblem?: (error: unknown) => void;
  /** Told how many facts shared one commit. */
  observeGroup?: (size: number) => void;
}

/**
 * The store on one Postgres database, which any number of processes may serve at once. Its tables are brought up to date first.
 * Throws what the driver throws when the database cannot be used.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<WholeStore> {
  const { url, clock, handleProblem = () => {}, observeGroup = () => {} } = options;
  await migrateDatabase(url, { nowMs: clock() });
  const feed = createChangeFeed({ send: (messages) => notifications.send(messages) });
  const notifications = await openNotifyConnection({
    url,
    onMessage: feed.receive,
    onReconnected() {
      feed.suspectGap();
      void feed.flush();
    },
    handleProblem,
  });
  const pool = createPool({ url, handleProblem, ...(options.maxConnections && { maxConnections: options.maxConnections }) });
  let closed: Promise<void> | undefined;
  async function close(): Promise<void> {
    await pool.end();
    await feed.close();
    await notifications.close();
  }
  return { ...createPostgresStore(pool, { clock, feed, observeGroup }), close: () => (closed ??= close()) };
}

/** The store on a pool of connections to a database whose tables are up to date. Closing it closes the pool. */
export function createPostgresStore(
  pool: Pool,
  { clock, feed, observeGroup }: { clock: Clock; feed: ChangeFeed; observeGroup: (size: number) => void },
): WholeStore {
  const database = drizzle(pool);
  const transact = createTransact(pool, feed.tellChanged);
  return {
    ...createWalletStore(database, transact),
    ...createTransferStore(database, transact),
    ...createStatementStore(database),
    ...createCallStore(database, transact),
    ...createCallStatisticsStore(database),
    ...createDueCallStore(database, transact),
    ...createOpenCallCount(database),
    ...createSettlement(transact),
    ...createFactRecorder({ transact, clock, observeGroup }),
    ...createContactStore(database, transact),
    ...createDeckStore(database, { transact, tellElsewhere: feed.tellElsewhere }),
    ...createUserStore(database),
    ...createQualityStore(database),
    ...createIdempotencyStore(database, transact),
    authAdapter: createAuthAdapter(database),
    onAccountChanged: feed.onAccountChanged,
    onChangedElsewhere: feed.onChangedElsewhere,
    async ping() {
      await pool.query("SELECT 1 FROM accounts LIMIT 1");
    },
    close: () => pool.end(),
  };
}
