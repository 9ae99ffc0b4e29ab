import { expect, test } from "vitest";
import { nameOfRange, rangeNames, rangeOf } from "./date-ranges.ts";

const nowMs = new Date(2026, 2, 31, 23, 59).getTime();

test.each([
  ["today", "2026-03-31", undefined],
  ["last7", "2026-03-25", undefined],
  ["last30", "2026-03-02", undefined],
  ["thisMonth", "2026-03-01", undefined],
  ["lastMonth", "2026-02-01", "2026-02-28"],
  ["thisYear", "2026-01-01", undefined],
] as const)("%s is from %s to %s", (name, from, to) => {
  expect(rangeOf(name, nowMs)).toEqual({ from, to });
});

test("a range is known by its days", () => {
  for (const name of rangeNames) expect(nameOfRange(rangeOf(name, nowMs), nowMs)).toBe(name);
  expect(nameOfRange({ from: "2026-03-30", to: undefined }, nowMs)).toBeUndefined();
});
