import { describe, expect, test } from "vitest";
import { localPeriods } from "./local-periods.ts";

const hourMs = 60 * 60 * 1000;

function days(timeZone: string, from: string, to: string, by: "day" | "week" | "month" = "day") {
  const range = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  return localPeriods(range, { by, timeZone, most: 400 })?.map(({ day, fromMs, toMs }) => [
    day,
    new Date(fromMs).toISOString(),
    (toMs - fromMs) / hourMs,
  ]);
}

describe("local periods", () => {
  test.each([
    ["forward, with 23 hours", "Europe/Berlin", "2026-03-29T12:00:00Z", ["2026-03-29", "2026-03-28T23:00:00.000Z", 23]],
    ["back, with 25 hours", "Europe/Berlin", "2026-10-25T12:00:00Z", ["2026-10-25", "2026-10-24T22:00:00.000Z", 25]],
    ["forward by half an hour", "Australia/Lord_Howe", "2026-10-04T02:00:00Z", ["2026-10-04", "2026-10-03T13:30:00.000Z", 23.5]],
    [
      "forward at midnight, so that it begins at one",
      "Africa/Cairo",
      "2026-04-24T12:00:00Z",
      ["2026-04-24", "2026-04-23T22:00:00.000Z", 23],
    ],
    [
      "back across midnight, so that it begins late",
      "Africa/Cairo",
      "2026-10-30T12:00:00Z",
      ["2026-10-30", "2026-10-29T22:00:00.000Z", 24],
    ],
    [
      "back to midnight, so that it begins twice",
      "America/Havana",
      "2026-11-01T12:00:00Z",
      ["2026-11-01", "2026-11-01T04:00:00.000Z", 25],
    ],
    ["not at all, at an odd offset", "Asia/Kathmandu", "2026-06-01T00:00:00Z", ["2026-06-01", "2026-05-31T18:15:00.000Z", 24]],
  ])("a day on which clocks go %s", (_how, timeZone, noon, expected) => {
    expect(days(timeZone, noon, new Date(Date.parse(noon) + 1).toISOString())).toEqual([expected]);
  });

  test("a day that a zone left out is none", () => {
    const told = days("Pacific/Apia", "2011-12-29T12:00:00-10:00", "2011-12-31T12:00:00+14:00");
    expect(told?.map(([day]) => day)).toEqual(["2011-12-29", "2011-12-31"]);
  });

  test("weeks begin on Monday, months on the first, and both cover the range", () => {
    expect(days("UTC", "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z", "week")).toEqual([
      ["2025-12-29", "2025-12-29T00:00:00.000Z", 168],
    ]);
    expect(days("America/New_York", "2026-03-15T00:00:00Z", "2026-04-01T05:00:00Z", "month")).toEqual([
      ["2026-03-01", "2026-03-01T05:00:00.000Z", 31 * 24 - 1],
      ["2026-04-01", "2026-04-01T04:00:00.000Z", 30 * 24],
    ]);
  });

  test.each([
    "UTC",
    "Europe/Berlin",
    "Africa/Cairo",
    "America/Havana",
    "Asia/Tehran",
    "Pacific/Chatham",
    "America/St_Johns",
    "Antarctica/Troll",
  ])("the days of a year in %s follow each other without gap or overlap", (timeZone) => {
    const range = { fromMs: Date.UTC(2025, 11, 31), toMs: Date.UTC(2027, 0, 1) };
    const told = localPeriods(range, { by: "day", timeZone, most: 400 }) ?? [];
    expect(told.length).toBeGreaterThan(365);
    for (const [place, { fromMs }] of told.entries()) if (place > 0) expect(fromMs).toBe(told[place - 1]?.toMs);
    expect(told[0]?.fromMs).toBeLessThanOrEqual(range.fromMs);
    expect(told.at(-1)?.toMs).toBeGreaterThanOrEqual(range.toMs);
    expect(new Set(told.map(({ day }) => day)).size).toBe(told.length);
  });

  test("more than are wanted are none", () => {
    const year = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2027, 0, 1) };
    expect(localPeriods(year, { by: "day", timeZone: "UTC", most: 365 })).toHaveLength(365);
    expect(localPeriods(year, { by: "day", timeZone: "UTC", most: 364 })).toBeUndefined();
  });
});
