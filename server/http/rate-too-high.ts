import { formatDollars, type Micros } from "#shared/money.ts";
import type { Context } from "hono";
import { problem } from "./problem.ts";

interface RateTooHigh {
  perMinuteMicros: Micros;
  maxPerMinuteMicros: Micros;
}

/** The `rate_too_high` problem: an account may not call where a minute costs more than it may spend on one. */
export function rateTooHigh(c: Context, { perMinuteMicros, maxPerMinuteMicros }: RateTooHigh): Response {
  const [rate, limit] = [perMinuteMicros, maxPerMinuteMicros].map((amount) => formatDollars(amount, { decimals: 4 }));
  const sentence = `A minute costs ${rate} there, and this account may spend ${limit} a minute at most.`;
  return problem(c, "rate_too_high", sentence, { perMinuteMicros, maxPerMinuteMicros });
}
