import { parsePhoneNumberFromString, type NumberType } from "libphonenumber-js/max";
import type { E164 } from "#shared/phone-number.ts";
import prefixesByZones from "./time-zones.json" with { type: "json" };

// These ring where their owner likes, whatever their first digits say.
const withoutPlace: ReadonlySet<NumberType> = new Set([
  "TOLL_FREE",
  "PREMIUM_RATE",
  "SHARED_COST",
  "VOIP",
  "PERSONAL_NUMBER",
  "PAGER",
  "UAN",
  "VOICEMAIL",
]);

/**
 * The time zones in which a number may ring, by the longest prefix that libphonenumber's table has for it; several where that
 * prefix spans them. None for numbers that belong to no place. The table is made by scripts/make-time-zones.ts.
 */
export function timeZonesOf(number: E164): readonly string[] {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed?.country || withoutPlace.has(parsed.getType())) return [];
  const digits = number.slice(1);
  const zonesOf = readTable();
  for (let length = digits.length; length > 0; length--) {
    const zones = zonesOf.get(digits.slice(0, length));
    if (zones) return zones;
  }
  return [];
}

let table: ReadonlyMap<string, readonly string[]> | undefined;

/** Zones by prefix. Made when the first card asks: most starts of the service worker are for something else. */
function readTable(): ReadonlyMap<string, readonly string[]> {
  table ??= new Map(
    Object.entries(prefixesByZones).flatMap(([zones, prefixes]) =>
      prefixes.split(" ").map((prefix) => [prefix, zones.split("&")] as const),
    ),
  );
  return table;
}
