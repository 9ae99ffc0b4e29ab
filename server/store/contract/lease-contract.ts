import { describe, expect, test } from "vitest";
import type { CallRow } from "../store.ts";
import { completed, earlierMs, setUp, type OpenStore } from "./fixture.ts";

const minuteMs = 60_000;

export function describeLeases(open: OpenStore): void {
  describe("calls to ask the carrier about", () => {
    test("come up when their time has passed, longest due first, and no more than are wanted", async () => {
      const { claim, createCall, atMs } = await setUpLeases(open);
      const late = await createCall({ checkAfterMs: atMs + 3 });
      const early = await createCall({ checkAfterMs: atMs + 1 });
      const middle = await createCall({ checkAfterMs: atMs + 2 });
      expect(await claim(atMs)).toEqual([]);
      expect(await claim(atMs + 3, { limit: 2 })).toEqual([early.id, middle.id]);
      expect(await claim(atMs + 3, { limit: 2 })).toEqual([late.id]);
    });

    test("are given to one of many that ask at once", async () => {
      const { claim, createCall, atMs } = await setUpLeases(open);
      const ids = await Promise.all(Array.from({ length: 12 }, async () => (await createCall({ checkAfterMs: atMs })).id));
      const claimed = await Promise.all(Array.from({ length: 6 }, () => claim(atMs, { limit: 5 })));
      expect(claimed.flat().toSorted()).toEqual(ids.toSorted());
    });

    test("come up again when a lease has run out, and not before", async () => {
      const { claim, createCall, atMs } = await setUpLeases(open);
      const { id } = await createCall({ checkAfterMs: atMs });
      expect(await claim(atMs, { leaseMs: minuteMs })).toEqual([id]);
      expect(await claim(atMs + minuteMs - 1, { leaseMs: minuteMs })).toEqual([]);
      expect(await claim(atMs + minuteMs, { leaseMs: minuteMs })).toEqual([id]);
    });

    test("come up when whoever asked has said, sooner or later than the lease", async () => {
      const { store, claim, createCall, atMs } = await setUpLeases(open);
      const [sooner, later] = [await createCall({ checkAfterMs: atMs }), await createCall({ checkAfterMs: atMs })];
      await claim(atMs, { leaseMs: minuteMs });
      await store.scheduleCheck(sooner.id, atMs + 1);
      await store.scheduleCheck(later.id, atMs + 2 * minuteMs);
      expect(await claim(atMs + minuteMs, { leaseMs: 5 * minuteMs })).toEqual([sooner.id]);
      expect(await claim(atMs + 2 * minuteMs)).toEqual([later.id]);
    });

    test("come up no more after the last word", async () => {
      const { store, claim, createCall, atMs } = await setUpLeases(open);
      const { id } = await createCall({ checkAfterMs: atMs });
      await store.refuseCall({ callId: id, reason: "never_connected", nowMs: atMs });
      await store.scheduleCheck(id, atMs);
      expect(await claim(atMs + 1_000 * minuteMs)).toEqual([]);
      expect((await store.findCall(id))?.checkAfterMs).toBeNull();
    });

    test("are given as they are, and a lease changes nothing that a client could see", async () => {
      const { store, account, connectedCall, atMs } = await setUpLeases(open);
      const call = await connectedCall({ checkAfterMs: atMs });
      const before = await account();
      const [claimed] = await store.claimCallsToCheck(call.checkAfterMs ?? 0, { limit: 1, leaseMs: minuteMs });
      expect({ ...claimed, checkAfterMs: null }).toEqual({ ...call, checkAfterMs: null });
      expect(await account()).toEqual(before);
    });
  });

  describe("calls to ask the carrier's price of", () => {
    test("come up some time after the last word and not before, and not without one", async () => {
      const { store, connectedCall, claimPrices, atMs } = await setUpLeases(open);
      const call = await connectedCall();
      const ended = await store.recordFact({ callId: call.id }, completed(10));
      expect(ended?.priceAfterMs).toBeNull();
      const dueMs = priceDueMs(await store.recordFact({ callId: call.id }, completed(10, { isFinal: true })));
      expect(dueMs).toBeGreaterThan(atMs);
      expect(await claimPrices(dueMs - 1)).toEqual([]);
      expect(await claimPrices(dueMs)).toEqual([call.id]);
    });

    test("are given to one of many that ask at once, and again when the lease has run out", async () => {
      const { finalCall, claimPrices } = await setUpLeases(open);
      const calls = [await finalCall(), await finalCall(), await finalCall()];
      const dueMs = priceDueMs(calls.at(-1));
      const claimed = await Promise.all(Array.from({ length: 4 }, () => claimPrices(dueMs, { leaseMs: minuteMs })));
      const ids = calls.map(({ id }) => id).toSorted();
      expect(claimed.flat().toSorted()).toEqual(ids);
      expect(await claimPrices(dueMs + minuteMs - 1)).toEqual([]);
      expect((await claimPrices(dueMs + minuteMs)).toSorted()).toEqual(ids);
    });

    test("are asked about no more once the price is known, which is the operator's alone", async () => {
      const { store, finalCall, claimPrices, account } = await setUpLeases(open);
      const call = await finalCall();
      const before = await account();
      const priceMicros = call.chargedMicros;
      await store.recordCarrierPrice(call.id, { priceMicros });
      expect(await store.findCall(call.id)).toEqual({ ...call, carrierPriceMicros: priceMicros, priceAfterMs: null });
      await store.recordCarrierPrice(call.id, { priceMicros: undefined, askAgainMs: 1 });
      expect(await claimPrices(priceDueMs(call))).toEqual([]);
      expect(await account()).toEqual(before);
    });

    test("come up when it was said, or never when it was given up", async () => {
      const { store, finalCall, claimPrices } = await setUpLeases(open);
      const [again, never] = [await finalCall(), await finalCall()];
      const dueMs = priceDueMs(never);
      await store.recordCarrierPrice(again.id, { priceMicros: undefined, askAgainMs: dueMs + minuteMs });
      await store.recordCarrierPrice(never.id, { priceMicros: undefined, askAgainMs: null });
      expect(await claimPrices(dueMs + minuteMs - 1)).toEqual([]);
      expect(await claimPrices(dueMs + minuteMs)).toEqual([again.id]);
      expect(await store.findCall(never.id)).toMatchObject({ carrierPriceMicros: null, priceAfterMs: null });
    });

    test("are only those whose last word was said", async () => {
      const { store, connectedCall } = await setUpLeases(open);
      const call = await connectedCall();
      await store.recordCarrierPrice(call.id, { priceMicros: call.holdMicros });
      await store.recordCarrierPrice(call.id, { priceMicros: undefined, askAgainMs: 1 });
      expect(await store.findCall(call.id)).toEqual(call);
    });
  });
}

function priceDueMs(call: CallRow | undefined): number {
  if (!call?.priceAfterMs) throw new Error("The call's price is not due at any time.");
  return call.priceAfterMs;
}

/** A wallet at a time before which nothing else in the database is due. */
async function setUpLeases(open: OpenStore) {
  const atMs = earlierMs();
  const wallet = await setUp(open, { atMs, maxConcurrentCalls: 100 });
  const { store } = wallet;
  const usual = { limit: 100, leaseMs: minuteMs };
  const claim = async (nowMs: number, wanted: Partial<typeof usual> = {}) =>
    (await store.claimCallsToCheck(nowMs, { ...usual, ...wanted })).map(({ id }) => id);
  const claimPrices = async (nowMs: number, wanted: Partial<typeof usual> = {}) =>
    (await store.claimCallsToPrice(nowMs, { ...usual, ...wanted })).map(({ id }) => id);
  const finalCall = async () => {
    const { id } = await wallet.connectedCall();
    const call = await store.recordFact({ callId: id }, completed(10, { isFinal: true }));
    if (!call) throw new Error("The call is gone.");
    return call;
  };
  return { ...wallet, atMs, claim, claimPrices, finalCall };
}
