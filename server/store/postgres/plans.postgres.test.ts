import { contactIdSchema } from "#shared/ids.ts";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Client, type Pool } from "pg";
import { ulid } from "ulid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAccountId, number, startMs } from "../contract/fixture.ts";
import type { WholeStore } from "../whole-store.ts";
import { callsMatching } from "../calls-matching.ts";
import { spanQuery } from "./call-statistics.ts";
import { createChangeFeed } from "./change-feed.ts";
import { createPool } from "./pool.ts";
import { createPostgresStore } from "./postgres-store.ts";
import { calls as callsTable } from "./schema/calls.ts";
import { contacts } from "./schema/contacts.ts";
import { makeTestDatabase } from "./testing/test-database.ts";

const database = makeTestDatabase();
const accountIds = Array.from({ length: 50 }, newAccountId);
const [accountId = newAccountId()] = accountIds;
const calls = 20_000;

let pool: Pool;
let store: WholeStore;

beforeAll(async () => {
  // One connection, so that it is known which one has the plans.
  pool = createPool({ url: database.url, maxConnections: 1, handleProblem: () => {} });
  store = createPostgresStore(pool, {
    clock: () => startMs,
    feed: createChangeFeed({ send: async () => {} }),
    observeGroup: () => {},
  });
  for (const id of accountIds) await store.openAccount({ id, nowMs: startMs });
  await fill();
});
afterAll(() => store.close());

/** Accounts with a long history, of which little is going on. */
async function fill(): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `INSERT INTO calls (id, account_id, client_key, parent_sid, child_sid, to_e164, from_e164, caller_id_type, status, duration_s,
       created_ms, ended_ms, deck_id, dest_prefix, per_min_micros, inc_s, min_s, connect_micros, hold_micros, hold_open,
       charged_micros, unrecovered_micros, final, check_after_ms, price_after_ms)
     SELECT 'call_' || n, ($1::text[])[1 + n % 50], n, 'CA' || n, 'CB' || n, '+1', '+1', 'verified', CASE WHEN open THEN 'ringing' ELSE 'completed' END, 5,
       n, CASE WHEN open THEN NULL ELSE n END, 'deck', '1', 1, 1, 0, 0, 1, open, 0, 0, NOT open,
       CASE WHEN open THEN n END, CASE WHEN open THEN NULL ELSE n END
     FROM (SELECT n, n % 1000 = 0 AS open FROM generate_series(1, ${calls}) AS n) AS numbered`,
    [accountIds],
  );
  await client.query(
    `INSERT INTO transfers (id, kind, debit_account, credit_account, amount_micros, call_id, actor, reason, created_ms)
     SELECT 't' || n, 'settle', ($1::text[])[1 + n % 50], 'system_revenue', 1, 'call_' || n, '', '', n FROM generate_series(1, ${calls}) AS n`,
    [accountIds],
  );
  await client.query("ANALYZE");
  await client.end();
}

/** How Postgres would answer a statement of that name for any values at all. */
async function planOf(name: string): Promise<string> {
  const asked = "SELECT parameter_types::text[] AS types FROM pg_prepared_statements WHERE name = $1";
  const { rows } = await pool.query<{ types: string[] }>(asked, [name]);
  const types = rows[0]?.types;
  if (!types) throw new Error(`Nothing was asked under the name ${name}.`);
  await pool.query("SET plan_cache_mode = force_generic_plan");
  const values = types.length > 0 ? `(${types.map((type) => `NULL::${type}`).join()})` : "";
  const plan = await pool.query<{ "QUERY PLAN": string }>(`EXPLAIN EXECUTE ${name}${values}`);
  return plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
}

const page = { limit: 10 };
const claim = { limit: 10, leaseMs: 0 };

describe("no history is read through", () => {
  test.each([
    ["to record facts", "lock_calls", () => store.recordFact({ parentSid: "CA1" }, fact)],
    ["to find a page of calls", "calls_after", () => store.listCalls(accountId, page)],
    ["to find a page of completed calls", "completed_calls_after", () => listCompleted()],
    [
      "to find everybody's completed calls",
      "completed_calls_of_all_after",
      () => store.listCompletedCalls({ sinceMs: 1, ...page }),
    ],
    ["to find recent calls", "recent_calls", () => store.listRecentCalls(accountId, calls)],
    ["to count what goes on", "count_open_calls", () => store.countOpenCalls()],
    ["to find calls to check", "due_to_check", () => store.claimCallsToCheck(calls, claim)],
    ["to put them off", "put_off_check", () => store.claimCallsToCheck(calls, claim)],
    ["to find calls to price", "due_to_price", () => store.claimCallsToPrice(calls, claim)],
    ["to sum up a day", "spent", () => store.readSpent(accountId, calls - 10)],
    ["to find the calls that a new contact takes over", "adopt_calls", () => addContact()],
    ["to find a page of the statement", "statement_lines", () => store.listTransfers(accountId, page)],
  ])("%s", async (_what, name, ask: () => Promise<unknown>) => {
    await ask();
    expect(await planOf(name)).not.toMatch(/Seq Scan on (?:calls|transfers)/);
  });

  test("for a filter or a span, but that of the account alone", async () => {
    const matching = callsMatching({ calls: callsTable, contacts }, accountId, { text: "ada", fromMs: 5 });
    for (const query of [
      sql`SELECT * FROM ${callsTable} WHERE ${matching} ORDER BY ${callsTable.createdMs} DESC`,
      spanQuery([{ fromMs: 0, toMs: 10 }], matching),
    ]) {
      const { rows } = await drizzle(pool).execute(sql`EXPLAIN ${query}`);
      expect(JSON.stringify(rows)).toMatch(/Index.* on calls|Bitmap Heap Scan on calls/);
    }
  });

  test("not even of the one account whose calls are asked for, to find recent ones", async () => {
    await store.listRecentCalls(accountId, calls);
    expect(await planOf("recent_calls")).toMatch(/calls_by_end.*calls_by_end/s);
  });
});

const fact = { status: "ringing", durationSeconds: undefined, atMs: startMs, childSid: undefined, isFinal: false } as const;

function listCompleted() {
  return store.listCalls(accountId, { ...page, answeredAndEndedOnly: true });
}

function addContact() {
  return store.addContact({
    id: contactIdSchema.parse(`con_${ulid()}`),
    accountId,
    name: "Ada",
    number: number("+14155552671"),
    company: null,
    note: null,
    createdMs: startMs,
    lastCalledMs: null,
  });
}
