import type { CallReason } from "#shared/api/calls.ts";
import type { CallState } from "./call-state.ts";

// What the server answers the carrier's request to connect with. A call that failed for other reasons has nobody to say them.
const spokenReasons: ReadonlySet<CallReason> = new Set([
  "no_rate",
  "insufficient_balance",
  "spending_limit",
  "destination_blocked",
  "too_many_calls",
  "rate_too_high",
  "caller_id_not_allowed",
]);

/** Whether a call failed because the server would not have it connected, and has the carrier say so on the line. */
export function isSpokenRefusal(state: CallState): boolean {
  const reason = state.status === "failed" ? state.call?.reason : undefined;
  return reason !== undefined && reason !== null && spokenReasons.has(reason);
}
