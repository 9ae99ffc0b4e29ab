import { i18n } from "#i18n";
import type { Balance } from "#shared/api/profile.ts";
import type { Micros } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import type { CallState } from "../call/call-state.ts";

/** What a call that the balance could not pay needs, beside what there is. */
export interface Shortfall {
  neededLabel: string;
  neededMicros: Micros;
  availableMicros: Micros;
}

/**
 * The figures of a call refused for want of money: the server's own when it was asked for, else, when the carrier was turned away
 * later, the price of its first minute and the balance as it is now. Undefined when money is not, or no longer, what is missing.
 */
export function shortfallOf(
  { failure, call }: Extract<CallState, { status: "failed" }>,
  balance: Balance | undefined,
): Shortfall | undefined {
  if (failure.neededMicros !== undefined && failure.availableMicros !== undefined) {
    const { neededMicros, availableMicros } = failure;
    return { neededLabel: i18n.t("shell.shortfall.callNeeds"), neededMicros, availableMicros };
  }
  if (failure.code !== "insufficient_balance" || !call || !balance) return undefined;
  const neededMicros = priceCall(call.rate, 60);
  const { availableMicros } = balance;
  return availableMicros < neededMicros
    ? { neededLabel: i18n.t("shell.shortfall.firstMinute"), neededMicros, availableMicros }
    : undefined;
}
