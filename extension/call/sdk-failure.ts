import type { Failure, FailureCode } from "./call-state.ts";
import { failureOf } from "./failures.ts";

// https://www.twilio.com/docs/voice/sdks/error-codes
const codes: Record<number, FailureCode> = {
  20101: "unauthorized",
  20104: "unauthorized",
  20151: "unauthorized",
  31002: "rejected",
  31003: "connection_lost",
  31005: "connection_lost",
  31009: "connection_lost",
  31202: "unauthorized",
  31204: "unauthorized",
  31205: "unauthorized",
  31401: "microphone_denied",
  31402: "microphone_missing",
  31404: "invalid_number",
  31480: "no_answer",
  31486: "busy",
  31603: "rejected",
  53000: "connection_lost",
  53001: "connection_lost",
  53405: "connection_lost",
};

const carrierRefusedToken =
  "The telephone carrier does not accept this server's token. Ask the owner to check the carrier's keys.";

/** What a TwilioError means to a person. Codes without a sentence of their own are told with the number, which can be looked up. */
export function failureOfSdkError(error: unknown): Failure {
  const sdkCode = codeOf(error);
  if (sdkCode === undefined) return failureOf("sdk_error");
  const code = codes[sdkCode];
  if (code === undefined) return failureOf("sdk_error", `The call could not be set up (Twilio error ${sdkCode}). Try again.`);
  // "Sign in again" would be the wrong way out: the person's session is good, the carrier's key is not.
  return code === "unauthorized" ? failureOf("carrier_error", carrierRefusedToken) : failureOf(code);
}

function codeOf(error: unknown): number | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "number" ? code : undefined;
}
