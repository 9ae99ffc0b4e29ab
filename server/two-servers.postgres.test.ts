import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { micros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import type { RunningProcess } from "../e2e/harness/child-process.ts";
import { readCallRecords } from "./kills/call-records.ts";
import { openLedgerReader, type LedgerReader } from "./kills/ledger-reader.ts";
import { findViolations } from "./kills/ledger-violations.ts";
import { startModelCarrier, type ModelCarrier, type Webhook } from "./kills/model-carrier.ts";
import { askForCall, topUp } from "./kills/people.ts";
import { startServerProcess } from "./kills/server-process.ts";
import { openPostgresStore } from "./store/postgres/postgres-store.ts";
import { makeTestDatabase } from "./store/postgres/testing/test-database.ts";
import type { WholeStore } from "./store/whole-store.ts";
import { signUp, type Person } from "./testing/person.ts";
import { postWebhook } from "./testing/post-webhook.ts";
import { startWatchingProxy, type WatchingProxy } from "./testing/watching-proxy.ts";

const database = makeTestDatabase();
let carrier: ModelCarrier;
let proxy: WatchingProxy;
let servers: [RunningProcess, RunningProcess];
let ledger: LedgerReader;
let ada: Person;

beforeAll(async () => {
  carrier = await startModelCarrier(Math.random);
  proxy = await startWatchingProxy(carrier.url);
  const options = { database: { kind: "postgres", url: database.url }, carrierUrl: proxy.url, logLevel: "error" } as const;
  // Both at once, on a database whose tables either may be the first to look at.
  servers = await Promise.all([startServerProcess(options), startServerProcess(options)]);
  ledger = await openLedgerReader(options.database);
  ada = await signUp(servers[0].url);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await ledger.close();
  await proxy.close();
  await carrier.close();
});

/** As the operator's commands do: a third process on the same database. */
async function withStore<Value>(work: (store: WholeStore) => Promise<Value>): Promise<Value> {
  const store = await openPostgresStore({ url: database.url, clock: Date.now });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function postToBoth(webhook: Webhook): Promise<string[]> {
  const answers = await Promise.all(servers.map(({ url }) => postWebhook(url, webhook)));
  for (const answer of answers) expect(answer.status).toBeLessThan(300);
  return Promise.all(answers.map((answer) => answer.text()));
}

/** Calls of one wallet, each placed by what both servers answered, and what the carrier will tell of each. */
async function placeCalls(count: number) {
  const asked = await withStore(async (store) => {
    // Else the first call would hold all there is.
    await store.updateAccount(ada.accountId, { maxConcurrentCalls: 100, maxPerCallMicros: micros(300_000) });
    for (let times = 0; times < count; times += 1) await topUp(store, ada.accountId);
    return Promise.all(Array.from({ length: count }, () => askForCall(store, ada.accountId)));
  });
  return Promise.all(
    asked.map(async (call) => {
      const { parentSid, webhook } = carrier.connect(call);
      const [twiml, other] = await postToBoth(webhook);
      expect(other).toBe(twiml);
      const timeLimitSeconds = Number(/timeLimit="(\d+)"/.exec(twiml ?? "")?.[1]);
      return { callId: call.callId, parentSid, told: carrier.dial(parentSid, timeLimitSeconds) };
    }),
  );
}

/** The longest duration that the carrier told of an answered call. */
function longestTold(told: readonly Webhook[]): number {
  const durations = told.map(({ fields }) => Number(fields["CallDuration"] ?? fields["DialCallDuration"] ?? 0));
  return Math.max(...durations);
}

describe("two servers on one Postgres", () => {
  test("know each other's sessions", async () => {
    expect((await ada.readProfile(servers[1].url)).user.accountId).toBe(ada.accountId);
  });

  test("charge a call once, though both are told everything of it at once", async () => {
    const calls = await placeCalls(12);
    await Promise.all(calls.flatMap(({ told }) => told.map((webhook) => postToBoth(webhook))));

    const records = await readCallRecords(ledger);
    expect(await findViolations(ledger, records)).toEqual([]);
    for (const { callId, told } of calls) {
      const record = records.get(callId);
      if (!record) throw new Error(`${callId} is gone.`);
      expect(record).toMatchObject({ holdOpen: false, chargedMicros: priceCall(record.rate, longestTold(told)) });
    }
    const posted = calls.reduce((sum, { callId }) => sum + (records.get(callId)?.chargedMicros ?? 0), 0);
    expect(posted).toBeGreaterThan(0);
    const [settled] = await ledger.rows("SELECT sum(amount_micros) AS sum FROM transfers WHERE kind = 'settle'");
    expect(Number(settled?.["sum"])).toBe(posted);
  });

  test("tell the listeners of one what the other has committed", async () => {
    const over = new AbortController();
    onTestFinished(() => over.abort());
    const heard = await ada.listen(servers[0].url, over.signal);
    await expect.poll(() => heard.length).toBe(1);
    const [call] = await placeCalls(1);
    for (const webhook of call?.told ?? []) expect((await postWebhook(servers[1].url, webhook)).status).toBeLessThan(300);
    const { balance, rev } = await ada.readProfile(servers[1].url);
    await expect.poll(() => heard.at(-1)).toMatchObject({ balance, rev });
  });

  test("never ask the carrier about the same call at once", async () => {
    const calls = await placeCalls(20);
    // Not one callback came through, and the time to ask has come.
    await ledger.rows("UPDATE calls SET check_after_ms = 1 WHERE NOT final");
    const unsettled = async () => (await ledger.rows("SELECT id FROM calls WHERE NOT final")).length;
    await expect.poll(unsettled, { timeout: 60_000, interval: 200 }).toBe(0);

    const timesAsked = calls.map(
      ({ parentSid }) => proxy.asked.filter((path) => path.includes(`ParentCallSid=${parentSid}`)).length,
    );
    expect(timesAsked).toEqual(calls.map(() => 1));
    expect(await findViolations(ledger, await readCallRecords(ledger))).toEqual([]);
  });
});
