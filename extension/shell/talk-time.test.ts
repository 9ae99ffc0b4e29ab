import { limitsSchema } from "#shared/api/limits.ts";
import { rateAnswerSchema } from "#shared/api/rates.ts";
import { expect, test } from "vitest";
import { talkTimeOf } from "./talk-time.ts";

const dollar = 1_000_000;

// Six cents a minute: a tenth of a cent a second.
function answer(affordableSeconds: number | null, availableDollars: number) {
  return rateAnswerSchema.parse({
    toNumber: "+14155550100",
    countryCode: "US",
    country: "United States",
    description: "United States",
    rate: { perMinuteMicros: 60_000, incrementSeconds: 1, minimumSeconds: 0, connectMicros: 0 },
    availableMicros: availableDollars * dollar,
    affordableSeconds,
  });
}

function limits(perCall: number | null, perDay: number | null) {
  return limitsSchema.parse({
    maxConcurrentCalls: 3,
    maxPerMinuteMicros: dollar,
    maxPerCallMicros: perCall === null ? null : perCall * dollar,
    maxPerDayMicros: perDay === null ? null : perDay * dollar,
    countries: null,
  });
}

test("it is the balance that ends a call where there are no limits, and where there are wider ones", () => {
  expect(talkTimeOf(answer(1000, 1), limits(null, null))).toEqual({ kind: "lasts", seconds: 1000, by: "balance" });
  expect(talkTimeOf(answer(1000, 1), limits(5, 20))).toEqual({ kind: "lasts", seconds: 1000, by: "balance" });
  expect(talkTimeOf(answer(1000, 1), undefined)).toEqual({ kind: "lasts", seconds: 1000, by: "balance" });
});

test("it is the limit for a call when that pays for less", () => {
  expect(talkTimeOf(answer(5000, 10), limits(5, 20))).toEqual({
    kind: "lasts",
    seconds: 5000,
    by: "call_limit",
    limitMicros: 5 * dollar,
  });
});

test("it is what is left of the day when that pays for less than the limit for a call", () => {
  expect(talkTimeOf(answer(998, 10), limits(5, 20))).toMatchObject({ by: "day_limit", limitMicros: 20 * dollar });
  expect(talkTimeOf(answer(998, 10), limits(null, 20))).toMatchObject({ by: "day_limit", limitMicros: 20 * dollar });
});

test("too little is the balance's or the limit's, by which of them cannot pay for the first minute", () => {
  expect(talkTimeOf(answer(0, 0.05), limits(null, null))).toEqual({ kind: "too_little", by: "balance" });
  expect(talkTimeOf(answer(0, 0.05), limits(5, 20))).toEqual({ kind: "too_little", by: "balance" });
  expect(talkTimeOf(answer(0, 10), limits(0.01, null))).toMatchObject({ kind: "too_little", by: "call_limit" });
  expect(talkTimeOf(answer(0, 10), limits(5, 20))).toMatchObject({ kind: "too_little", by: "day_limit" });
});

test("talk that costs nothing has no end that money sets", () => {
  expect(talkTimeOf(answer(null, 0), limits(5, 20))).toEqual({ kind: "free" });
});
