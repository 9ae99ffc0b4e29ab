import { describe, expect, test } from "vitest";
import { callIdSchema } from "#shared/ids.ts";
import { ulid } from "ulid";
import { cents, completed, newCallSid, progress, setUp, startMs, type OpenStore } from "./fixture.ts";

export function describeHolds(open: OpenStore): void {
  describe("holds", () => {
    test("the hold pays for the whole time limit, and leaves the rest available", async () => {
      const { createCall, authorise, account } = await setUp(open);
      const authorised = await authorise(await createCall());
      expect(authorised).toMatchObject({ ok: true, value: { holdMicros: cents(100), holdOpen: true, timeLimitSeconds: 98 } });
      expect(await account()).toMatchObject({ postedMicros: cents(1_000), heldMicros: cents(100) });
    });

    test("the same parent leg gets the same answer and holds once", async () => {
      const { createCall, authorise, account } = await setUp(open);
      const call = await createCall();
      const parentSid = newCallSid();
      const first = await authorise(call, { parentSid });
      expect(await authorise(call, { parentSid })).toEqual(first);
      expect((await account()).heldMicros).toBe(cents(100));
    });

    test("another parent leg of a live call is refused", async () => {
      const { createCall, authorise, account } = await setUp(open);
      const call = await createCall();
      await authorise(call);
      expect(await authorise(call)).toEqual({ ok: false, error: "already_connected" });
      expect((await account()).heldMicros).toBe(cents(100));
    });

    test("of 200 authorisations at once, with money for 10, exactly 10 are granted", async () => {
      const { createCall, authorise, account } = await setUp(open, { balance: cents(1_000), maxConcurrentCalls: 500 });
      const calls = await Promise.all(Array.from({ length: 200 }, () => createCall()));
      const answers = await Promise.all(calls.map((call) => authorise(call)));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(10);
      for (const answer of answers) if (!answer.ok) expect(answer.error).toBe("insufficient_balance");
      expect(await account()).toMatchObject({ postedMicros: cents(1_000), heldMicros: cents(1_000) });
    });

    test("a second call gets what the first one left", async () => {
      const { createCall, authorise } = await setUp(open, { balance: cents(180) });
      await authorise(await createCall());
      const second = await authorise(await createCall());
      expect(second).toMatchObject({ ok: true, value: { holdMicros: cents(80), timeLimitSeconds: 78 } });
    });

    test("no more calls at once than the account may have", async () => {
      const { createCall, authorise } = await setUp(open, { maxConcurrentCalls: 2 });
      await authorise(await createCall());
      await authorise(await createCall());
      expect(await authorise(await createCall())).toEqual({ ok: false, error: "too_many_calls" });
    });

    test("a call that ended, or never was, is not authorised", async () => {
      const { store, createCall, authorise } = await setUp(open);
      const call = await createCall();
      await store.refuseCall({ callId: call.id, reason: "never_connected", nowMs: startMs });
      expect(await authorise(call)).toEqual({ ok: false, error: "call_ended" });
      const unknown = { ...call, id: callIdSchema.parse(`call_${ulid()}`) };
      expect(await authorise(unknown)).toEqual({ ok: false, error: "call_not_found" });
    });

    test("a refused call is over and final, and its reason is kept", async () => {
      const { store, createCall, account } = await setUp(open);
      const failed = await createCall();
      await store.refuseCall({ callId: failed.id, reason: "insufficient_balance", nowMs: startMs + 7 });
      const ended = { final: true, endedMs: startMs + 7, checkAfterMs: null, chargedMicros: 0 };
      expect(await store.findCall(failed.id)).toMatchObject({ status: "failed", reason: "insufficient_balance", ...ended });
      const canceled = await createCall();
      await store.refuseCall({ callId: canceled.id, reason: "never_connected", nowMs: startMs + 7 });
      await store.refuseCall({ callId: canceled.id, reason: "carrier_error", nowMs: startMs + 8 });
      expect(await store.findCall(canceled.id)).toMatchObject({ status: "canceled", reason: "never_connected", ...ended });
      expect((await account()).heldMicros).toBe(0);
    });

    test("a refusal never frees a hold: only the carrier's word does", async () => {
      const { store, connectedCall, account } = await setUp(open);
      const call = await connectedCall();
      expect(await store.refuseCall({ callId: call.id, reason: "never_connected", nowMs: startMs })).toEqual(call);
      expect((await account()).heldMicros).toBe(cents(100));
      await store.recordFact({ callId: call.id }, progress("ringing"));
      expect((await account()).heldMicros).toBe(cents(100));
      await store.recordFact({ callId: call.id }, progress("no-answer"));
      expect((await account()).heldMicros).toBe(0);
    });

    test("calls that race with settlements never take a wallet below zero", async () => {
      const { store, createCall, authorise, account } = await setUp(open, { balance: cents(300), maxConcurrentCalls: 100 });
      const seen: Promise<number>[] = [];
      store.onAccountChanged(() => seen.push(account().then(({ postedMicros, heldMicros }) => postedMicros - heldMicros)));
      await Promise.all(
        Array.from({ length: 40 }, async (_, index) => {
          const call = await createCall();
          const authorised = await authorise(call);
          if (authorised.ok) await store.recordFact({ callId: call.id }, completed(index * 7));
        }),
      );
      const { postedMicros, heldMicros } = await account();
      expect(heldMicros).toBe(0);
      expect(postedMicros).toBeGreaterThanOrEqual(0);
      expect(Math.min(...(await Promise.all(seen)))).toBeGreaterThanOrEqual(0);
    });
  });
}
