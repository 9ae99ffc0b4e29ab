import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { beforeEach, describe, expect, inject, onTestFinished, test } from "vitest";
import { systemAccounts } from "../system-accounts.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { createDatabase } from "./testing/fresh-database.ts";

const migrations = join(import.meta.dirname, "migrations");
const journal = JSON.parse(await readFile(join(migrations, "meta/_journal.json"), "utf8")) as { entries: { tag: string }[] };

let url: string;
let client: Client;

beforeEach(async () => {
  const database = await createDatabase(inject("postgres").url);
  onTestFinished(() => database.stop());
  url = database.url;
  client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
});

async function accountIds(): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM accounts ORDER BY id");
  return rows.map(({ id }) => id);
}

/** A folder with the first migrations of ours, as an earlier release had them. */
async function firstMigrations(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ringback-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(migrations, folder, { recursive: true });
  await writeFile(join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

describe("migrateDatabase", () => {
  test("makes the tables in an empty database, and the accounts that every ledger has", async () => {
    await migrateDatabase(url, { nowMs: 0 });
    expect(await accountIds()).toEqual(Object.values(systemAccounts).toSorted());
  });

  test.each(journal.entries.map(({ tag }, index) => [tag, index + 1] as const))(
    "keeps what is there after %s",
    async (_tag, count) => {
      await migrate(drizzle(client), { migrationsFolder: await firstMigrations(count) });
      await client.query(
        `INSERT INTO accounts (id, kind, posted_micros, held_micros, rev, max_concurrent, max_per_min_micros, low_balance_micros, created_ms)
       VALUES ('acct_1', 'wallet', 5, 0, 0, 3, 1, 0, 0)`,
      );
      await migrateDatabase(url, { nowMs: 0 });
      await migrateDatabase(url, { nowMs: 0 });
      expect(await accountIds()).toEqual(["acct_1", ...Object.values(systemAccounts)].toSorted());
    },
  );

  test("is done once when many processes start at once", async () => {
    await Promise.all(Array.from({ length: 8 }, () => migrateDatabase(url, { nowMs: 0 })));
    const { rows } = await client.query("SELECT hash FROM drizzle.__drizzle_migrations");
    expect(rows).toHaveLength(journal.entries.length);
    expect(await accountIds()).toHaveLength(Object.values(systemAccounts).length);
  });
});
