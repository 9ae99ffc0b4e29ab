import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTestDatabase } from "./postgres/testing/test-database.ts";
import { readPostgresTables, readSqliteTables, type MigratedTable } from "./testing/migrated-tables.ts";
import { Client } from "pg";
import { openDatabase } from "./sqlite/database.ts";

const database = makeTestDatabase();
const sqlite = openDatabase(":memory:");
let postgres: Record<string, MigratedTable>;

beforeAll(async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  postgres = await readPostgresTables(client);
  await client.end();
});
afterAll(() => sqlite.$client.close());

// What the schemas declare is compared elsewhere. Here it is what the migrations have made of them.
describe("two databases after their migrations", () => {
  test.each(Object.keys(readSqliteTables(sqlite.$client)))("agree on %s", (table) => {
    expect(postgres[table]).toEqual(readSqliteTables(sqlite.$client)[table]);
  });

  test("have the same tables", () => {
    const tables = Object.keys(readSqliteTables(sqlite.$client));
    expect(Object.keys(postgres).toSorted()).toEqual(tables.toSorted());
    expect(tables.length).toBeGreaterThan(10);
  });
});
