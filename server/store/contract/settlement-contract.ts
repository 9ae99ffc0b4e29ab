import { subtractMicros } from "#shared/money.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, completed, newCallSid, progress, setUp, startMs, type OpenStore } from "./fixture.ts";

export function describeSettlement(open: OpenStore): void {
  describe("settlement", () => {
    test("a completed call is charged for its duration and frees its hold", async () => {
      const { store, connectedCall, account, transfersOf, accountId } = await setUp(open);
      const call = await connectedCall();
      const childSid = newCallSid();
      await store.recordFact({ callId: call.id }, progress("in-progress", { childSid, atMs: startMs + 4_000 }));
      const settled = await store.recordFact({ childSid }, completed(30, { childSid, atMs: startMs + 34_000 }));
      expect(settled).toMatchObject({
        status: "completed",
        childSid,
        durationSeconds: 30,
        chargedMicros: cents(30),
        holdOpen: false,
        answeredMs: startMs + 4_000,
        endedMs: startMs + 34_000,
      });
      expect(await store.findCall(call.id)).toEqual(settled);
      expect(await account()).toMatchObject({ postedMicros: cents(970), heldMicros: 0 });
      expect(await transfersOf(call)).toMatchObject([
        { id: `settle:${call.id}:${cents(30)}`, kind: "settle", debitAccount: accountId, amountMicros: cents(30) },
      ]);
    });

    test("facts in any order, doubled and with gaps give one charge", async () => {
      const facts = [
        progress("initiated"),
        progress("ringing"),
        progress("in-progress"),
        completed(20, { atMs: startMs + 25_000 }),
        completed(20, { atMs: startMs + 26_000 }),
      ];
      const inAnyOrder = fc
        .array(fc.constantFrom(...facts), { maxLength: 8 })
        .chain((some) => fc.shuffledSubarray([...some, completed(20)], { minLength: some.length + 1 }));
      await fc.assert(
        fc.asyncProperty(inAnyOrder, async (order) => {
          const { store, connectedCall, account, transfersOf } = await setUp(open);
          const call = await connectedCall();
          for (const fact of order) await store.recordFact({ callId: call.id }, fact);
          expect(await account()).toMatchObject({ postedMicros: cents(980), heldMicros: 0 });
          expect(await transfersOf(call)).toHaveLength(1);
          expect(await store.findCall(call.id)).toMatchObject({ status: "completed", chargedMicros: cents(20) });
          await store.close();
        }),
        // The arithmetic is tried a thousand times where it is pure; here it is tried that the adapter asks it.
        { numRuns: 15 },
      );
    });

    test("what the carrier's record lowers is paid back, once", async () => {
      const { store, connectedCall, account, transfersOf } = await setUp(open);
      const call = await connectedCall();
      await store.recordFact({ callId: call.id }, completed(30));
      const record = completed(25, { isFinal: true });
      await store.recordFact({ callId: call.id }, record);
      await store.recordFact({ callId: call.id }, record);
      expect(await store.findCall(call.id)).toMatchObject({ chargedMicros: cents(25), durationSeconds: 25, final: true });
      expect((await account()).postedMicros).toBe(cents(975));
      expect((await transfersOf(call)).map(({ kind, amountMicros }) => ({ kind, amountMicros }))).toEqual(
        expect.arrayContaining([
          { kind: "settle", amountMicros: cents(30) },
          { kind: "refund", amountMicros: cents(5) },
        ]),
      );
    });

    test("nothing changes after the last word", async () => {
      const { store, connectedCall, account } = await setUp(open);
      const call = await connectedCall();
      const final = await store.recordFact({ callId: call.id }, completed(25, { isFinal: true }));
      const before = await account();
      for (const late of [completed(500), progress("in-progress"), completed(1, { isFinal: true })]) {
        await store.recordFact({ callId: call.id }, late);
      }
      expect(await store.findCall(call.id)).toEqual(final);
      expect(await account()).toEqual(before);
      expect(final?.checkAfterMs).toBeNull();
    });

    test("an overrun takes what there is and writes down the rest", async () => {
      const { store, connectedCall, account, transfersOf } = await setUp(open, { balance: cents(100) });
      const call = await connectedCall();
      await store.recordFact({ callId: call.id }, completed(130));
      expect(await store.findCall(call.id)).toMatchObject({ chargedMicros: cents(100), unrecoveredMicros: cents(30) });
      expect(await account()).toMatchObject({ postedMicros: 0, heldMicros: 0 });
      await store.recordFact({ callId: call.id }, completed(130));
      expect(await transfersOf(call)).toHaveLength(1);
    });

    test("one call's overrun does not touch what another holds", async () => {
      const { store, connectedCall, account } = await setUp(open, { balance: cents(200) });
      const long = await connectedCall();
      await connectedCall();
      await store.recordFact({ callId: long.id }, completed(150));
      expect(await account()).toMatchObject({ postedMicros: cents(100), heldMicros: cents(100) });
    });

    test("a call that nobody answered costs nothing", async () => {
      const { store, connectedCall, account, transfersOf } = await setUp(open);
      for (const status of ["busy", "no-answer", "failed", "canceled"] as const) {
        const call = await connectedCall();
        await store.recordFact({ callId: call.id }, progress(status));
        expect(await transfersOf(call)).toEqual([]);
      }
      expect(await account()).toMatchObject({ postedMicros: cents(1_000), heldMicros: 0 });
    });

    test("an end comes up for the last word, by this server's clock", async () => {
      const { store, connectedCall, setClock } = await setUp(open);
      const call = await connectedCall();
      setClock(startMs + 100_000);
      const ended = await store.recordFact({ callId: call.id }, completed(10, { atMs: startMs - 900_000 }));
      expect(ended?.checkAfterMs).toBeGreaterThan(startMs + 100_000);
      expect(ended?.checkAfterMs).toBeLessThan(startMs + 200_000);
    });

    test("an end without its duration settles nothing, and brings the question to the carrier forward", async () => {
      const { store, accountId, connectedCall, account } = await setUp(open);
      const call = await connectedCall();
      await store.recordFact({ callId: call.id }, progress("in-progress"));
      const before = await account();
      const heard: string[] = [];
      const stop = store.onAccountChanged((id) => void (id === accountId && heard.push(id)));
      const told = await store.recordFact({ callId: call.id }, completed(0, { durationSeconds: undefined }));
      expect(told).toMatchObject({ status: "in-progress", holdOpen: true, chargedMicros: 0 });
      expect(told?.checkAfterMs).toBeLessThan(call.checkAfterMs ?? 0);
      stop();
      // When to ask is nothing that a client could see.
      expect(await account()).toEqual(before);
      expect(heard).toEqual([]);
    });

    test("a fact of an unknown call changes nothing and says so", async () => {
      const { store } = await setUp(open);
      expect(await store.recordFact({ parentSid: newCallSid() }, completed(10))).toBeUndefined();
      expect(await store.recordFact({ childSid: newCallSid() }, completed(10))).toBeUndefined();
    });

    test("a fact that says nothing new raises no rev", async () => {
      const { store, connectedCall, account } = await setUp(open);
      const call = await connectedCall();
      await store.recordFact({ callId: call.id }, completed(10));
      const before = await account();
      await store.recordFact({ callId: call.id }, completed(10));
      expect(await account()).toEqual(before);
      expect(subtractMicros(before.postedMicros, before.heldMicros)).toBe(cents(990));
    });
  });
}
