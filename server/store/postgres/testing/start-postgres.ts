import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres, type TestPostgres } from "./embedded-postgres.ts";
import { createDatabase } from "./fresh-database.ts";

/**
 * An empty Postgres database for tests and measurements: in the server that DATABASE_URL names, or else in one that is started for
 * it. Stopping it leaves nothing behind.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const { DATABASE_URL: serverUrl } = process.env;
  return serverUrl ? createDatabase(serverUrl) : startOwn();
}

async function startOwn(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "ringback-postgres-"));
  try {
    return await startEmbeddedPostgres({ folder });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
