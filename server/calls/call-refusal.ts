import { formatDollars, type Micros } from "#shared/money.ts";
import type { Context } from "hono";
import { blockedDestination } from "../http/blocked-destination.ts";
import { invalidNumber } from "../http/invalid-number.ts";
import { noRate } from "../http/no-rate.ts";
import { problem } from "../http/problem.ts";
import { rateTooHigh } from "../http/rate-too-high.ts";
import type { InsufficientBalance } from "./check-account.ts";
import type { CallRefused } from "./request-call.ts";

/** The problem that tells why a call may not be placed, and what to do about it. */
export function callRefusal(c: Context, refused: CallRefused): Response {
  switch (refused.code) {
    case "idempotency_mismatch":
      return problem(c, refused.code, "This key was used for another call. Make a new key for a new one.");
    case "invalid_number":
      return invalidNumber(c, refused.why);
    case "destination_blocked":
      return blockedDestination(c, refused);
    case "no_rate":
      return noRate(c, refused.countryCode);
    case "rate_too_high":
      return rateTooHigh(c, refused);
    case "carrier_unavailable":
      return problem(c, refused.code, "The carrier does not answer. Try again in a moment.");
    case "caller_id_not_allowed":
      return problem(c, refused.code, callerIdSentence(refused), refused.asked ? { callerId: refused.asked } : {});
    case "too_many_calls":
      return tooManyCalls(c, refused.maxConcurrentCalls);
    case "insufficient_balance":
      return insufficientBalance(c, refused);
    case "spending_limit":
      return spendingLimit(c, refused);
  }
}

function callerIdSentence({ asked }: { asked: string | undefined }): string {
  return asked === undefined
    ? "There is no caller ID to call from. Rent a number from the carrier, or verify your own with it."
    : `${asked} is neither rented from the carrier nor verified with it. Choose another caller ID.`;
}

function tooManyCalls(c: Context, maxConcurrentCalls: number): Response {
  return problem(c, "too_many_calls", tooManySentence(maxConcurrentCalls), { maxConcurrentCalls });
}

function tooManySentence(maxConcurrentCalls: number): string {
  if (maxConcurrentCalls === 0) return "This account may place no calls. Ask whoever runs this server.";
  const calls = maxConcurrentCalls === 1 ? "one call" : `${maxConcurrentCalls} calls`;
  return `This account may have ${calls} at once. End one, then call again.`;
}

function insufficientBalance(c: Context, refused: InsufficientBalance): Response {
  const { neededMicros, availableMicros, heldMicros, heldByCallTo } = refused;
  const holder = heldByCallTo === undefined ? "Calls under way hold" : `Your call to ${heldByCallTo} holds`;
  const end = heldByCallTo === undefined ? "end one of them" : "end it";
  const wayOut =
    heldMicros > 0
      ? `${holder} ${fine(heldMicros)}: ${end}, or ask whoever runs this server to top up your balance.`
      : "Ask whoever runs this server to top up your balance.";
  const sentence = `This call needs ${fine(neededMicros)}, and ${fine(availableMicros)} is available. ${wayOut}`;
  return problem(c, refused.code, sentence, {
    neededMicros,
    availableMicros,
    heldMicros,
    ...(heldByCallTo !== undefined && { heldByCallTo }),
  });
}

function spendingLimit(c: Context, refused: CallRefused & { code: "spending_limit" }): Response {
  const { neededMicros, limit, limitMicros, leftMicros } = refused;
  const sentence =
    limit === "per_call"
      ? `Its first minute costs ${fine(neededMicros)}, and this account may spend ${fine(limitMicros)} a call at most.`
      : `Its first minute costs ${fine(neededMicros)}, and of the ${fine(limitMicros)} that this account may spend a day ${fine(leftMicros)} is left. The day begins anew at midnight UTC.`;
  return problem(c, refused.code, sentence, { neededMicros, limit, limitMicros, leftMicros });
}

function fine(amount: Micros): string {
  return formatDollars(amount, { decimals: 4 });
}
