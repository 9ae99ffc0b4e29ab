import type { Call } from "#shared/api/calls.ts";
import type { ReportTransaction } from "#shared/api/transactions.ts";
import { toDecimalDollars } from "#shared/money.ts";
import { priceCall } from "#shared/price-call.ts";
import type { CallState } from "./call-state.ts";

/** What this client saw of a call that is over, for the server's record. Undefined when the server never knew the call. */
export function reportOfCall(state: CallState): ReportTransaction | undefined {
  if (state.status === "ended") {
    const duration = Math.floor((state.endedAtMs - state.answeredAtMs) / 1000);
    const cost = toDecimalDollars(priceCall(state.call.rate, duration), 4);
    return { ...described(state.call), duration, cost, status: "COMPLETED" };
  }
  if (state.status === "failed" && state.call) return { ...described(state.call), duration: 0, status: "FAILED" };
  return undefined;
}

function described(call: Call) {
  const { toNumber, fromNumber, country, contactId, callerIdType } = call;
  return { type: "call" as const, callId: call.id, toNumber, fromNumber, country, contactId, callerIdType };
}
