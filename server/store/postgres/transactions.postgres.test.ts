import { sql } from "drizzle-orm";
import { Client, type Pool } from "pg";
import type { AccountId } from "#shared/ids.ts";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { newAccountId } from "../contract/fixture.ts";
import { createPool, type PostgresDatabase } from "./pool.ts";
import { createTransact, type Transact } from "./transactions.ts";
import { makeTestDatabase } from "./testing/test-database.ts";

const ours = makeTestDatabase();
let pool: Pool;
let transact: Transact;
let told: AccountId[];

beforeAll(async () => {
  await asOperator("CREATE TABLE notes (text text PRIMARY KEY)");
  await asOperator(`ALTER DATABASE ${new URL(ours.url).pathname.slice(1)} SET synchronous_commit = off`);
});

beforeEach(() => {
  told = [];
  pool = createPool({ url: ours.url, maxConnections: 2, handleProblem: () => {} });
  onTestFinished(() => pool.end());
  transact = createTransact(pool, (accountIds) => void told.push(...accountIds));
});

async function asOperator(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: ours.url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function note(database: PostgresDatabase, text: string) {
  return database.execute(sql`INSERT INTO notes VALUES (${text})`);
}

function fail(database: PostgresDatabase, code: string) {
  return database.execute(sql.raw(`DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '${code}'; END $$`));
}

async function isNoted(text: string): Promise<boolean> {
  return (await asOperator(`SELECT 1 FROM notes WHERE text = '${text}'`)).length > 0;
}

describe("a transaction", () => {
  test("is committed when it answers, and tells then what it changed", async () => {
    const accountId = newAccountId();
    const value = await transact(async (database, noteChanged) => {
      await note(database, "kept");
      noteChanged(accountId);
      expect(await isNoted("kept")).toBe(false);
      return 5;
    });
    expect([value, await isNoted("kept"), told]).toEqual([5, true, [accountId]]);
  });

  test("that throws has done nothing and tells nobody", async () => {
    const halfway = transact(async (database, noteChanged) => {
      await note(database, "half");
      noteChanged(newAccountId());
      throw new Error("no");
    });
    await expect(halfway).rejects.toThrow("no");
    expect([await isNoted("half"), told]).toEqual([false, []]);
  });

  test.each([
    ["a deadlock", "40P01"],
    ["a serialisation failure", "40001"],
  ])("that fails by %s is done again from its beginning", async (_failure, code) => {
    const accountIds = [newAccountId(), newAccountId()] as const;
    let attempts = 0;
    await transact(async (database, noteChanged) => {
      attempts += 1;
      await note(database, `again after ${code}`);
      if (attempts === 1) {
        noteChanged(accountIds[0]);
        await fail(database, code);
      }
      noteChanged(accountIds[1]);
    });
    expect([attempts, told]).toEqual([2, [accountIds[1]]]);
  });

  test("that fails so again and again is given up", async () => {
    let attempts = 0;
    const hopeless = transact(async (database) => {
      attempts += 1;
      await fail(database, "40P01");
    });
    await expect(hopeless).rejects.toThrow();
    expect(attempts).toBe(4);
  });

  test("that fails otherwise is not done again", async () => {
    let attempts = 0;
    const refused = transact(async (database) => {
      attempts += 1;
      await fail(database, "23505");
    });
    await expect(refused).rejects.toThrow();
    expect(attempts).toBe(1);
  });

  test("one of whose statements failed unnoticed is no success", async () => {
    const careless = transact(async (database) => {
      await note(database, "careless");
      await fail(database, "23505").catch(() => {});
    });
    await expect(careless).rejects.toThrow("The transaction was rolled back.");
    expect(await isNoted("careless")).toBe(false);
  });

  test("whose connection breaks is undone, and the next one has another", async () => {
    const broken = transact(async (database) => {
      await note(database, "broken");
      await asOperator(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()",
      );
      await note(database, "more");
    });
    await expect(broken).rejects.toThrow();
    await transact((database) => note(database, "after"));
    expect([await isNoted("broken"), await isNoted("after")]).toEqual([false, true]);
  });

  test("that could not begin writes nothing", async () => {
    const client = await pool.connect();
    const query = vi.spyOn(client, "query").mockRejectedValueOnce(new Error("not begun"));
    client.release();
    await expect(transact((database) => note(database, "on its own"))).rejects.toThrow("not begun");
    expect(query).toHaveBeenCalled();
    await transact((database) => note(database, "next"));
    expect([await isNoted("on its own"), await isNoted("next")]).toEqual([false, true]);
  });

  test("waits for the disk, whatever the database's own default is", async () => {
    const shown = await transact((database) => database.execute<{ synchronous_commit: string }>(sql`SHOW synchronous_commit`));
    expect(shown.rows).toEqual([{ synchronous_commit: "on" }]);
    expect(await asOperator("SHOW synchronous_commit")).toEqual([{ synchronous_commit: "off" }]);
  });

  test("is one of many, and no more connections are used than there may be", async () => {
    const counts = await Promise.all(
      Array.from({ length: 20 }, () =>
        transact(async (database) => {
          const { rows } = await database.execute<{ count: string }>(
            sql`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ringback'`,
          );
          return Number(rows[0]?.count);
        }),
      ),
    );
    expect(Math.max(...counts)).toBe(2);
  });
});
