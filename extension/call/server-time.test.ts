import { expect, it } from "vitest";
import { answeredAtMsOf, serverAheadMs } from "./server-time.ts";

const createdAt = "2026-01-01T00:10:00.000Z";

it("finds how far the server's clock is ahead, to half a round trip", () => {
  const ours = Date.parse("2026-01-01T00:00:00.000Z");
  expect(serverAheadMs({ createdAt }, { sentAtMs: ours - 40, answeredAtMs: ours + 40 })).toBe(600_000);
});

it("moves the time of answer to our clock, ten minutes ahead or behind", () => {
  const answeredAt = "2026-01-01T00:10:05.000Z";
  for (const aheadMs of [600_000, -600_000]) {
    expect(answeredAtMsOf({ answeredAt }, aheadMs)).toBe(Date.parse(answeredAt) - aheadMs);
  }
});

it("has no time of answer before there is one", () => {
  expect(answeredAtMsOf({ answeredAt: null }, 1000)).toBeUndefined();
});
