import { expect, test } from "vitest";
import { usualQuietHours } from "../platform/quiet-hours.ts";
import { localTimeOf } from "./local-time.ts";

const at = (iso: string, zones: readonly string[], quietHours: typeof usualQuietHours | "off" = usualQuietHours) =>
  localTimeOf(zones, { nowMs: Date.parse(iso), language: "en-GB", quietHours, ownZone: "Europe/Berlin" });

test("the time of one zone is that of its clock, summer time included", () => {
  expect(at("2026-01-15T12:12:00Z", ["America/New_York"])).toEqual({ text: "07:12", quiet: "all" });
  expect(at("2026-07-15T12:12:00Z", ["America/New_York"])).toEqual({ text: "08:12", quiet: "none" });
});

test("several zones are a range, from the earliest clock to the latest", () => {
  const zones = ["America/New_York", "America/Los_Angeles", "America/Denver"];
  expect(at("2026-01-15T15:12:00Z", zones)).toEqual({ text: "07:12–10:12", quiet: "some" });
  expect(at("2026-01-15T18:12:00Z", zones)).toEqual({ text: "10:12–13:12", quiet: "none" });
});

test("zones whose clocks agree are one time", () => {
  expect(at("2026-01-15T15:12:00Z", ["Europe/London", "Europe/Jersey"])?.text).toBe("15:12");
});

test("where it is another day than here, the day is named", () => {
  expect(at("2026-01-15T16:30:00Z", ["Asia/Tokyo"])).toEqual({ text: "Fri 01:30", quiet: "all" });
});

test("a range over half a day says nothing, and nor does no zone", () => {
  expect(at("2026-01-15T12:00:00Z", ["Pacific/Pago_Pago", "America/St_Johns"])).toBeUndefined();
  expect(at("2026-01-15T12:00:00Z", [])).toBeUndefined();
});

test("nobody is told of quiet hours who turned them off", () => {
  expect(at("2026-01-15T02:00:00Z", ["Europe/Berlin"], "off")?.quiet).toBe("none");
});
