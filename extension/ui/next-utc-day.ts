/** When the next day of UTC begins, ISO 8601: limits for a day are for a day of UTC, wherever the person is. */
export function nextUtcDay(nowMs: number): string {
  const day = new Date(nowMs);
  day.setUTCHours(24, 0, 0, 0);
  return day.toISOString();
}
