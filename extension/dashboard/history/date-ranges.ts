/** Ranges of days that people ask for, by name. */
export const rangeNames = ["today", "last7", "last30", "thisMonth", "lastMonth", "thisYear"] as const;
export type RangeName = (typeof rangeNames)[number];

export interface DayRange {
  from: string | undefined;
  to: string | undefined;
}

/** The days of a range as the calendar has them at a moment. Ranges that go on until today are open, so that they stay true tomorrow. */
export function rangeOf(name: RangeName, nowMs: number): DayRange {
  const now = new Date(nowMs);
  const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
  switch (name) {
    case "today":
      return { from: dayText(year, month, date), to: undefined };
    case "last7":
      return { from: dayText(year, month, date - 6), to: undefined };
    case "last30":
      return { from: dayText(year, month, date - 29), to: undefined };
    case "thisMonth":
      return { from: dayText(year, month, 1), to: undefined };
    case "lastMonth":
      return { from: dayText(year, month - 1, 1), to: dayText(year, month, 0) };
    case "thisYear":
      return { from: dayText(year, 0, 1), to: undefined };
  }
}

/** What a range is called; undefined for one that has no name. */
export function nameOfRange({ from, to }: DayRange, nowMs: number): RangeName | undefined {
  return rangeNames.find((name) => {
    const range = rangeOf(name, nowMs);
    return range.from === from && range.to === to;
  });
}

function dayText(year: number, month: number, date: number): string {
  // Written in UTC, where every day is there and none is cut; only the calendar is looked at.
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
