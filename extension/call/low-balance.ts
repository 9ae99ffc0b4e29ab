import type { AccountId } from "#shared/ids.ts";
import { addMicros, subtractMicros, zeroMicros } from "#shared/money.ts";
import { affordableIncrements } from "#shared/price-call.ts";
import { readMeter } from "./call-meter.ts";
import type { CallSnapshot } from "./call-snapshot.ts";
import { isTalking } from "./call-state.ts";

/** What was last seen of a wallet: whether it was below the level that its owner wants to be told of. */
export interface SeenBalance {
  accountId: AccountId;
  isLow: boolean;
}

interface Seen {
  seen: SeenBalance | undefined;
  /** The balance was above the level when it was last seen, and is below it now. */
  hasFallen: boolean;
}

/**
 * Looks at the balance, with what the call going on has cost so far, and says whether it has just fallen below the level.
 * It has to be seen above the level again, with no call left to be charged, before it can fall another time.
 */
export function seeBalance(before: SeenBalance | undefined, snapshot: CallSnapshot, nowMs: number): Seen {
  const { profile } = snapshot;
  if (!profile) return { seen: before, hasFallen: false };
  const { balance, user } = profile;
  const known = before?.accountId === user.accountId ? before : undefined;
  const leftMicros = readMeter(snapshot, nowMs)?.balanceLeftMicros ?? balance.postedMicros;
  const isLow = balance.isLow || leftMicros < balance.lowBalanceMicros;
  // The charge of a call that has ended may be on its way: until then the balance looks better than it is.
  const isRising = known?.isLow === true && !isLow && balance.heldMicros > zeroMicros;
  if (isRising) return { seen: known, hasFallen: false };
  return { seen: { accountId: user.accountId, isLow }, hasFallen: known?.isLow === false && isLow };
}

/**
 * When the call going on will have cost so much that the balance is below the level, if nothing else changes. Undefined without
 * a call or a level, and when talk is free.
 */
export function lowBalanceAtMs({ state, profile }: CallSnapshot): number | undefined {
  if (!profile || !isTalking(state) || profile.balance.lowBalanceMicros === zeroMicros) return undefined;
  const { rate, id } = state.call;
  const { postedMicros, lowBalanceMicros } = profile.balance;
  const chargedMicros = profile.recentCalls.find((call) => call.id === id)?.chargedMicros ?? zeroMicros;
  const spareMicros = subtractMicros(addMicros(postedMicros, chargedMicros), lowBalanceMicros);
  const sparedIncrements = affordableIncrements(rate, spareMicros);
  if (!Number.isFinite(sparedIncrements)) return undefined;
  return state.answeredAtMs + (sparedIncrements * rate.incrementSeconds + 1) * 1000;
}
