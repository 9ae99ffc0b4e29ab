import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test, vi } from "vitest";
import { cents, completed, setUp } from "../contract/fixture.ts";
import { openDatabase } from "./database.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const times = 40;

test("a second connection that writes at the same time loses nothing and makes nothing lost", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "ringback-writers-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, "ringback.sqlite");
  const wallet = await setUp(async ({ clock }) => openSqliteStore(openDatabase(path), { clock }), { maxConcurrentCalls: times });
  const { store, accountId, topUp, createCall, authorise, account } = wallet;
  const workerData = { path, accountId, amountMicros: cents(1), times };
  const second = new Worker(new URL("testing/second-writer.ts", import.meta.url), { workerData });
  const ended = once(second, "exit");
  await vi.waitFor(async () => expect(await store.findTransfer("credit:second-writer:0")).toBeDefined(), { timeout: 20_000 });
  let talkedSeconds = 0;
  for (let index = 0; index < times; index += 1) {
    const [call] = await Promise.all([createCall(), topUp(cents(2))]);
    const authorised = await authorise(call);
    if (!authorised.ok) continue;
    await store.recordFact({ callId: call.id }, completed(5));
    talkedSeconds += 5;
  }
  expect(await ended).toEqual([0]);
  expect(talkedSeconds).toBeGreaterThan(0);
  const { postedMicros, heldMicros } = await account();
  expect(postedMicros).toBe(cents(1_000) + times * (cents(1) + cents(2)) - cents(talkedSeconds));
  expect(heldMicros).toBe(0);
  const { items } = await store.listTransfers(accountId, { limit: 1_000 });
  expect(items[0]?.balanceAfterMicros).toBe(postedMicros);
  expect(items.at(-1)?.balanceAfterMicros).toBe(cents(1_000));
  await store.close();
});
