import { formatDollars } from "#shared/money.ts";
import type { Context } from "hono";
import { invalidNumber } from "../http/invalid-number.ts";
import { problem } from "../http/problem.ts";
import type { CallRefused } from "./request-call.ts";

/** The problem that tells why a call may not be placed, and what to do about it. */
export function callRefusal(c: Context, refused: CallRefused): Response {
  switch (refused.code) {
    case "invalid_number":
      return invalidNumber(c, refused.why);
    case "destination_blocked":
      return problem(c, refused.code, refused.sentence);
    case "no_rate":
      return problem(c, refused.code, `There is no rate for ${refused.country}, so it cannot be called.`);
    case "rate_too_high": {
      const [rate, limit] = [refused.perMinuteMicros, refused.maxPerMinuteMicros].map((micros) => formatDollars(micros, fine));
      return problem(c, refused.code, `A minute costs ${rate} there, and this account may spend ${limit} a minute at most.`);
    }
    case "carrier_unavailable":
      return problem(c, refused.code, "The carrier does not answer. Try again in a moment.");
    case "caller_id_not_allowed":
      return problem(c, refused.code, callerIdSentence(refused));
    case "too_many_calls":
      return problem(
        c,
        refused.code,
        `This account may have ${refused.maxConcurrentCalls} calls at once. End one, then call again.`,
      );
    case "insufficient_balance":
      return insufficientBalance(c, refused);
  }
}

const fine = { decimals: 4 };

function callerIdSentence({ asked }: { asked: string | undefined }): string {
  return asked === undefined
    ? "There is no caller ID to call from. Rent a number from the carrier, or verify your own with it."
    : `${asked} is neither rented from the carrier nor verified with it. Choose another caller ID.`;
}

function insufficientBalance(c: Context, refused: CallRefused & { code: "insufficient_balance" }): Response {
  const { neededMicros, availableMicros, heldMicros } = refused;
  const [needed, available, held] = [neededMicros, availableMicros, heldMicros].map((micros) => formatDollars(micros, fine));
  const wayOut =
    heldMicros > 0
      ? `Calls under way hold ${held}: end one of them, or ask whoever runs this server to top up your balance.`
      : "Ask whoever runs this server to top up your balance.";
  const sentence = `This call needs ${needed}, and ${available} is available. ${wayOut}`;
  return problem(c, refused.code, sentence, { neededMicros, availableMicros, heldMicros });
}
