import type { Call } from "#shared/api/calls.ts";
import type { Balance } from "#shared/api/profile.ts";
import { affordableIncrements } from "#shared/price-call.ts";

/**
 * What will end a call that reaches its time: the balance when the rest of it could not pay for more talk, else a limit. What
 * this call holds is not part of the rest.
 */
export function endOfTalk({ rate }: Pick<Call, "rate">, { availableMicros }: Balance): "balance" | "limit" {
  const minuteIncrements = Math.ceil(60 / rate.incrementSeconds);
  return affordableIncrements(rate, availableMicros) >= minuteIncrements ? "limit" : "balance";
}
