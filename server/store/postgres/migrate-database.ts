import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { join } from "node:path";
import { Client } from "pg";
import { systemAccounts } from "../system-accounts.ts";
import { foldContacts } from "./fold-contacts.ts";
import { openCounterAccountOn } from "./counter-accounts.ts";

const migrationsFolder = join(import.meta.dirname, "migrations");
// Any number that nobody else on the server is likely to lock: "ringback" in ASCII, shortened.
const migrationLock = 0x72_69_6e_67;

/** The oldest Postgres that is known to do. Its makers mend none that is older. https://www.postgresql.org/support/versioning/ */
export const oldestVersion = 15;

/** Thrown when the server is older than `oldestVersion`. */
export class PostgresTooOld extends Error {
  readonly version: string;

  constructor(version: string) {
    super(`PostgreSQL ${version} is older than ${oldestVersion}.`);
    this.version = version;
  }
}

/**
 * Brings the tables of a database up to date, and opens the accounts that every ledger has. Of processes that start at once, one
 * does it and the others wait.
 */
export async function migrateDatabase(url: string, { nowMs }: { nowMs: number }): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "ringback migration", connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await refuseOld(client);
    // Let go with the connection, whatever happens to this process.
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const database = drizzle(client);
    await migrate(database, { migrationsFolder });
    await foldContacts(database);
    for (const id of Object.values(systemAccounts))
      await openCounterAccountOn(database)({ id, kind: "system", createdMs: nowMs });
  } finally {
    await client.end();
  }
}

async function refuseOld(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
  const version = rows[0]?.server_version ?? "";
  if (Number.parseInt(version, 10) < oldestVersion) throw new PostgresTooOld(version);
}
