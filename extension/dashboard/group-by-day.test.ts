import { expect, test } from "vitest";
import { groupByDay } from "./group-by-day.ts";

const now = { nowMs: new Date(2026, 2, 4, 9, 30).getTime(), language: "en" };
const at = (day: number, hour: number) => ({ createdAt: new Date(2026, 2, day, hour).toISOString() });

test("calls stand under their day, in the order they came", () => {
  const calls = [at(4, 9), at(4, 1), at(3, 23), at(1, 12)];
  expect(groupByDay(calls, now)).toEqual([
    { title: "Today", items: [calls[0], calls[1]] },
    { title: "Yesterday", items: [calls[2]] },
    { title: "Sunday, March 1", items: [calls[3]] },
  ]);
});

test("no calls, no days", () => {
  expect(groupByDay([], now)).toEqual([]);
});
