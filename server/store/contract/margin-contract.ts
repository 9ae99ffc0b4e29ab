import { describe, expect, test } from "vitest";
import { cents, completed, laterMs, newAccountId, newCall, newCallSid, progress, setUp, type OpenStore } from "./fixture.ts";

export function describeMargins(open: OpenStore): void {
  describe("completed calls of all accounts", () => {
    test("are newest first, page by page, since a moment, with what the carrier charged for them", async () => {
      const atMs = laterMs();
      const { store, connectedCall } = await setUp(open, { atMs, maxConcurrentCalls: 100 });
      const ids: string[] = [];
      for (let index = 0; index < 5; index += 1) {
        const { id } = await connectedCall({ createdMs: atMs + index });
        await store.recordFact({ callId: id }, completed(10, { isFinal: true }));
        await store.recordCarrierPrice(id, { priceMicros: cents(index) });
        ids.push(id);
      }
      const read = (page: { sinceMs: number; cursor?: string; limit: number }) => store.listCompletedCalls(page);
      const first = await read({ sinceMs: atMs + 1, limit: 3 });
      const second = await read({ sinceMs: atMs + 1, limit: 3, ...(first.nextCursor && { cursor: first.nextCursor }) });
      const seen = [...first.items, ...second.items];
      expect(seen.map(({ id }) => id)).toEqual(ids.slice(1).toReversed());
      expect(seen.map(({ carrierPriceMicros }) => carrierPriceMicros)).toEqual([4, 3, 2, 1].map(cents));
      expect(second.nextCursor).toBeNull();
    });

    test("are everybody's, and only those that were completed", async () => {
      const atMs = laterMs();
      const { store, connectedCall } = await setUp(open, { atMs });
      const [talked, busy] = [await connectedCall(), await connectedCall()];
      await connectedCall();
      await store.recordFact({ callId: talked.id }, completed(10));
      await store.recordFact({ callId: busy.id }, progress("busy"));
      const other = newAccountId();
      await store.openAccount({ id: other, nowMs: atMs });
      const { call: gift } = await store.createCall(
        newCall(other, { createdMs: atMs + 1, rate: { ...talked.rate, perMinuteMicros: cents(0) } }),
      );
      await store.authoriseCall({ callId: gift.id, parentSid: newCallSid(), maxTimeLimitSeconds: 98, nowMs: atMs });
      await store.recordFact({ callId: gift.id }, completed(10));
      const { items } = await store.listCompletedCalls({ sinceMs: atMs, limit: 10 });
      expect(items.map(({ id }) => id)).toEqual([gift.id, talked.id]);
    });
  });
}
