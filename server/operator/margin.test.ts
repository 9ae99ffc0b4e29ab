import { describe, expect, test } from "vitest";
import { cents, completed, startMs } from "../store/contract/fixture.ts";
import { margin } from "./margin.ts";
import { startOperator } from "./testing/start-operator.ts";

const dayMs = 24 * 60 * 60 * 1000;

describe("margin", () => {
  test("tells of each call what it was charged, what the carrier charges, and what is left, and the sums of those with a price", async () => {
    const { done, store, connectedCall } = await startOperator();
    const [priced, unpriced] = [await connectedCall(), await connectedCall()];
    for (const [call, seconds] of [
      [priced, 60],
      [unpriced, 30],
    ] as const) {
      await store.recordFact({ callId: call.id }, completed(seconds, { isFinal: true }));
    }
    await store.recordCarrierPrice(priced.id, { priceMicros: cents(2) });
    const told = await done(margin);
    expect(told).toMatch(new RegExp(`${priced.id} .* 60 s +\\$0\\.6000 +\\$0\\.0200 +\\$0\\.5800`));
    expect(told).toMatch(new RegExp(`${unpriced.id} .* 30 s +\\$0\\.3000 +not yet`));
    expect(told).toContain("1 of 2 calls have the carrier's price: charged $0.6000, carrier $0.0200, margin $0.5800.");
    expect(told).toContain("Without a price: 1, charged $0.3000.");
  });

  test("tells of a loss as such, and of talk that nobody paid", async () => {
    const { done, store, authorise, createCall } = await startOperator();
    const call = await createCall();
    await authorise(call, { maxTimeLimitSeconds: 998 });
    await store.recordFact({ callId: call.id }, completed(1_005, { isFinal: true }));
    await store.recordCarrierPrice(call.id, { priceMicros: cents(1_200) });
    const told = await done(margin);
    expect(told).toContain("margin -$2.0000");
    expect(told).toContain("never paid: $0.0500 in 1 calls.");
  });

  test("leaves out calls that are older, and those that were never answered", async () => {
    const { done, store, connectedCall, setNow } = await startOperator();
    const call = await connectedCall();
    await store.recordFact({ callId: call.id }, completed(60, { isFinal: true }));
    await connectedCall();
    setNow(startMs + 8 * dayMs);
    expect(await done(margin, "--days", "7")).toBe("No call was completed within 7 days.");
    expect(await done(margin, "--days", "9")).toContain(call.id);
  });

  test.each(["0", "-1", "week", "1.5"])("refuses %s days", async (days) => {
    const { refused } = await startOperator();
    expect(await refused(margin, `--days=${days}`)).toContain("is no count of days");
  });
});
