import { micros, zeroMicros } from "#shared/money.ts";
import type { AccountSettings } from "./store.ts";

/** What a wallet is opened with where nothing else is said. */
export const usualSettings: AccountSettings = {
  maxConcurrentCalls: 3,
  maxPerMinuteMicros: micros(1_000_000),
  maxPerCallMicros: null,
  maxPerDayMicros: null,
  countries: null,
  lowBalanceMicros: zeroMicros,
};
