import { describe, expect, test } from "vitest";
import { completed, newCallSid, progress, setUp, startMs, type Adapter } from "./fixture.ts";

export function describeEvents({ open, readEvents }: Adapter): void {
  describe("what the carrier sent", () => {
    test("is kept beside what it changed, as often as it came, and decides nothing by itself", async () => {
      const { store, connectedCall, account } = await setUp(open);
      const call = await connectedCall();
      const childSid = newCallSid();
      const event = { childSid, sequence: 3, status: "completed", receivedMs: startMs };
      const settled = await store.recordFact({ callId: call.id }, completed(10, { childSid }), event);
      const before = await account();
      const again = { ...event, receivedMs: startMs + 1 };
      expect(await store.recordFact({ childSid }, completed(10, { childSid }), again)).toEqual(settled);
      expect(await readEvents(store, childSid)).toEqual([event, again]);
      expect(await account()).toEqual(before);
    });

    test("is not kept when it is of no call of ours", async () => {
      const { store } = await setUp(open);
      const childSid = newCallSid();
      const event = { childSid, sequence: 0, status: "ringing", receivedMs: startMs };
      expect(await store.recordFact({ childSid }, progress("ringing"), event)).toBeUndefined();
      expect(await readEvents(store, childSid)).toEqual([]);
    });

    test("is not kept when what follows from it cannot be", async () => {
      const { store, connectedCall, createCall } = await setUp(open);
      const [one, other] = [await connectedCall(), await createCall()];
      const childSid = newCallSid();
      await store.recordFact({ callId: one.id }, progress("ringing", { childSid }));
      const event = { childSid, sequence: 1, status: "ringing", receivedMs: startMs };
      // The same leg cannot be another call's too.
      await expect(store.recordFact({ callId: other.id }, progress("ringing", { childSid }), event)).rejects.toThrow();
      expect(await readEvents(store, childSid)).toEqual([]);
      expect(await store.findCall(other.id)).toEqual(other);
    });
  });
}
