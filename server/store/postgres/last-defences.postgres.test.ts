import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { makeTestDatabase } from "./testing/test-database.ts";

const database = makeTestDatabase();
let client: Client;

beforeAll(async () => {
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(() => client.end());

// Whatever the code above does, these hold.
describe("the database itself", () => {
  test.each([
    ["a wallet below zero", "UPDATE accounts SET posted_micros = -1 WHERE id = 'acct_1'"],
    ["more held than there is", "UPDATE accounts SET held_micros = 101 WHERE id = 'acct_1'"],
    ["a debt below zero", "UPDATE accounts SET kind = 'receivable' WHERE id = 'acct_1'"],
    ["a transfer of nothing", transferOf("0", "'system_revenue'")],
    ["a transfer to nobody", transferOf("5", "'acct_2'")],
    ["a transfer to itself", transferOf("5", "'acct_1'")],
  ])("refuses %s", async (_what, statement) => {
    await client.query("BEGIN");
    onTestFinished(async () => void (await client.query("ROLLBACK")));
    await client.query(
      `INSERT INTO accounts (id, kind, posted_micros, held_micros, rev, max_concurrent, max_per_min_micros, low_balance_micros, created_ms)
       VALUES ('acct_1', 'wallet', 100, 0, 0, 3, 1, 0, 0)`,
    );
    await expect(client.query(statement)).rejects.toThrow(/violates (?:check|foreign key) constraint/);
  });
});

function transferOf(amount: string, creditAccount: string): string {
  return `INSERT INTO transfers (id, kind, debit_account, credit_account, amount_micros, actor, reason, created_ms)
    VALUES ('t', 'adjust', 'acct_1', ${creditAccount}, ${amount}, '', '', 0)`;
}
