import type { Limits } from "#shared/api/limits.ts";
import type { RateAnswer } from "#shared/api/rates.ts";
import type { Micros } from "#shared/money.ts";
import { affordableIncrements, priceCall, type Rate } from "#shared/price-call.ts";

/** What a call would come up against first: the money there is, or what the account may spend on one call or in one day. */
type Bound = { by: "balance" } | { by: "call_limit" | "day_limit"; limitMicros: Micros };

/** How long a call to a number may last, and what sets its end. */
export type TalkTime = { kind: "free" } | ({ kind: "too_little" } & Bound) | ({ kind: "lasts"; seconds: number } & Bound);

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
  const setsEnd = (amount: Micros) =>
    affordableSeconds === 0
      ? amount < priceCall(rate, shortestCallSeconds)
      : affordableIncrements(rate, amount) * rate.incrementSeconds <= affordableSeconds;
  if (!limits || setsEnd(availableMicros)) return { by: "balance" };
  const { maxPerCallMicros, maxPerDayMicros } = limits;
  if (maxPerCallMicros !== null && setsEnd(maxPerCallMicros)) return { by: "call_limit", limitMicros: maxPerCallMicros };
  // What was spent today the server alone knows; it is what is left when nothing else sets the end.
  return maxPerDayMicros === null ? { by: "balance" } : { by: "day_limit", limitMicros: maxPerDayMicros };
}
