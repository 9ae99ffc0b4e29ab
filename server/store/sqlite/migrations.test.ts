import Database from "better-sqlite3";
import { getTableColumns, is } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { accountIdSchema, callIdSchema } from "#shared/ids.ts";
import { usualSettings } from "../usual-settings.ts";
import { cents, centASecond, completed, startMs } from "../contract/fixture.ts";
import { openDatabase } from "./database.ts";
import * as auth from "./schema/auth.ts";
import * as calls from "./schema/calls.ts";
import * as contacts from "./schema/contacts.ts";
import * as idempotency from "./schema/idempotency.ts";
import * as money from "./schema/money.ts";
import * as quality from "./schema/quality.ts";
import * as rates from "./schema/rates.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const accountId = accountIdSchema.parse(`acct_${"A".repeat(26)}`);
const overId = callIdSchema.parse(`call_${"B".repeat(26)}`);
const liveId = callIdSchema.parse(`call_${"C".repeat(26)}`);

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringback-migrations-"));
  path = join(folder, "ringback.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes the database as a release left it that knew only the first of today's migrations. */
function openRelease(migrationCount: number): Database.Database {
  const migrationsFolder = join(folder, "migrations");
  cpSync(join(import.meta.dirname, "migrations"), migrationsFolder, { recursive: true });
  const journalPath = join(migrationsFolder, "meta", "_journal.json");
  const journal = JSON.parse(readFileSync(journalPath, "utf8")) as { entries: unknown[] };
  writeFileSync(journalPath, JSON.stringify({ ...journal, entries: journal.entries.slice(0, migrationCount) }));
  const client = new Database(path);
  client.pragma("foreign_keys = ON");
  migrate(drizzle(client), { migrationsFolder });
  return client;
}

const { perMinuteMicros, incrementSeconds, minimumSeconds, connectMicros } = centASecond;
const rate = `'test', '1', ${perMinuteMicros}, ${incrementSeconds}, ${minimumSeconds}, ${connectMicros}`;

/** A person with a wallet, a call that is over and charged, and one that goes on. */
function fillFirstRelease(client: Database.Database): void {
  client.exec(`
    INSERT INTO accounts VALUES ('system_payments', 'system', 0, 0, 0, 0, 0, 1), ('system_revenue', 'system', 0, 0, 0, 0, 0, 1),
      ('${accountId}', 'wallet', ${cents(970)}, ${cents(100)}, 9, 2, ${cents(80)}, 2);
    INSERT INTO users VALUES ('user', 'Ada', 'ada@example.com', 0, NULL, '${accountId}', 'owner', 0, 1, 1);
    INSERT INTO sessions VALUES ('session', 'user', 'token', 9, NULL, NULL, 1, 1);
    INSERT INTO contacts VALUES ('con_1', '${accountId}', 'Ada', '+14155552671', NULL, NULL, 1, NULL);
    INSERT INTO calls VALUES
      ('${overId}', '${accountId}', 'key', 'CA1', 'CA2', '+14155552671', '+12125550123', 'verified', 'US', 'con_1', 'completed', NULL,
        30, ${startMs}, ${startMs}, ${startMs}, ${rate}, ${cents(100)}, 0, 98, ${cents(30)}, 0, 1400, 1, NULL),
      ('${liveId}', '${accountId}', 'other', 'CA3', NULL, '+14155552671', '+12125550123', 'verified', 'US', 'con_1', 'ringing', NULL,
        0, ${startMs}, NULL, NULL, ${rate}, ${cents(100)}, 1, 98, 0, 0, NULL, 0, 5);
    INSERT INTO webhook_events VALUES (1, 'CA2', 3, 'completed', ${startMs});
    INSERT INTO transfers VALUES
      ('topup:z', 'topup', 'system_payments', '${accountId}', ${cents(1_000)}, NULL, 'operator', 'paid', 7),
      ('settle:a', 'settle', '${accountId}', 'system_revenue', ${cents(30)}, '${overId}', 'carrier', '30 s of talk', 7);
    INSERT INTO idempotency VALUES ('${accountId}', 'key', 'hash', 200, '{}', 'application/json', 1);
  `);
}

function rowsOf(client: Database.Database): Record<string, Record<string, unknown>[]> {
  const names = client
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    names.map((name) => [name, client.prepare(`SELECT * FROM ${name} ORDER BY rowid`).all() as Record<string, unknown>[]]),
  );
}

function columnsOf(client: Database.Database): unknown[] {
  return client.prepare("SELECT m.name AS 'table', c.* FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY 1, 2").all();
}

describe("migrations", () => {
  test("keep every row of the release before, and give the new columns what they meant so far", () => {
    const released = openRelease(1);
    fillFirstRelease(released);
    const before = rowsOf(released);
    released.close();
    const database = openDatabase(path);
    const after = rowsOf(database.$client);
    expect(after).toMatchObject(before);
    for (const [name, rows] of Object.entries(before)) expect(after[name]).toHaveLength(rows.length);
    expect(after["accounts"]?.[2]).toMatchObject({
      max_per_call_micros: null,
      max_per_day_micros: null,
      countries: null,
      low_balance_micros: 0,
    });
    expect(after["calls"]?.map((call) => call["price_after_ms"])).toEqual([null, null]);
    expect(after["transfers"]?.map((transfer) => transfer["seq"])).toEqual([1, 2]);
    expect(database.$client.pragma("foreign_keys", { simple: true })).toBe(1);
    expect(database.$client.pragma("foreign_key_check")).toEqual([]);
    database.$client.close();
  });

  test("let what the release before began go on", async () => {
    const released = openRelease(1);
    fillFirstRelease(released);
    released.close();
    const store = openSqliteStore(openDatabase(path), { clock: () => startMs });
    expect(await store.findUserByEmail("ada@example.com")).toMatchObject({ accountId, role: "owner" });
    expect(await store.findAccount(accountId)).toMatchObject({
      ...usualSettings,
      maxConcurrentCalls: 2,
      maxPerMinuteMicros: cents(80),
      owedMicros: 0,
    });
    expect((await store.listContacts(accountId, { limit: 10, query: "ADÁ" })).items).toHaveLength(1);
    await store.recordFact({ parentSid: "CA3" }, completed(20));
    expect(await store.findCall(liveId)).toMatchObject({ status: "completed", chargedMicros: cents(20) });
    const { items } = await store.listTransfers(accountId, { limit: 10 });
    expect(items.map(({ kind, balanceAfterMicros }) => [kind, balanceAfterMicros])).toEqual([
      ["settle", cents(950)],
      ["settle", cents(970)],
      ["topup", cents(1_000)],
    ]);
    await store.close();
  });

  test("are undone whole when they would leave a row that points nowhere", () => {
    const released = openRelease(1);
    released.pragma("foreign_keys = OFF");
    released.exec("INSERT INTO contacts VALUES ('con_1', 'acct_gone', 'Ada', '+14155552671', NULL, NULL, 1, NULL)");
    const before = rowsOf(released);
    expect(() => openDatabase(path)).toThrow(/orphans/);
    expect(rowsOf(released)).toEqual(before);
    released.close();
  });

  test("make from nothing every table and column that the code names, and no other", () => {
    const client = openDatabase(":memory:").$client;
    const schema = [auth, calls, contacts, idempotency, money, quality, rates].flatMap((room) => Object.values(room));
    const tables = schema.filter((table) => is(table, SQLiteTable));
    const named = tables.map((table) => {
      const columns = Object.values(getTableColumns(table)).map((column) => column.name);
      return [getTableConfig(table).name, columns.toSorted()] as const;
    });
    const made = Object.keys(rowsOf(client)).map((name) => {
      const columns = client.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(name) as string[];
      return [name, columns.toSorted()] as const;
    });
    expect(new Map(made)).toEqual(new Map(named));
    client.close();
  });

  test.each([1, 2, 3])("bring a database that knew only the first %i of them to where a new one is", (migrationCount) => {
    openRelease(migrationCount).close();
    const brought = openDatabase(path).$client;
    const made = openDatabase(":memory:").$client;
    expect(columnsOf(brought)).toEqual(columnsOf(made));
    brought.close();
    made.close();
  });

  test("done twice change nothing", () => {
    openDatabase(path).$client.close();
    const client = new Database(path);
    const version = client.pragma("schema_version", { simple: true });
    openDatabase(path).$client.close();
    expect(client.pragma("schema_version", { simple: true })).toBe(version);
    client.close();
  });
});
