import { formatDollars } from "#shared/money.ts";
import type { Rate } from "#shared/price-call.ts";

/** The price of a minute, as it is shown before and during a call: "$0.0140/min". */
export function formatRate(rate: Rate): string {
  return `${formatDollars(rate.perMinuteMicros, { decimals: 4 })}/min`;
}
