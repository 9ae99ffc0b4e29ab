import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { TestPostgres } from "./embedded-postgres.ts";

/** Makes a database in the server of that connection string, as a copy of `template` where one is named. Stopping it drops it. */
export async function createDatabase(serverUrl: string, { template }: { template?: string } = {}): Promise<TestPostgres> {
  const name = `ringback_${randomBytes(8).toString("hex")}`;
  await ask(serverUrl, `CREATE DATABASE ${name}${template === undefined ? "" : ` TEMPLATE ${template}`}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    // Whoever still holds a connection to it has no use for it any more.
    stop: () => ask(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
