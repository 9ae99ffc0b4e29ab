import { language as ownLanguage } from "./language.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** The day a moment falls on, for a heading: "Today", "Yesterday", "Monday, 3 March", with the year when it is another one. */
export function formatDay(iso: string, { nowMs, language = ownLanguage }: { nowMs: number; language?: string }): string {
  const then = new Date(iso);
  const daysAgo = Math.round((startOfDayMs(nowMs) - startOfDayMs(then.getTime())) / dayMs);
  if (daysAgo === 0 || daysAgo === 1)
    return capitalise(new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-daysAgo, "day"), language);
  const isThisYear = then.getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(!isThisYear && { year: "numeric" }),
  }).format(then);
}

/** The time of day: "14:05" or "2:05 PM", as the language writes it. */
export function formatTime(iso: string, language = ownLanguage): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(new Date(iso));
}

/** A moment in a list, as short as it can be: the time today, the weekday within a week, the date before that. */
export function formatWhen(iso: string, { nowMs, language = ownLanguage }: { nowMs: number; language?: string }): string {
  const then = new Date(iso);
  const daysAgo = Math.round((startOfDayMs(nowMs) - startOfDayMs(then.getTime())) / dayMs);
  if (daysAgo <= 0) return formatTime(iso, language);
  if (daysAgo < 7) return new Intl.DateTimeFormat(language, { weekday: "short" }).format(then);
  const isThisYear = then.getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "short", ...(!isThisYear && { year: "numeric" }) }).format(
    then,
  );
}

// Days are the person's own, from midnight to midnight where they are, not 24 hours back.
function startOfDayMs(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0);
}

function capitalise(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
