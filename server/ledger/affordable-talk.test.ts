import { micros, type Micros } from "#shared/money.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { admitCall } from "./admit-call.ts";
import { affordableSeconds } from "./affordable-talk.ts";

const centASecond = { perMinuteMicros: micros(600_000), incrementSeconds: 1, minimumSeconds: 0, connectMicros: micros(0) };
const zero = micros(0);

function account(
  postedMicros: number,
  limits: Partial<Record<"maxPerCallMicros" | "maxPerDayMicros" | "heldMicros", Micros>> = {},
) {
  return {
    postedMicros: micros(postedMicros),
    heldMicros: zero,
    maxConcurrentCalls: 1,
    maxPerMinuteMicros: micros(1_000_000_000),
    maxPerCallMicros: null,
    maxPerDayMicros: null,
    countries: null,
    ...limits,
  };
}

describe("the talk that an account can afford", () => {
  test.each([
    ["what its balance pays for", account(1_000_000), zero, 100],
    ["less what live calls hold", account(1_000_000, { heldMicros: micros(300_000) }), zero, 70],
    ["what one call may cost", account(9_000_000, { maxPerCallMicros: micros(800_000) }), zero, 80],
    ["what is left of the day", account(9_000_000, { maxPerDayMicros: micros(900_000) }), micros(200_000), 70],
    ["nothing when the first minute is too dear for the balance", account(599_999), zero, 0],
    ["nothing when the day is spent", account(9_000_000, { maxPerDayMicros: micros(900_000) }), micros(400_000), 0],
  ])("is %s", (_what, wallet, spentToday, seconds) => {
    expect(affordableSeconds(centASecond, wallet, spentToday)).toBe(seconds);
  });

  test("is without end when talk is free", () => {
    expect(affordableSeconds({ ...centASecond, perMinuteMicros: zero }, account(0), zero)).toBeNull();
  });

  const amount = fc.nat(50_000_000).map(micros);
  const limit = fc.option(amount);

  test("is what the carrier would be told as the limit of the call, but for the seconds it may overrun", () => {
    fc.assert(
      fc.property(
        fc.record({
          perMinuteMicros: fc.nat(2_000_000).map(micros),
          incrementSeconds: fc.constantFrom(1, 6, 30, 60),
          minimumSeconds: fc.constantFrom(0, 30, 90),
          connectMicros: fc.constantFrom(0, 10_000).map(micros),
        }),
        fc.record({ postedMicros: amount, maxPerCallMicros: limit, maxPerDayMicros: limit, spentTodayMicros: amount }),
        (rate, { spentTodayMicros, ...drawn }) => {
          const wallet = { ...account(0), ...drawn };
          const seconds = affordableSeconds(rate, wallet, spentTodayMicros);
          const usage = { openHolds: 0, spentTodayMicros };
          const admitted = admitCall({ rate, countryCode: null }, wallet, usage, { maxTimeLimitSeconds: 3_600 });
          expect(admitted.ok).toBe(seconds !== 0);
          if (admitted.ok) expect(admitted.value.timeLimitSeconds).toBe(Math.min(3_600, (seconds ?? Infinity) - 2));
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
