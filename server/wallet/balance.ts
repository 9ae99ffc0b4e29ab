import type { Balance } from "#shared/api/profile.ts";
import { availableMicros } from "../ledger/authorise.ts";
import type { Account } from "../store/store.ts";

/** A wallet's balance as the API tells it. */
export function balanceOf(account: Account): Balance {
  const { postedMicros, heldMicros, owedMicros, lowBalanceMicros } = account;
  const isLow = postedMicros < lowBalanceMicros;
  return { postedMicros, heldMicros, availableMicros: availableMicros(account), owedMicros, lowBalanceMicros, isLow };
}
