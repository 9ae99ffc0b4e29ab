import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { newAccountId } from "../store/contract/fixture.ts";
import { openPostgresStore } from "../store/postgres/postgres-store.ts";
import { makeTestDatabase } from "../store/postgres/testing/test-database.ts";
import { runCommand } from "./run-command.ts";

const database = makeTestDatabase();
const ada = "ada@ringback.example";

const run = (...words: string[]) => runCommand(words, { DATABASE_URL: database.url, LOG_LEVEL: "silent" });

beforeAll(async () => {
  const accountId = newAccountId();
  const store = await openPostgresStore({ url: database.url, clock: Date.now });
  await store.openAccount({ id: accountId, nowMs: 0 });
  await store.close();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `INSERT INTO users (id, name, email, email_verified, account_id, role, is_demo, created_ms, updated_ms)
     VALUES ('user_ada', 'Ada', $1, false, $2, 'owner', false, 0, 0)`,
    [ada, accountId],
  );
  await client.end();
});

test("the commands work on the database that DATABASE_URL names", async () => {
  expect(await run("credit", ada, "25", "--reason", "paid", "--reference", "7")).toMatchObject({ ok: true });
  expect(await run("credit", ada, "25", "--reason", "paid", "--reference", "7")).toMatchObject({ ok: true });
  expect(await run("take-back", ada, "30", "--reason", "mistake", "--reference", "8")).toMatchObject({ ok: true });
  expect(await run("balance", ada)).toEqual({
    ok: true,
    value: `${ada} has $0.0000 available; calls in progress hold $0.0000; $5.0000 is owed, and the next money pays it off first.`,
  });
  expect(await run("limits", ada, "--per-day", "20", "--countries", "US")).toMatchObject({
    ok: true,
    value: expect.stringContaining("United States") as string,
  });
  expect(await run("statement", ada)).toMatchObject({
    ok: true,
    value: expect.stringMatching(/\$25\.0000\s+\$25\.0000/) as string,
  });
  expect(await run("margin")).toEqual({ ok: true, value: "No call was completed within 30 days." });
});

test("a backup is left to Postgres", async () => {
  expect(await run("backup", "copy")).toMatchObject({ ok: false, error: expect.stringContaining("pg_dump") as string });
});

test("a database that is not there is told in a sentence without its password", async () => {
  const url = new URL(database.url);
  url.pathname = "/nowhere";
  url.password = "hunter2hunter2";
  const outcome = await runCommand(["balance", ada], { DATABASE_URL: url.href });
  expect(outcome.ok).toBe(false);
  if (!outcome.ok) expect(outcome.error).not.toContain("hunter2");
});
