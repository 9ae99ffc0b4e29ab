import { describe, expect, test } from "vitest";
import { completed, progress, setUp, type OpenStore } from "./fixture.ts";

export function describeOpenCalls(open: OpenStore): void {
  describe("the count of open calls", () => {
    test("has each call under its status until the carrier's last word, and then no more", async () => {
      const { store, createCall, connectedCall } = await setUp(open);
      const before = await store.countOpenCalls();
      // Other tests have calls of their own in this database.
      const added = async () => {
        const counts = await store.countOpenCalls();
        const statuses = ["queued", "ringing", "completed"] as const;
        return statuses.map((status) => (counts[status] ?? 0) - (before[status] ?? 0));
      };
      await createCall();
      const call = await connectedCall();
      expect(await added()).toEqual([2, 0, 0]);
      await store.recordFact({ callId: call.id }, progress("ringing"));
      expect(await added()).toEqual([1, 1, 0]);
      await store.recordFact({ callId: call.id }, completed(10));
      expect(await added()).toEqual([1, 0, 1]);
      await store.recordFact({ callId: call.id }, completed(10, { isFinal: true }));
      expect(await added()).toEqual([1, 0, 0]);
    });
  });
}
