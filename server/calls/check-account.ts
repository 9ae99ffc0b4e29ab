import type { AccountId } from "#shared/ids.ts";
import type { Micros } from "#shared/money.ts";
import { formatInternational, type CountryCode } from "#shared/phone-number.ts";
import type { Rate } from "#shared/price-call.ts";
import { err, ok, type Result } from "#shared/result.ts";
import type { Clock } from "../clock.ts";
import { admitCall, startOfDayMs, tightestLimit, type NotAdmitted, type SpendingLimit } from "../ledger/admit-call.ts";
import { availableMicros, longestCallSeconds, neededMicros } from "../ledger/authorise.ts";
import type { Blocked } from "../http/blocked-destination.ts";
import type { Account, CallRow, Store } from "../store/store.ts";

export interface CheckAccountDeps {
  store: Pick<Store, "findAccount" | "listRecentCalls" | "readSpent">;
  clock: Clock;
}

/** Why an account may not place a call, with what its owner needs to know to change that. */
export type AccountRefused =
  | ({ code: "destination_blocked" } & Blocked)
  | { code: "rate_too_high"; perMinuteMicros: Micros; maxPerMinuteMicros: Micros }
  | { code: "too_many_calls"; maxConcurrentCalls: number }
  | InsufficientBalance
  | ({ code: "spending_limit"; neededMicros: Micros } & SpendingLimit);

export interface InsufficientBalance {
  code: "insufficient_balance";
  neededMicros: Micros;
  availableMicros: Micros;
  heldMicros: Micros;
  /** Who is on the line, when one call alone holds it. */
  heldByCallTo: string | undefined;
}

interface Candidate {
  rate: Rate;
  countryCode: CountryCode | null;
}

/**
 * Whether the account's balance and limits let it place a call now. The same rules as when the carrier asks to connect; that answer
 * is the binding one, since other calls may come in between.
 */
export async function checkAccount(
  { store, clock }: CheckAccountDeps,
  accountId: AccountId,
  candidate: Candidate,
): Promise<Result<void, AccountRefused>> {
  const account = await store.findAccount(accountId);
  if (!account) throw new Error(`${accountId} has no wallet.`);
  const nowMs = clock();
  // Only calls that the carrier has connected count: one that failed before it got there must not be in the next one's way.
  const holding = (await store.listRecentCalls(accountId, nowMs)).filter((call) => call.holdOpen);
  const spentTodayMicros = await store.readSpent(accountId, startOfDayMs(nowMs));
  const usage = { openHolds: holding.length, spentTodayMicros };
  const admitted = admitCall(candidate, account, usage, { maxTimeLimitSeconds: longestCallSeconds });
  if (admitted.ok) return ok(undefined);
  return err(refusalOf(admitted.error, { candidate, account, holding, spentTodayMicros }));
}

interface Circumstances {
  candidate: Candidate;
  account: Account;
  holding: readonly CallRow[];
  spentTodayMicros: Micros;
}

function refusalOf(why: NotAdmitted, { candidate, account, holding, spentTodayMicros }: Circumstances): AccountRefused {
  const { rate, countryCode } = candidate;
  const { maxPerMinuteMicros, maxConcurrentCalls, heldMicros } = account;
  switch (why) {
    case "destination_blocked":
      return { code: why, blocked: "country", countryCode, countries: account.countries ?? [] };
    case "rate_too_high":
      return { code: why, perMinuteMicros: rate.perMinuteMicros, maxPerMinuteMicros };
    case "too_many_calls":
      return { code: why, maxConcurrentCalls };
    case "insufficient_balance": {
      const sums = { neededMicros: neededMicros(rate), availableMicros: availableMicros(account), heldMicros };
      return { code: why, ...sums, heldByCallTo: onlyCallee(holding) };
    }
    case "spending_limit": {
      const tightest = tightestLimit(account, spentTodayMicros);
      if (!tightest) throw new Error("A call was refused for a spending limit that the account does not have.");
      return { code: why, neededMicros: neededMicros(rate), ...tightest };
    }
  }
}

function onlyCallee(holding: readonly CallRow[]): string | undefined {
  const [first, ...others] = holding;
  return first && others.length === 0 ? (first.contactName ?? formatInternational(first.toNumber)) : undefined;
}
