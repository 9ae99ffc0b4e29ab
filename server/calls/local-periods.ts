import type { Period } from "#shared/api/call-statistics.ts";
import type { Span } from "../store/call-statistics-store.ts";

/** A day, week or month as the calendar of a time zone has it. */
export interface LocalPeriod extends Span {
  /** The local day on which it begins: "2026-03-29". */
  day: string;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The days, weeks (from Monday) or months of a time zone that a range touches, in order and without gaps. A day begins with its
 * first moment there is: where clocks go forward at midnight that is one in the morning, where they go back across it the first of
 * two midnights. Days that a zone has left out, as Samoa did 30 December 2011, are none. Undefined when there would be more than `most`.
 */
export function localPeriods(
  range: Span,
  { by, timeZone, most }: { by: Period; timeZone: string; most: number },
): LocalPeriod[] | undefined {
  const clock = wallClock(timeZone);
  const periods: LocalPeriod[] = [];
  let day = firstDay(dayOf(clock(range.fromMs)), by);
  let fromMs = beginningOf(day, clock);
  for (;;) {
    const next = nextDay(day, by);
    const toMs = beginningOf(next, clock);
    if (toMs > fromMs && toMs > range.fromMs) periods.push({ day: new Date(day).toISOString().slice(0, 10), fromMs, toMs });
    if (periods.length > most) return undefined;
    if (toMs >= range.toMs) return periods;
    [day, fromMs] = [next, toMs];
  }
}

/** Tells what a clock on the wall shows at a moment, as if that were UTC. */
function wallClock(timeZone: string): (atMs: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (atMs) => {
    const shown = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
    const [year, month, day, hour, minute, second] = (["year", "month", "day", "hour", "minute", "second"] as const).map(
      (part) => shown.get(part) ?? 0,
    );
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  };
}

// Days of the calendar are counted as midnights of UTC, where every day has 24 hours.
function dayOf(wallMs: number): number {
  return Math.floor(wallMs / dayMs) * dayMs;
}

function firstDay(day: number, by: Period): number {
  const date = new Date(day);
  switch (by) {
    case "day":
      return day;
    case "week":
      return day - ((date.getUTCDay() + 6) % 7) * dayMs;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  }
}

function nextDay(day: number, by: Period): number {
  const date = new Date(day);
  switch (by) {
    case "day":
      return day + dayMs;
    case "week":
      return day + 7 * dayMs;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  }
}

/** The first moment of a day. A zone is at most two offsets away from UTC around it; where neither gives the day, it was left out. */
function beginningOf(day: number, clock: (atMs: number) => number): number {
  const candidates = [day - dayMs, day + dayMs].map((near) => day - (clock(near) - near));
  const [first, second] = candidates.toSorted((a, b) => a - b);
  return candidates.toSorted((a, b) => a - b).find((atMs) => dayOf(clock(atMs)) === day) ?? Math.max(first ?? day, second ?? day);
}
