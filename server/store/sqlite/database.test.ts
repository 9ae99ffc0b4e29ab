import { sql, type SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { CallFilter } from "../call-filter.ts";
import { callsMatching } from "../calls-matching.ts";
import { newAccountId } from "../contract/fixture.ts";
import { spanQuery } from "./call-statistics.ts";
import { openDatabase, type SqliteDatabase } from "./database.ts";
import { calls } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";

const folder = mkdtempSync(join(tmpdir(), "ringback-database-"));
const opened: SqliteDatabase[] = [];

function open(path: string) {
  const database = openDatabase(path);
  opened.push(database);
  return database.$client;
}

afterEach(() => {
  for (const database of opened.splice(0)) database.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

const wallet = "INSERT INTO accounts VALUES ('acct_1', 'wallet', 100, 0, 0, 3, 1000000, NULL, NULL, NULL, 0, 0)";

const matching = (filter: CallFilter) => callsMatching({ calls, contacts }, newAccountId(), filter);

describe("openDatabase", () => {
  test("a file is opened so that a committed write outlives a power cut", () => {
    const client = open(join(folder, "made", "ringback.sqlite"));
    expect(client.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(client.pragma("synchronous", { simple: true })).toBe(2);
    expect(client.pragma("foreign_keys", { simple: true })).toBe(1);
    expect(client.pragma("busy_timeout", { simple: true })).toBe(5_000);
  });

  test("opening it again keeps what is in it", () => {
    const path = join(folder, "kept.sqlite");
    open(path).exec(wallet);
    expect(open(path).prepare("SELECT id FROM accounts").all()).toEqual([{ id: "acct_1" }]);
  });

  test("every table checks the types of its columns", () => {
    const tables = open(":memory:").prepare("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").all() as {
      name: string;
      strict: number;
    }[];
    const ours = tables.filter(({ name }) => !name.startsWith("sqlite_") && name !== "__drizzle_migrations");
    expect(ours.length).toBeGreaterThan(8);
    expect(ours.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  test.each([
    ["a wallet below zero", "UPDATE accounts SET posted_micros = -1"],
    ["more held than there is", "UPDATE accounts SET held_micros = 101"],
    ["a negative hold", "UPDATE accounts SET held_micros = -1"],
    ["a debt below zero", "UPDATE accounts SET kind = 'receivable'"],
    ["a wallet of no kind", "UPDATE accounts SET kind = 'purse'"],
    ["text for money", "UPDATE accounts SET posted_micros = 'much'"],
    ["a transfer of nothing", "INSERT INTO transfers VALUES (1, 't', 'topup', 'acct_1', 'acct_2', 0, NULL, '', '', 0)"],
    ["a transfer to nobody", "INSERT INTO transfers VALUES (1, 't', 'topup', 'acct_1', 'acct_2', 5, NULL, '', '', 0)"],
    ["a transfer to itself", "INSERT INTO transfers VALUES (1, 't', 'topup', 'acct_1', 'acct_1', 5, NULL, '', '', 0)"],
  ])("the database itself refuses %s", (_what, statement) => {
    const client = open(":memory:");
    client.exec(wallet);
    expect(() => client.exec(statement)).toThrow(/constraint|cannot store/i);
  });

  test.each([
    ["which calls to check", "calls WHERE NOT final AND check_after_ms <= 5 ORDER BY check_after_ms", "calls_to_check"],
    ["which prices to ask for", "calls WHERE price_after_ms <= 5 ORDER BY price_after_ms", "calls_to_price"],
    ["which calls hold money", "calls WHERE account_id = 'acct_1' AND hold_open", "calls_with_open_hold"],
    ["which calls go on", "calls WHERE account_id = 'acct_1' AND ended_ms IS NULL", "calls_by_end"],
    ["which calls have just ended", "calls WHERE account_id = 'acct_1' AND ended_ms >= 5", "calls_by_end"],
    [
      "what comes next in history",
      "calls WHERE account_id = 'acct_1' AND (created_ms, id) < (5, 'x') ORDER BY created_ms DESC",
      "calls_by_age",
    ],
    [
      "which calls were completed since",
      "calls WHERE status = 'completed' AND created_ms >= 5 ORDER BY created_ms DESC, id DESC",
      "calls_completed",
    ],
    ["what of a contact's calls comes next", "calls WHERE contact_id = 'con_1'", "calls_by_contact"],
    [
      "which calls to a number are nobody's",
      "calls WHERE account_id = 'a' AND to_e164 = '+1' AND contact_id IS NULL",
      "calls_of_nobody",
    ],
    ["what was paid out last", "transfers WHERE debit_account = 'acct_1' AND seq < 5 ORDER BY seq DESC", "transfers_by_debit"],
    ["what was paid in last", "transfers WHERE credit_account = 'acct_1' AND seq < 5 ORDER BY seq DESC", "transfers_by_credit"],
  ])("%s is answered by an index, in its order", (_question, from, index) => {
    const plan = JSON.stringify(open(":memory:").prepare(`EXPLAIN QUERY PLAN SELECT * FROM ${from}`).all());
    expect(plan).toContain(`USING INDEX ${index} `);
    expect(plan).not.toContain("TEMP B-TREE");
  });

  test("what a filter lets through is found by age or by contact, and each span by an index too", () => {
    const database = open(":memory:");
    const planOf = (query: SQL) => JSON.stringify(drizzle(database).all(sql`EXPLAIN QUERY PLAN ${query}`));
    const listOf = (filter: CallFilter) =>
      planOf(sql`SELECT * FROM ${calls} WHERE ${matching(filter)} ORDER BY ${calls.createdMs} DESC`);
    for (const filter of [{}, { fromMs: 1, toMs: 2 }, { country: "US" }, { statuses: ["busy"] }, { text: "ada 1" }] as const)
      expect(listOf(filter)).toContain("USING INDEX calls_by_age ");
    expect(listOf({ text: "ada" })).not.toContain("TEMP B-TREE");
    expect(planOf(spanQuery([{ fromMs: 0, toMs: 1 }], matching({ text: "ada" })))).toMatch(
      /SCAN span.*calls_by_age \(account_id=\? AND created_ms>\? AND created_ms<\?\)/,
    );
  });

  test.each([
    ["settle", "debit_account", "transfers_settled"],
    ["refund", "credit_account", "transfers_refunded"],
  ])("what a day has cost by %s is answered by an index alone", (kind, side, index) => {
    const asked = `SELECT sum(amount_micros) FROM transfers WHERE kind = '${kind}' AND ${side} = 'acct_1' AND created_ms >= 5`;
    expect(JSON.stringify(open(":memory:").prepare(`EXPLAIN QUERY PLAN ${asked}`).all())).toContain(`COVERING INDEX ${index} `);
  });
});
