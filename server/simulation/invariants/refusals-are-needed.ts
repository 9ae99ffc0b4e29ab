import { modelPrice } from "../prices.ts";
import type { Invariant } from "./step.ts";

const firstMinuteSeconds = 60;

/** Nobody is turned down for their balance who can pay for the first minute. */
export const refusalsAreNeeded: Invariant = function* ({ before, after, isAlone }) {
  // With several things at once, the balance may have been another at the moment of refusal.
  if (!isAlone) return;
  for (const { id, accountId, reason, rate } of after.calls.values()) {
    if (reason !== "insufficient_balance" || before.calls.get(id)?.reason === reason) continue;
    const account = before.accounts.get(accountId);
    const available = (account?.postedMicros ?? 0) - (account?.heldMicros ?? 0);
    if (available >= modelPrice(rate, firstMinuteSeconds)) yield `${id} was refused although ${available} was available.`;
  }
};
