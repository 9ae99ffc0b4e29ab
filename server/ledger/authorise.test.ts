import { micros, zeroMicros } from "#shared/money.ts";
import { priceCall, type Rate } from "#shared/price-call.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorise, longestCallSeconds, neededMicros } from "./authorise.ts";

const aMinute: Rate = { perMinuteMicros: micros(14_000), incrementSeconds: 60, minimumSeconds: 60, connectMicros: zeroMicros };
const aSecond: Rate = { ...aMinute, incrementSeconds: 1, minimumSeconds: 0 };

const rates = fc.record({
  perMinuteMicros: fc.integer({ min: 0, max: 5_000_000 }).map(micros),
  incrementSeconds: fc.constantFrom(1, 6, 30, 60),
  minimumSeconds: fc.constantFrom(0, 1, 30, 60, 120),
  connectMicros: fc.integer({ min: 0, max: 100_000 }).map(micros),
});
const questions = fc.record({
  availableMicros: fc.integer({ min: 0, max: 50_000_000 }).map(micros),
  spendableMicros: fc.option(fc.integer({ min: 0, max: 50_000_000 }).map(micros)),
  maxTimeLimitSeconds: fc.integer({ min: 1, max: longestCallSeconds }),
});

describe("authorise", () => {
  test("whatever is asked, the hold is there, and pays for the limit and two seconds more", () => {
    fc.assert(
      fc.property(rates, questions, (rate, question) => {
        const answer = authorise(rate, question);
        const usable = Math.min(question.availableMicros, question.spendableMicros ?? Number.POSITIVE_INFINITY);
        expect(answer.ok).toBe(usable >= neededMicros(rate));
        if (!answer.ok) return;
        const { holdMicros, timeLimitSeconds } = answer.value;
        expect(holdMicros).toBeLessThanOrEqual(usable);
        expect(timeLimitSeconds).toBeGreaterThan(0);
        expect(timeLimitSeconds).toBeLessThanOrEqual(question.maxTimeLimitSeconds);
        expect(priceCall(rate, timeLimitSeconds + 2)).toBeLessThanOrEqual(holdMicros);
      }),
      { numRuns: 2_000 },
    );
  });

  test("money for ten minutes lasts ten minutes less the two seconds of guard", () => {
    const answer = authorise(aMinute, {
      availableMicros: micros(140_000),
      spendableMicros: null,
      maxTimeLimitSeconds: longestCallSeconds,
    });
    expect(answer).toEqual({ ok: true, value: { holdMicros: 140_000, timeLimitSeconds: 598 } });
  });

  test("much money holds no more than the longest call costs", () => {
    const answer = authorise(aSecond, {
      availableMicros: micros(1_000_000_000),
      spendableMicros: null,
      maxTimeLimitSeconds: longestCallSeconds,
    });
    expect(answer).toMatchObject({ ok: true, value: { timeLimitSeconds: longestCallSeconds } });
    expect(answer.ok && answer.value.holdMicros).toBe(priceCall(aSecond, longestCallSeconds + 2));
  });

  test.each([0, 1, 699, 13_999])("%i micro-dollars are too little, even billed by the second", (available) => {
    const answer = authorise(aSecond, {
      availableMicros: micros(available),
      spendableMicros: null,
      maxTimeLimitSeconds: longestCallSeconds,
    });
    expect(answer).toEqual({ ok: false, error: "insufficient_balance" });
  });

  test("exactly the first minute is enough", () => {
    const available = neededMicros(aSecond);
    const answer = authorise(aSecond, {
      availableMicros: available,
      spendableMicros: null,
      maxTimeLimitSeconds: longestCallSeconds,
    });
    expect(answer).toEqual({ ok: true, value: { holdMicros: 14_000, timeLimitSeconds: 58 } });
  });

  test("a limit that leaves less than the first minute is told apart from an empty wallet", () => {
    const spendable = { spendableMicros: micros(13_999), maxTimeLimitSeconds: longestCallSeconds };
    expect(authorise(aSecond, { ...spendable, availableMicros: micros(14_000) })).toEqual({ ok: false, error: "spending_limit" });
    const neither = authorise(aSecond, { ...spendable, availableMicros: micros(13_999) });
    expect(neither).toEqual({ ok: false, error: "insufficient_balance" });
  });

  test("free talk holds nothing and still has a limit", () => {
    const free = { ...aSecond, perMinuteMicros: zeroMicros };
    const answer = authorise(free, {
      availableMicros: zeroMicros,
      spendableMicros: null,
      maxTimeLimitSeconds: longestCallSeconds,
    });
    expect(answer).toEqual({ ok: true, value: { holdMicros: 0, timeLimitSeconds: longestCallSeconds } });
  });
});
