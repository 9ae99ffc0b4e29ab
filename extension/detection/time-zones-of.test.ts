import { expect, test } from "vitest";
import type { E164 } from "#shared/phone-number.ts";
import prefixesByZones from "./time-zones.json" with { type: "json" };
import { timeZonesOf } from "./time-zones-of.ts";

test.each([
  ["+12125550145", ["America/New_York"]],
  ["+14155550100", ["America/Los_Angeles"]],
  ["+442079460958", ["Europe/London"]],
  ["+493023125104", ["Europe/Berlin"]],
  ["+18087354000", ["Pacific/Honolulu"]],
  ["+81312345678", ["Asia/Tokyo"]],
] as const)("%s rings in %j", (number, zones) => {
  expect(timeZonesOf(number as E164)).toEqual(zones);
});

test("a longer prefix has the last word: one exchange of Indiana's 219 is on Chicago's time", () => {
  expect(timeZonesOf("+12192265555" as E164)).toEqual(["America/Chicago"]);
  expect(timeZonesOf("+12192205555" as E164)).not.toEqual(["America/Chicago"]);
});

test("a number that spans several zones has them all", () => {
  expect(timeZonesOf("+61892615500" as E164)).toEqual(["Australia/Adelaide", "Australia/Perth"]);
});

test.each(["+18005550199", "+80012345678", "+498001234567"])("%s belongs to no place", (number) => {
  expect(timeZonesOf(number as E164)).toEqual([]);
});

test("every zone of the table is one that the browser knows", () => {
  const zones = new Set(Object.keys(prefixesByZones).flatMap((names) => names.split("&")));
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
});
