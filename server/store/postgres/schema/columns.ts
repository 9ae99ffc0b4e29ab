import type { Micros } from "#shared/money.ts";
import { bigint, customType } from "drizzle-orm/pg-core";

/** Micro-dollars. They are whole and stay below 2^53, so a number holds them exactly. */
export function microsColumn<Name extends string>(name: Name) {
  return bigint(name, { mode: "number" }).$type<Micros>();
}

/** A moment, in milliseconds of UTC. */
export function msColumn<Name extends string>(name: Name) {
  return bigint(name, { mode: "number" });
}

/** A moment, kept in milliseconds of UTC and told as a Date: the sign-in library thinks in these. */
export const timestampMs = customType<{ data: Date; driverData: string | number }>({
  dataType: () => "bigint",
  toDriver: (date) => date.getTime(),
  // The driver gives what may be above 2^53 as text.
  fromDriver: (ms) => new Date(Number(ms)),
});
