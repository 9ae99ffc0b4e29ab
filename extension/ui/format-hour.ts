import { language as ownLanguage } from "./language.ts";

/** A full hour of the day, 0 to 23, as the language writes it: "21:00" or "9:00 PM". */
export function formatHour(hour: number, language = ownLanguage): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short", timeZone: "UTC" }).format(Date.UTC(2026, 0, 1, hour));
}
