import type { CallReason } from "#shared/api/calls.ts";
import { isTerminal } from "#shared/call-status.ts";
import type { CallRow } from "../store.ts";

/** The call refused; undefined for one that has ended or whose hold is open, which is left as it is. */
export function refuseCall(call: CallRow, { reason, nowMs }: { reason: CallReason; nowMs: number }): CallRow | undefined {
  if (isTerminal(call.status) || call.holdOpen) return undefined;
  // Nobody rang: for a call that was never connected that is a cancellation, for one that was turned down a failure.
  const status = reason === "never_connected" ? "canceled" : "failed";
  return { ...call, status, reason, endedMs: nowMs, final: true, checkAfterMs: null };
}
