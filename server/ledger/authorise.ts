import { subtractMicros, type Micros } from "#shared/money.ts";
import { affordableIncrements, priceCall, type Rate } from "#shared/price-call.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { LedgerAccount } from "./decide.ts";

/** Twilio's default and its maximum. https://www.twilio.com/docs/voice/twiml/dial#timelimit */
export const longestCallSeconds = 4 * 60 * 60;

/** A call shorter than this is not worth the ringing, so less money than it costs places no call. */
const shortestCallSeconds = 60;

/** The carrier ends a call a little after its limit. Talk of this length beyond it buys no further increment. */
const overrunGuardSeconds = 2;

export interface Authorised {
  /** What the longest allowed call costs, overrun included. */
  holdMicros: Micros;
  /** When the carrier must end the call. Always above zero. */
  timeLimitSeconds: number;
}

/** What must be available before a call is placed: the price of its first minute. */
export function neededMicros(rate: Rate): Micros {
  return priceCall(rate, shortestCallSeconds);
}

/** What another call may use. */
export function availableMicros(account: LedgerAccount): Micros {
  return subtractMicros(account.postedMicros, account.heldMicros);
}

interface Means {
  availableMicros: Micros;
  /** What the account's limits leave for this call; null when nothing limits it. */
  spendableMicros: Micros | null;
  maxTimeLimitSeconds: number;
}

/**
 * How long a call may last for the money available, and what to hold for it. The full limit is held, so that the money is there
 * even if every server dies during the call.
 */
export function authorise(
  rate: Rate,
  { availableMicros, spendableMicros, maxTimeLimitSeconds }: Means,
): Result<Authorised, "insufficient_balance" | "spending_limit"> {
  const usableMicros = spendableMicros === null || spendableMicros > availableMicros ? availableMicros : spendableMicros;
  const longestIncrements = Math.ceil((maxTimeLimitSeconds + overrunGuardSeconds) / rate.incrementSeconds);
  const increments = Math.min(affordableIncrements(rate, usableMicros), longestIncrements);
  const heldSeconds = increments * rate.incrementSeconds;
  const timeLimitSeconds = Math.min(maxTimeLimitSeconds, heldSeconds - overrunGuardSeconds);
  // Three seconds are not a call, whatever the increment: the first minute must be there, as it was promised when asked.
  if (usableMicros >= neededMicros(rate) && timeLimitSeconds > 0) {
    return ok({ holdMicros: priceCall(rate, heldSeconds), timeLimitSeconds });
  }
  return err(usableMicros < availableMicros && availableMicros >= neededMicros(rate) ? "spending_limit" : "insufficient_balance");
}
