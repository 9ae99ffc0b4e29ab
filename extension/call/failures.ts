import type { Call } from "#shared/api/calls.ts";
import { isTerminal, type CarrierStatus } from "#shared/call-status.ts";
import type { ApiFailure } from "../platform/api-failure.ts";
import type { Failure, FailureCode } from "./call-state.ts";

/** One sentence for each code, with a way out. The server's own sentence, which knows sums and numbers, goes before it. */
const sentences: Record<FailureCode, string> = {
  bad_request: "The server did not understand the request. Update the extension and the server, then try again.",
  invalid_number: "This is not a number that can be called. Check the digits and the country.",
  unauthorized: "You are signed out. Sign in again from the welcome page, then call.",
  forbidden: "This account may not do that. Ask the owner of the server.",
  not_found: "The server no longer knows this call. Try again.",
  conflict: "Something changed meanwhile. Try again.",
  payload_too_large: "That was more than the server takes. Shorten it and try again.",
  unsupported_media_type: "The server did not understand the request. Update the extension and the server, then try again.",
  too_many_requests: "That was too often in too short a time. Wait a minute and try again.",
  idempotency_mismatch: "The server mixed this call up with another. Try again.",
  request_in_flight: "The server is still busy with the same request. Wait a moment and try again.",
  no_rate: "There is no price for this destination, so it cannot be called. Ask the owner of the server to add one.",
  insufficient_balance: "The balance is too small for this call. Top it up and try again.",
  spending_limit:
    "This call would cost more than this account may still spend. Look at its limits in the wallet, or ask the owner of the server.",
  caller_id_not_allowed: "This caller ID may not be shown. Choose another one.",
  destination_blocked: "This account may not call there. Call another country, and use a telephone for emergency numbers.",
  too_many_calls: "Too many calls are running on this account. End one and try again.",
  rate_too_high: "This destination costs more than this account allows. Ask the owner of the server to raise the limit.",
  contact_exists: "There is a contact with this number already. Open it in the contacts.",
  sign_up_closed: "This server has its owner. Sign in, or ask the owner to let you in.",
  demo_unavailable: "This server has no demo account. Sign in instead.",
  carrier_unavailable: "The telephone carrier does not answer. Try again in a minute.",
  payments_unavailable: "No page to pay on can be had right now. Try again in a minute.",
  internal_error: "Something broke on the server. Try again; if it stays, ask the owner to look at its log.",
  never_connected: "The call was not put through. Try again.",
  carrier_error: "The telephone carrier could not complete the call. Check the number, or try again in a minute.",
  busy: "The line is busy. Try again later.",
  no_answer: "Nobody answered. Try again later.",
  canceled: "The call was cancelled before anybody answered.",
  rejected: "The call was declined. Try again later.",
  microphone_denied: "Chrome does not let Ringback use the microphone. Allow it on the welcome page, then call again.",
  microphone_missing: "No microphone was found. Plug one in, then call again.",
  server_unreachable: "The Ringback server cannot be reached. Check that it runs and that its address in the settings is right.",
  connection_lost: "The connection was lost. Check your network, then call again.",
  call_in_progress: "Another call is in progress. End it first.",
  unexpected_answer:
    "The server's answer makes no sense to this version of Ringback. Check the server's address, or update both.",
  extension_failed: "The extension did not answer. Try again, or restart the browser.",
  sdk_error: "The call could not be set up. Try again; if it stays, restart the browser.",
};

/** A failure by its code, with its own sentence unless a better one is given. */
export function failureOf(code: FailureCode, message: string = sentences[code]): Failure {
  return { code, message };
}

/** Why the carrier says that a call did not come about; undefined while it has not ended, or when it was answered. */
export function failureOfCall(call: Pick<Call, "status" | "reason">): Failure | undefined {
  if (!isTerminal(call.status) || call.status === "completed") return undefined;
  return failureOf(call.reason ?? codes[call.status] ?? "carrier_error");
}

const codes: Partial<Record<CarrierStatus, FailureCode>> = { busy: "busy", "no-answer": "no_answer", canceled: "canceled" };

// The server's sentences for these name sums, numbers and limits that it alone knows. Its others speak to programmers.
const toldBest: ReadonlySet<FailureCode> = new Set([
  "invalid_number",
  "insufficient_balance",
  "spending_limit",
  "no_rate",
  "destination_blocked",
  "too_many_calls",
  "rate_too_high",
  "caller_id_not_allowed",
  "too_many_requests",
  "carrier_unavailable",
]);

/** What a failed question to the server means for the call. */
export function failureOfApi({ code, message, neededMicros, availableMicros }: ApiFailure): Failure {
  return {
    ...failureOf(code, toldBest.has(code) ? message : undefined),
    ...(neededMicros !== undefined && { neededMicros }),
    ...(availableMicros !== undefined && { availableMicros }),
  };
}
