import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { cents, completed, newAccountId, newCall, newCallSid, progress, startMs } from "../contract/fixture.ts";
import { systemAccounts } from "../system-accounts.ts";
import type { CallRow } from "../store.ts";
import type { WholeStore } from "../whole-store.ts";
import { openPostgresStore } from "./postgres-store.ts";
import { makeTestDatabase } from "./testing/test-database.ts";

const database = makeTestDatabase();
const accountId = newAccountId();

let store: WholeStore;
let groups: number[];

beforeEach(async () => {
  groups = [];
  store = await openPostgresStore({ url: database.url, clock: () => startMs, observeGroup: (size) => void groups.push(size) });
  onTestFinished(() => store.close());
  await store.openAccount({ id: accountId, nowMs: startMs, maxConcurrentCalls: 100 });
  const paidIn = { debitAccount: systemAccounts.payments, creditAccount: accountId, amountMicros: cents(10_000) };
  const topUp = {
    id: `topup:${crypto.randomUUID()}`,
    kind: "topup",
    ...paidIn,
    callId: null,
    actor: "test",
    reason: "test",
  } as const;
  await store.postTransfer({ ...topUp, createdMs: startMs });
});

/** A call that the carrier is dialling, with a dollar held. */
async function connectedCall(): Promise<CallRow & { parentSid: string }> {
  const { call } = await store.createCall(newCall(accountId));
  const parentSid = newCallSid();
  const authorised = await store.authoriseCall({ callId: call.id, parentSid, maxTimeLimitSeconds: 98, nowMs: startMs });
  if (!authorised.ok) throw new Error(`Not authorised: ${authorised.error}`);
  return { ...authorised.value, parentSid };
}

async function wallet() {
  const account = await store.findAccount(accountId);
  if (!account) throw new Error("The wallet is gone.");
  return account;
}

describe("facts that come together", () => {
  test("share commits", async () => {
    const calls = await Promise.all(Array.from({ length: 20 }, connectedCall));
    await Promise.all(calls.map(({ id }) => store.recordFact({ callId: id }, progress("ringing"))));
    expect(groups.reduce((sum, size) => sum + size, 0)).toBe(20);
    expect(groups.length).toBeLessThan(20);
  });

  test("meet what those before them have left, of the same call and of the same wallet", async () => {
    const before = await wallet();
    const [one, two] = [await connectedCall(), await connectedCall()];
    const childSid = newCallSid();
    const [ringing, answered, ended, again, other] = await Promise.all([
      store.recordFact({ parentSid: one.parentSid }, progress("ringing", { childSid })),
      // By a leg that the fact before it was the first to name.
      store.recordFact({ childSid }, progress("in-progress")),
      store.recordFact({ callId: one.id }, completed(10)),
      store.recordFact({ callId: one.id }, completed(10)),
      store.recordFact({ callId: two.id }, completed(20)),
    ]);
    expect([ringing, answered, ended, again].map((call) => call?.status)).toEqual([
      "ringing",
      "in-progress",
      "completed",
      "completed",
    ]);
    expect(other?.chargedMicros).toBe(cents(20));
    const after = await wallet();
    expect(before.postedMicros - after.postedMicros).toBe(cents(30));
    expect(after.heldMicros).toBe(before.heldMicros);
    expect(await store.findCall(one.id)).toEqual(again);
  });

  test("raise the wallet's rev as often as something could be seen to change", async () => {
    const call = await connectedCall();
    const before = await wallet();
    const facts = [progress("ringing"), progress("ringing"), progress("in-progress"), completed(5), completed(5)];
    await Promise.all(facts.map((fact) => store.recordFact({ callId: call.id }, fact)));
    expect((await wallet()).rev - before.rev).toBe(3);
  });

  test("are told once for each wallet, when all of them can be read", async () => {
    const calls = await Promise.all(Array.from({ length: 5 }, connectedCall));
    const told: Promise<string[]>[] = [];
    const statuses = () => Promise.all(calls.map(async ({ id }) => (await store.findCall(id))?.status ?? "gone"));
    onTestFinished(store.onAccountChanged(() => void told.push(statuses())));
    await Promise.all(calls.map(({ id }) => store.recordFact({ callId: id }, progress("ringing"))));
    expect(told.length).toBeLessThan(5);
    expect((await Promise.all(told)).at(-1)).toEqual(calls.map(() => "ringing"));
  });

  test("fail alone: what the database refuses of one call is kept of the others", async () => {
    const [taken, one, bad, two] = [await connectedCall(), await connectedCall(), await connectedCall(), await connectedCall()];
    const childSid = newCallSid();
    await store.recordFact({ callId: taken.id }, progress("ringing", { childSid }));
    const settled = await Promise.allSettled([
      store.recordFact({ callId: one.id }, completed(10)),
      // Another call's leg.
      store.recordFact({ callId: bad.id }, progress("ringing", { childSid })),
      store.recordFact({ callId: two.id }, completed(20)),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await store.findCall(one.id)).toMatchObject({ status: "completed", chargedMicros: cents(10) });
    expect(await store.findCall(two.id)).toMatchObject({ status: "completed", chargedMicros: cents(20) });
    expect(await store.findCall(bad.id)).toMatchObject({ status: "queued", holdOpen: true });
  });

  test("of calls that are unknown change nothing for those that are not", async () => {
    const call = await connectedCall();
    const [unknown, known] = await Promise.all([
      store.recordFact({ parentSid: newCallSid() }, completed(10)),
      store.recordFact({ callId: call.id }, completed(10)),
    ]);
    expect(unknown).toBeUndefined();
    expect(known?.chargedMicros).toBe(cents(10));
  });

  test("of one call come to one charge, however many processes record them", async () => {
    const others = await Promise.all([1, 2].map(() => openPostgresStore({ url: database.url, clock: () => startMs })));
    onTestFinished(async () => void (await Promise.all(others.map((other) => other.close()))));
    const before = await wallet();
    const calls = await Promise.all(Array.from({ length: 20 }, connectedCall));
    const facts = [progress("ringing"), progress("in-progress"), completed(10), completed(10)];
    const everywhere = [store, ...others].flatMap((each) =>
      facts.flatMap((fact) => calls.map(({ id }) => each.recordFact({ callId: id }, fact))),
    );
    await Promise.all(everywhere);
    const after = await wallet();
    expect(before.postedMicros - after.postedMicros).toBe(20 * cents(10));
    expect(after.heldMicros).toBe(before.heldMicros);
  });
});
