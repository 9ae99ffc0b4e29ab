import type { Limits } from "#shared/api/limits.ts";
import type { RateAnswer } from "#shared/api/rates.ts";
import type { Micros } from "#shared/money.ts";
import { affordableIncrements, priceCall, type Rate } from "#shared/price-call.ts";

/** What a call would come up against first: the money there is, or what the account may spend on one call or in one day. */
type Bound = { by: "balance" } | { by: "call_limit" | "day_limit"; limitMicros: Micros };

/** How long a call to a number may last, and what sets its end. */
export type TalkTime = { kind: "free" } | ({ kind: "too_little" } & Bound) | ({ kind: "lasts"; seconds: number } & Bound);

// The carrier ends a call some seconds late, so the server promises a little less than money or limit would pay for.
const guardSeconds = 60;
// The server places no call that could not pay for its first minute.
const shortestCallSeconds = 60;

/** Reads what the server answered about a number. How long it is, the server has said; what makes it so follows from the figures. */
export function talkTimeOf({ rate, availableMicros, affordableSeconds }: RateAnswer, limits: Limits | undefined): TalkTime {
  if (affordableSeconds === null) return { kind: "free" };
  const bound = boundOf({ rate, availableMicros, affordableSeconds }, limits);
  return affordableSeconds === 0 ? { kind: "too_little", ...bound } : { kind: "lasts", seconds: affordableSeconds, ...bound };
}

interface Affordable {
  rate: Rate;
  availableMicros: Micros;
  affordableSeconds: number;
}

function boundOf({ rate, availableMicros, affordableSeconds }: Affordable, limits: Limits | undefined): Bound {
  const isWithin = (amount: Micros) => paidSeconds(rate, amount) <= affordableSeconds + guardSeconds;
  const isBalance = affordableSeconds === 0 ? availableMicros < priceCall(rate, shortestCallSeconds) : isWithin(availableMicros);
  if (!limits || isBalance) return { by: "balance" };
  const { maxPerCallMicros, maxPerDayMicros } = limits;
  if (maxPerCallMicros !== null && isWithin(maxPerCallMicros)) return { by: "call_limit", limitMicros: maxPerCallMicros };
  if (maxPerDayMicros !== null) return { by: "day_limit", limitMicros: maxPerDayMicros };
  return { by: "balance" };
}

/** Whole seconds of talk that an amount pays for. */
function paidSeconds(rate: Rate, amount: Micros): number {
  return affordableIncrements(rate, amount) * rate.incrementSeconds;
}
