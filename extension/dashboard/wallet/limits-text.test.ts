import { limitsSchema } from "#shared/api/limits.ts";
import { expect, test } from "vitest";
import { limitsText } from "./limits-text.ts";

const dollar = 1_000_000;
const usual = {
  maxConcurrentCalls: 3,
  maxPerMinuteMicros: dollar,
  maxPerCallMicros: null,
  maxPerDayMicros: null,
  countries: null,
};

function text(change: object): string {
  return limitsText(limitsSchema.parse({ ...usual, ...change }));
}

test("every limit that is set is said, each in a sentence", () => {
  expect(text({ maxPerCallMicros: 5 * dollar, maxPerDayMicros: 20 * dollar, countries: ["US", "DE"] })).toBe(
    "At most $5.00 a call, $20.00 a day, $1.00 a minute. Up to 3 calls at once. Only to United States and Germany.",
  );
});

test("a limit that is not set is not mentioned", () => {
  expect(text({})).toBe("At most $1.00 a minute. Up to 3 calls at once.");
});

test("an account that may do little is told so in so many words", () => {
  expect(text({ maxConcurrentCalls: 1, countries: ["GB"] })).toContain("One call at a time. Only to United Kingdom.");
  expect(text({ maxConcurrentCalls: 0, countries: [] })).toContain("No calls. To no country.");
});
