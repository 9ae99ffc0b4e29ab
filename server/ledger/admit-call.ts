import { micros, subtractMicros, type Micros } from "#shared/money.ts";
import type { CountryCode } from "#shared/phone-number.ts";
import type { Rate } from "#shared/price-call.ts";
import { err, ok, type Result } from "#shared/result.ts";
import { authorise, type Authorised } from "./authorise.ts";
import type { LedgerAccount } from "./decide.ts";

/** What an account may spend at most; null where there is no limit. */
export interface SpendingLimits {
  maxConcurrentCalls: number;
  maxPerMinuteMicros: Micros;
  maxPerCallMicros: Micros | null;
  maxPerDayMicros: Micros | null;
  countries: readonly CountryCode[] | null;
}

/** The call that asks to be placed. */
interface Candidate {
  rate: Rate;
  countryCode: CountryCode | null;
}

/** What the account is doing and has done today. */
export interface Usage {
  openHolds: number;
  /** What calls of this day of UTC were charged. What live calls hold comes on top. */
  spentTodayMicros: Micros;
}

export type NotAdmitted = "destination_blocked" | "rate_too_high" | "too_many_calls" | "insufficient_balance" | "spending_limit";

/**
 * Whether a call may be placed at all by its account, how long it may last, and what to hold for it. Every limit is asked here and
 * nowhere else, once when the person asks for the call and again, bindingly, when the carrier is about to place it.
 */
export function admitCall(
  candidate: Candidate,
  account: LedgerAccount & SpendingLimits,
  { openHolds, spentTodayMicros }: Usage,
  { maxTimeLimitSeconds }: { maxTimeLimitSeconds: number },
): Result<Authorised, NotAdmitted> {
  const destination = admitDestination(candidate, account);
  if (!destination.ok) return destination;
  if (openHolds >= account.maxConcurrentCalls) return err("too_many_calls");
  return authorise(candidate.rate, {
    availableMicros: subtractMicros(account.postedMicros, account.heldMicros),
    spendableMicros: tightestLimit(account, spentTodayMicros)?.leftMicros ?? null,
    maxTimeLimitSeconds,
  });
}

/** Whether an account may call there at all, whatever it has and does at the moment. */
export function admitDestination(
  { rate, countryCode }: Candidate,
  { countries, maxPerMinuteMicros }: Pick<SpendingLimits, "countries" | "maxPerMinuteMicros">,
): Result<void, "destination_blocked" | "rate_too_high"> {
  if (!isAllowed(countries, countryCode)) return err("destination_blocked");
  return rate.perMinuteMicros > maxPerMinuteMicros ? err("rate_too_high") : ok(undefined);
}

/** The first moment of the day of UTC that a moment falls on: limits per day begin anew there. */
export function startOfDayMs(nowMs: number): number {
  return nowMs - (((nowMs % dayMs) + dayMs) % dayMs);
}

const dayMs = 24 * 60 * 60 * 1000;

function isAllowed(countries: readonly CountryCode[] | null, country: CountryCode | null): boolean {
  return countries === null || (country !== null && countries.includes(country));
}

/** A limit on what calls may cost, and what it leaves for another one. */
export interface SpendingLimit {
  limit: "per_call" | "per_day";
  limitMicros: Micros;
  leftMicros: Micros;
}

/** The limit that leaves the least for another call; undefined when there is none. */
export function tightestLimit(
  {
    maxPerCallMicros,
    maxPerDayMicros,
    heldMicros,
  }: Pick<LedgerAccount & SpendingLimits, "heldMicros" | "maxPerCallMicros" | "maxPerDayMicros">,
  spentTodayMicros: Micros,
): SpendingLimit | undefined {
  const perCall = maxPerCallMicros === null ? undefined : limitOf("per_call", maxPerCallMicros, maxPerCallMicros);
  const perDay =
    maxPerDayMicros === null
      ? undefined
      : limitOf("per_day", maxPerDayMicros, micros(Math.max(0, maxPerDayMicros - spentTodayMicros - heldMicros)));
  if (!perCall || !perDay) return perCall ?? perDay;
  return perDay.leftMicros < perCall.leftMicros ? perDay : perCall;
}

function limitOf(limit: SpendingLimit["limit"], limitMicros: Micros, leftMicros: Micros): SpendingLimit {
  return { limit, limitMicros, leftMicros };
}
