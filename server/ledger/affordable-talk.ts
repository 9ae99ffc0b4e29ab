import type { Micros } from "#shared/money.ts";
import { affordableIncrements, type Rate } from "#shared/price-call.ts";
import { tightestLimit, type SpendingLimits } from "./admit-call.ts";
import { availableMicros, neededMicros } from "./authorise.ts";
import type { LedgerAccount } from "./decide.ts";

/**
 * Whole seconds of talk that an account's balance pays for within its limits. 0 when that is not enough for a call to be placed,
 * and null when talk costs nothing. The carrier's own limit on the length of a call is not looked at.
 */
export function affordableSeconds(rate: Rate, account: LedgerAccount & SpendingLimits, spentTodayMicros: Micros): number | null {
  const available = availableMicros(account);
  const leftByLimit = tightestLimit(account, spentTodayMicros)?.leftMicros ?? available;
  const usable = leftByLimit < available ? leftByLimit : available;
  if (usable < neededMicros(rate)) return 0;
  const increments = affordableIncrements(rate, usable);
  return Number.isFinite(increments) ? increments * rate.incrementSeconds : null;
}
