import { Client } from "pg";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { newAccountId, startMs } from "../contract/fixture.ts";
import type { WholeStore } from "../whole-store.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { makeTestDatabase } from "./testing/test-database.ts";

const database = makeTestDatabase();

/** As another process would have it: with connections of its own. */
async function openStore(): Promise<WholeStore> {
  const store = await openPostgresStore({ url: database.url, clock: () => startMs });
  onTestFinished(() => store.close());
  return store;
}

let here: WholeStore;
let there: WholeStore;
beforeEach(async () => void ([here, there] = await Promise.all([openStore(), openStore()])));

const deck = () => ({ id: `deck_${crypto.randomUUID()}`, source: "test", importedMs: startMs, rateCount: 0 });

/** Breaks every connection that listens for what others tell, as a restart of the database would. */
async function breakListening(): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
  );
  await client.end();
}

describe("two processes on one database", () => {
  test("tell each other which accounts have changed, after it can be read", async () => {
    const accountId = newAccountId();
    await here.openAccount({ id: accountId, nowMs: startMs });
    const seen: Promise<number | undefined>[] = [];
    there.onAccountChanged((id) => {
      if (id === accountId) seen.push(there.findAccount(id).then((account) => account?.maxConcurrentCalls));
    });
    await here.updateAccount(accountId, { maxConcurrentCalls: 7 });
    await expect.poll(() => seen.length).toBe(1);
    expect(await seen[0]).toBe(7);
  });

  test("hear of their own changes once, and not again from the database", async () => {
    const accountId = newAccountId();
    await here.openAccount({ id: accountId, nowMs: startMs });
    const own: string[] = [];
    const others: string[] = [];
    here.onAccountChanged((id) => void own.push(id));
    there.onAccountChanged((id) => void others.push(id));
    await here.updateAccount(accountId, { maxConcurrentCalls: 7 });
    await expect.poll(() => others).toEqual([accountId]);
    expect(own).toEqual([accountId]);
  });

  test("hear of a new rate deck", async () => {
    let hints = 0;
    there.onChangedElsewhere(() => void (hints += 1));
    await here.addDeck(deck(), []);
    await expect.poll(() => hints).toBe(1);
  });

  test("are told that they may have missed something when their connection was lost, and hear again after it", async () => {
    let hints = 0;
    there.onChangedElsewhere(() => void (hints += 1));
    await breakListening();
    await expect.poll(() => hints).toBe(1);
    await here.addDeck(deck(), []);
    await expect.poll(() => hints).toBe(2);
  });

  test("one that closes has told the other what it did last", async () => {
    let hints = 0;
    there.onChangedElsewhere(() => void (hints += 1));
    await here.addDeck(deck(), []);
    await here.close();
    await expect.poll(() => hints).toBe(1);
  });
});
