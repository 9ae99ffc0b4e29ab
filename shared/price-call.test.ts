import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros, type Micros } from "./money.ts";
import { affordableIncrements, incrementsFor, priceCall, priceIncrements, type Rate } from "./price-call.ts";

const bySecond: Rate = { perMinuteMicros: micros(14_000), incrementSeconds: 1, minimumSeconds: 0, connectMicros: micros(0) };
const byMinute: Rate = { perMinuteMicros: micros(14_000), incrementSeconds: 60, minimumSeconds: 60, connectMicros: micros(0) };

const anyRate = fc.record({
  perMinuteMicros: fc.integer({ min: 0, max: 5_000_000 }).map(micros),
  incrementSeconds: fc.integer({ min: 1, max: 60 }),
  minimumSeconds: fc.integer({ min: 0, max: 120 }),
  connectMicros: fc.integer({ min: 0, max: 500_000 }).map(micros),
});

describe("priceCall", () => {
  it("is (seconds / 60) x rate per minute when billed by the second", () => {
    expect(priceCall(bySecond, 60)).toBe(14_000);
    expect(priceCall(bySecond, 90)).toBe(21_000);
    expect(priceCall(bySecond, 3600)).toBe(840_000);
  });

  it("rounds once, up", () => {
    expect(priceCall(bySecond, 1)).toBe(234);
    expect(priceCall(bySecond, 7)).toBe(1634);
  });

  it("bills started increments and the minimum", () => {
    expect(priceCall(byMinute, 1)).toBe(14_000);
    expect(priceCall(byMinute, 60)).toBe(14_000);
    expect(priceCall(byMinute, 61)).toBe(28_000);
    expect(incrementsFor({ ...bySecond, minimumSeconds: 30 }, 5)).toBe(30);
  });

  it("charges the connection fee once, and nothing for a call that was not answered", () => {
    const withFee = { ...bySecond, connectMicros: micros(50_000) };
    expect(priceCall(withFee, 60)).toBe(64_000);
    expect(priceCall(withFee, 0)).toBe(0);
  });

  it("never falls as a call lasts longer", () => {
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 0, max: 20_000 }), (rate, seconds) => {
        expect(priceCall(rate, seconds + 1)).toBeGreaterThanOrEqual(priceCall(rate, seconds));
      }),
    );
  });
});

describe("affordableIncrements", () => {
  it("gives the most increments that money pays for in full", () => {
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 0, max: 50_000_000 }).map(micros), (rate: Rate, available: Micros) => {
        const increments = affordableIncrements(rate, available);
        if (increments === 0) {
          expect(priceCall(rate, 1)).toBeGreaterThan(available);
          return;
        }
        if (increments === Number.POSITIVE_INFINITY) {
          expect(rate.perMinuteMicros).toBe(0);
          return;
        }
        expect(priceIncrements(rate, increments)).toBeLessThanOrEqual(available);
        expect(priceIncrements(rate, increments + 1)).toBeGreaterThan(available);
      }),
      { numRuns: 2000 },
    );
  });
});
