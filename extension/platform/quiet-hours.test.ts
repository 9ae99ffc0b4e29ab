import { expect, test } from "vitest";
import { isQuietHour, usualQuietHours } from "./quiet-hours.ts";

const quietOf = (hours: { fromHour: number; untilHour: number }) =>
  Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuietHour(hour, hours));

test("the usual quiet hours go over midnight, and eight o'clock is none of them", () => {
  expect(quietOf(usualQuietHours)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 21, 22, 23]);
});

test("quiet hours may lie within a day, or be none at all", () => {
  expect(quietOf({ fromHour: 12, untilHour: 14 })).toEqual([12, 13]);
  expect(quietOf({ fromHour: 9, untilHour: 9 })).toEqual([]);
});
