/** Hours of a day in which people are not called lightly: from one full hour to before another, mostly over midnight. */
export interface QuietHours {
  fromHour: number;
  untilHour: number;
}

/** Before eight and from nine in the evening, by which telephone sales are bound in many countries (47 CFR 64.1200 in the US). */
export const usualQuietHours: QuietHours = { fromHour: 21, untilHour: 8 };

/** Whether an hour of the day, 0 to 23, is a quiet one. */
export function isQuietHour(hour: number, { fromHour, untilHour }: QuietHours): boolean {
  return fromHour <= untilHour ? hour >= fromHour && hour < untilHour : hour >= fromHour || hour < untilHour;
}
