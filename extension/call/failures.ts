import type { Call } from "#shared/api/calls.ts";
import { isTerminal, type CarrierStatus } from "#shared/call-status.ts";
import type { ApiFailure } from "../platform/api-failure.ts";
import type { Failure, FailureCode } from "./call-state.ts";

/** Why the carrier says that a call did not come about; undefined while it has not ended, or when it was answered. */
export function failureOfCall(call: Pick<Call, "status" | "reason">): Failure | undefined {
  if (!isTerminal(call.status) || call.status === "completed") return undefined;
  return { code: call.reason ?? codes[call.status] ?? "carrier_error" };
}

const codes: Partial<Record<CarrierStatus, FailureCode>> = { busy: "busy", "no-answer": "no_answer", canceled: "canceled" };

/** What a failed question to the server means for the call. Only what this version does not know is told in the server's words. */
export function failureOfApi({ detail, ...failure }: ApiFailure): Failure {
  return failure.code === "unexpected_answer" && detail !== undefined ? { ...failure, detail } : failure;
}
