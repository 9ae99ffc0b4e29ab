import { language } from "../../ui/language.ts";
import type { PeriodChoice } from "./history-view.ts";

/** A period as a chart and its table name it. The day is a day of the calendar, so it is written in UTC, where it was made. */
export function periodText(day: string, by: PeriodChoice, style: "short" | "long"): string {
  const date = new Date(`${day}T00:00:00Z`);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(date);
  if (by === "month") return format({ month: style, year: style === "long" ? "numeric" : "2-digit" });
  if (style === "short") return format({ day: "numeric", month: "short" });
  const begins = { day: "numeric", month: "long", year: "numeric" } as const;
  if (by === "day") return format({ ...begins, weekday: "short" });
  const last = new Date(date.getTime() + 6 * 24 * 60 * 60 * 1000);
  return new Intl.DateTimeFormat(language, { ...begins, month: "short", timeZone: "UTC" }).formatRange(date, last);
}
