import { micros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { modelPrice } from "./prices.ts";

test("two ways of reckoning a price agree to the micro-dollar", () => {
  const rates = fc.record({
    deckId: fc.constant("any"),
    destinationPrefix: fc.constant("1"),
    perMinuteMicros: fc.nat(5_000_000).map(micros),
    incrementSeconds: fc.integer({ min: 1, max: 60 }),
    minimumSeconds: fc.nat(90),
    connectMicros: fc.nat(500_000).map(micros),
  });
  fc.assert(
    fc.property(rates, fc.nat(20_000), (rate, seconds) => {
      expect(priceCall(rate, seconds)).toBe(modelPrice(rate, seconds));
    }),
    { numRuns: 5_000 },
  );
});
