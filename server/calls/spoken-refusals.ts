import type { CallReason } from "#shared/api/calls.ts";

// The sandbox carrier has these texts recorded: a sentence changed here is changed in its list of prompts too.
const sentences: Record<CallReason, string> = {
  no_rate: "There is no rate for this number. Goodbye.",
  insufficient_balance: "Your balance is too low for this call. Goodbye.",
  spending_limit: "This call is beyond the spending limit of your account. Goodbye.",
  destination_blocked: "This number may not be called. Goodbye.",
  too_many_calls: "You have too many calls at once. Goodbye.",
  rate_too_high: "This call costs more per minute than your account allows. Goodbye.",
  caller_id_not_allowed: "Your caller ID may not be shown any more. Choose another one. Goodbye.",
  invalid_number: "This number is not valid. Goodbye.",
  never_connected: "This call was not placed in time. Please call again. Goodbye.",
  carrier_error: "The carrier could not place this call. Goodbye.",
};

/** What a caller hears when their call is not put through; without a reason of the call's own, that something is wrong here. */
export function spokenRefusal(reason: CallReason | null): string {
  return reason === null ? "An application error has occurred. Goodbye." : sentences[reason];
}
