import type { CallFeedback, CallQuality } from "#shared/api/call-quality.ts";
import { describe, expect, test } from "vitest";
import { newCall, setUp, startMs, type OpenStore } from "./fixture.ts";

const quality: CallQuality = {
  sampleCount: 61,
  mos: { average: 4.12, min: 2.9, max: 4.4 },
  jitterMs: { average: 7.5, min: 0.31, max: 48 },
  rttMs: null,
  lossPercent: { average: 0.4, min: 0, max: 12.5 },
  warnings: [{ name: "high-packets-lost-fraction", count: 2 }],
};
const feedback: CallFeedback = { score: 2, issue: "choppy-audio" };

export function describeQuality(open: OpenStore): void {
  describe("how a call sounded", () => {
    test("is kept as it was told, the figures and the person's word apart", async () => {
      const { store, createCall } = await setUp(open);
      const { id: callId } = await createCall();
      expect(await store.readQuality(callId)).toEqual({ quality: null, feedback: null });
      expect(await store.addQuality({ callId, quality, nowMs: startMs })).toBe(true);
      expect(await store.readQuality(callId)).toEqual({ quality, feedback: null });
      expect(await store.addFeedback({ callId, feedback, nowMs: startMs })).toBe(true);
      expect(await store.readQuality(callId)).toEqual({ quality, feedback });
    });

    test("is what was told first, whatever comes again or late", async () => {
      const { store, createCall } = await setUp(open);
      const { id: callId } = await createCall();
      await store.addQuality({ callId, quality, nowMs: startMs });
      await store.addFeedback({ callId, feedback, nowMs: startMs });
      expect(await store.addQuality({ callId, quality: { ...quality, sampleCount: 1 }, nowMs: startMs })).toBe(false);
      expect(await store.addFeedback({ callId, feedback: { score: 5, issue: null }, nowMs: startMs })).toBe(false);
      expect(await store.readQuality(callId)).toEqual({ quality, feedback });
    });

    test("told many times at once is kept once", async () => {
      const { store, createCall } = await setUp(open);
      const { id: callId } = await createCall();
      const kept = await Promise.all(Array.from({ length: 10 }, () => store.addQuality({ callId, quality, nowMs: startMs })));
      expect(kept.filter(Boolean)).toHaveLength(1);
    });

    test("of a call that was never made is not kept", async () => {
      const { store, accountId } = await setUp(open);
      const { id: callId } = newCall(accountId);
      await expect(store.addQuality({ callId, quality, nowMs: startMs })).rejects.toThrow();
      await expect(store.addFeedback({ callId, feedback, nowMs: startMs })).rejects.toThrow();
    });

    test("of one call is not another's", async () => {
      const { store, createCall } = await setUp(open);
      const [told, other] = [await createCall(), await createCall()];
      await store.addQuality({ callId: told.id, quality, nowMs: startMs });
      expect(await store.readQuality(other.id)).toEqual({ quality: null, feedback: null });
    });
  });
}
