import { describe, expect, test } from "vitest";
import { newAccountId, setUp, startMs, type OpenStore } from "./fixture.ts";

const answer = { status: 201, contentType: "application/json", body: '{"done":true}' };
const dayMs = 24 * 60 * 60 * 1000;

export function describeIdempotency(open: OpenStore): void {
  describe("requests with a key", () => {
    test("the first begins, the next waits, the later ones get the first one's answer", async () => {
      const { store, request, begin } = await setUpRequest(open);
      expect(await begin()).toEqual({ kind: "begun" });
      expect(await begin()).toEqual({ kind: "in_flight" });
      await store.keepAnswer(request, answer);
      expect(await begin()).toEqual({ kind: "answered", answer });
    });

    test("another request under the same key is told apart, in flight or answered", async () => {
      const { store, request, begin } = await setUpRequest(open);
      await begin();
      expect(await begin({ requestHash: "other" })).toEqual({ kind: "mismatch" });
      await store.keepAnswer(request, answer);
      expect(await begin({ requestHash: "other" })).toEqual({ kind: "mismatch" });
    });

    test("keys of two accounts have nothing to do with each other", async () => {
      const { begin } = await setUpRequest(open);
      await begin();
      expect(await begin({ accountId: newAccountId() })).toEqual({ kind: "begun" });
    });

    test("of many at once, one begins", async () => {
      const { begin } = await setUpRequest(open);
      const begun = await Promise.all(Array.from({ length: 20 }, () => begin()));
      expect(begun.filter(({ kind }) => kind === "begun")).toHaveLength(1);
    });

    test("a request that broke frees its key, but an answer is never let go", async () => {
      const { store, request, begin } = await setUpRequest(open);
      await begin();
      await store.releaseRequest(request);
      expect(await begin()).toEqual({ kind: "begun" });
      await store.keepAnswer(request, answer);
      await store.releaseRequest(request);
      expect(await begin()).toEqual({ kind: "answered", answer });
    });

    test("answers are kept for a day, and a request that died is forgotten after a minute", async () => {
      const { store, request, begin } = await setUpRequest(open);
      await begin();
      expect(await begin({}, startMs + 60_000)).toEqual({ kind: "in_flight" });
      expect(await begin({}, startMs + 60_001)).toEqual({ kind: "begun" });
      await store.keepAnswer(request, answer);
      expect(await begin({}, startMs + 60_001 + dayMs)).toEqual({ kind: "answered", answer });
      expect(await begin({}, startMs + 60_002 + dayMs)).toEqual({ kind: "begun" });
    });
  });
}

async function setUpRequest(open: OpenStore) {
  const { store, accountId } = await setUp(open);
  const request = { accountId, key: "key", requestHash: "hash" };
  const begin = (overrides: Partial<typeof request> = {}, nowMs = startMs) =>
    store.beginRequest({ ...request, ...overrides, nowMs });
  return { store, request, begin };
}
