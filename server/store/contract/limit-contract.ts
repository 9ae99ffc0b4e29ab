import { micros } from "#shared/money.ts";
import { describe, expect, test } from "vitest";
import type { AccountSettings } from "../store.ts";
import { usualSettings } from "../usual-settings.ts";
import { cents, completed, newAccountId, setUp, startMs, type OpenStore } from "./fixture.ts";

const dayMs = 24 * 60 * 60 * 1000;

export function describeLimits(open: OpenStore): void {
  describe("limits of an account", () => {
    test("are the usual ones where none are given, and those that were", async () => {
      const { store, account } = await setUp(open);
      expect(await account()).toMatchObject(usualSettings);
      const settings: AccountSettings = {
        maxConcurrentCalls: 7,
        maxPerMinuteMicros: cents(5),
        maxPerCallMicros: cents(6),
        maxPerDayMicros: cents(7),
        countries: ["DE", "GB"],
        lowBalanceMicros: cents(8),
      };
      const id = newAccountId();
      await store.openAccount({ id, nowMs: startMs, ...settings });
      expect(await store.findAccount(id)).toEqual({ id, postedMicros: 0, heldMicros: 0, owedMicros: 0, rev: 0, ...settings });
    });

    test("setting one leaves the others, and is told as a change", async () => {
      const { store, accountId, account } = await setUp(open, { maxPerDayMicros: cents(100), countries: ["US"] });
      const before = await account();
      const told: string[] = [];
      const stop = store.onAccountChanged((id) => void (id === accountId && told.push(id)));
      const updated = await store.updateAccount(accountId, { maxPerDayMicros: null, lowBalanceMicros: cents(3) });
      stop();
      const { rev, ...rest } = await account();
      expect(rest).toEqual({ ...withoutRev(before), maxPerDayMicros: null, lowBalanceMicros: cents(3) });
      expect(updated).toEqual({ rev, ...rest });
      expect(rev).toBeGreaterThan(before.rev);
      expect(told).toEqual([accountId]);
      expect((await store.updateAccount(accountId, { countries: null }))?.countries).toBeNull();
      expect((await store.updateAccount(accountId, { countries: [] }))?.countries).toEqual([]);
    });

    test("of an unknown wallet cannot be set", async () => {
      const { store } = await setUp(open);
      expect(await store.updateAccount(newAccountId(), { maxConcurrentCalls: 1 })).toBeUndefined();
    });

    test.each([
      ["a country that is not among those allowed", { countries: ["DE" as const] }, "destination_blocked"],
      ["any country when none is allowed", { countries: [] }, "destination_blocked"],
      ["a minute that costs more than allowed", { maxPerMinuteMicros: cents(59) }, "rate_too_high"],
      ["a first minute dearer than a call may be", { maxPerCallMicros: cents(59) }, "spending_limit"],
      ["a first minute dearer than a day may be", { maxPerDayMicros: cents(59) }, "spending_limit"],
      ["any call where none may go on at once", { maxConcurrentCalls: 0 }, "too_many_calls"],
    ])("refuse %s, and hold nothing for it", async (_what, settings, error) => {
      const { createCall, authorise, account } = await setUp(open, settings);
      expect(await authorise(await createCall())).toEqual({ ok: false, error });
      expect((await account()).heldMicros).toBe(0);
    });

    test("a number of no country may be called only where all countries may", async () => {
      const some = await setUp(open, { countries: ["US"] });
      expect(await some.authorise(await some.createCall({ countryCode: null }))).toMatchObject({ error: "destination_blocked" });
      expect(await some.authorise(await some.createCall())).toMatchObject({ ok: true });
      const all = await setUp(open);
      expect(await all.authorise(await all.createCall({ countryCode: null }))).toMatchObject({ ok: true });
    });

    test("an empty wallet is told apart from a spent limit", async () => {
      const { createCall, authorise } = await setUp(open, { balance: cents(59), maxPerCallMicros: cents(50) });
      expect(await authorise(await createCall())).toEqual({ ok: false, error: "insufficient_balance" });
    });

    test("a call may hold what it may cost, and lasts as long as that pays for", async () => {
      const { createCall, authorise } = await setUp(open, { maxPerCallMicros: cents(80) });
      const placed = await authorise(await createCall());
      expect(placed).toMatchObject({ ok: true, value: { holdMicros: cents(80), timeLimitSeconds: 78 } });
    });

    test("a day's limit counts what calls cost today and what live ones hold", async () => {
      const { store, createCall, authorise, connectedCall } = await setUp(open, { maxPerDayMicros: cents(250) });
      const first = await connectedCall();
      await connectedCall();
      expect(await authorise(await createCall())).toEqual({ ok: false, error: "spending_limit" });
      await store.recordFact({ callId: first.id }, completed(60));
      // 60 cents are spent and 100 held, so 90 of 250 are left.
      expect(await authorise(await createCall())).toMatchObject({ ok: true, value: { holdMicros: cents(90) } });
    });

    test("what is paid back may be spent again, and a new day of UTC begins anew", async () => {
      const midnightMs = startMs - (startMs % dayMs) + dayMs;
      const wallet = await setUp(open, { atMs: midnightMs - 1, maxPerDayMicros: cents(100), maxConcurrentCalls: 9 });
      const { store, createCall, authorise, connectedCall, setClock } = wallet;
      const call = await connectedCall();
      await store.recordFact({ callId: call.id }, completed(90));
      expect(await authorise(await createCall())).toEqual({ ok: false, error: "spending_limit" });
      await store.recordFact({ callId: call.id }, completed(20, { isFinal: true }));
      expect(await authorise(await createCall())).toMatchObject({ ok: true, value: { holdMicros: cents(80) } });
      setClock(midnightMs);
      // Yesterday's charge is forgotten; what is held today is not.
      expect(await authorise(await createCall())).toEqual({ ok: false, error: "spending_limit" });
      await store.updateAccount(wallet.accountId, { maxPerDayMicros: cents(180) });
      expect(await authorise(await createCall())).toMatchObject({ ok: true, value: { holdMicros: cents(100) } });
    });

    test("of many that ask at once, no more are granted than a day's limit pays for", async () => {
      const wallet = await setUp(open, { balance: cents(100_000), maxPerDayMicros: cents(300), maxConcurrentCalls: 100 });
      const calls = await Promise.all(Array.from({ length: 30 }, () => wallet.createCall()));
      const answers = await Promise.all(calls.map((call) => wallet.authorise(call)));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
      expect((await wallet.account()).heldMicros).toBe(cents(300));
    });

    test("what was spent is settlements less refunds since a moment, and not top-ups", async () => {
      const { store, accountId, connectedCall, setClock } = await setUp(open);
      const [early, late] = [await connectedCall(), await connectedCall()];
      await store.recordFact({ callId: early.id }, completed(30));
      setClock(startMs + 1_000);
      await store.recordFact({ callId: late.id }, completed(50));
      await store.recordFact({ callId: late.id }, completed(45, { isFinal: true }));
      expect(await store.readSpent(accountId, startMs)).toBe(cents(75));
      expect(await store.readSpent(accountId, startMs + 1)).toBe(cents(45));
      expect(await store.readSpent(accountId, startMs + 1_001)).toBe(0);
      expect(await store.readSpent(newAccountId(), 0)).toBe(micros(0));
    });
  });
}

function withoutRev<Row extends { rev: number }>({ rev: _rev, ...rest }: Row): Omit<Row, "rev"> {
  return rest;
}
