import { expect, test } from "vitest";
import { formatDay, formatTime, formatWhen } from "./format-when.ts";

const nowMs = new Date(2026, 2, 4, 9, 30).getTime();
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

test("a call of last night is yesterday's, however few hours ago", () => {
  expect(formatDay(at(2026, 2, 3, 23, 59), { nowMs })).toBe("Yesterday");
  expect(formatDay(at(2026, 2, 4, 0, 1), { nowMs })).toBe("Today");
});

test("older days are named in full, with the year only when it is another one", () => {
  expect(formatDay(at(2026, 1, 27, 12, 0), { nowMs })).toBe("Friday, February 27");
  expect(formatDay(at(2025, 11, 31, 12, 0), { nowMs })).toBe("Wednesday, December 31, 2025");
});

test("in a list a moment is as short as it can be", () => {
  expect(formatWhen(at(2026, 2, 4, 8, 5), { nowMs })).toBe(formatTime(at(2026, 2, 4, 8, 5)));
  expect(formatWhen(at(2026, 2, 2, 8, 5), { nowMs })).toBe("Mon");
  expect(formatWhen(at(2026, 0, 2, 8, 5), { nowMs })).toBe("Jan 2");
  expect(formatWhen(at(2024, 0, 2, 8, 5), { nowMs })).toBe("Jan 2, 2024");
});

test("languages write the time their own way", () => {
  expect(formatTime(at(2026, 2, 4, 14, 5), "en-US")).toMatch(/^2:05\sPM$/);
  expect(formatTime(at(2026, 2, 4, 14, 5), "de")).toBe("14:05");
});
