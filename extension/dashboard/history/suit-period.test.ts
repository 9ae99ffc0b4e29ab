import { expect, test } from "vitest";
import { isTooFine, suitPeriod } from "./suit-period.ts";

const dayMs = 24 * 60 * 60 * 1000;
const range = (days: number) => ({ fromMs: 0, toMs: days * dayMs });

test.each([
  [0, "day"],
  [31, "day"],
  [90, "week"],
  [366, "week"],
  [800, "month"],
] as const)("%i days are shown by the %s", (days, period) => {
  expect(suitPeriod(range(days))).toBe(period);
  expect(isTooFine(period, range(days))).toBe(false);
});

test("days of years would be more than the server tells", () => {
  expect(isTooFine("day", range(400))).toBe(true);
  expect(isTooFine("week", range(400))).toBe(false);
  expect(isTooFine("month", range(40_000))).toBe(false);
});
