import type { Failure, FailureCode } from "./call-state.ts";

/**
 * What each error of the voice SDK means to a person.
 * https://www.twilio.com/docs/voice/sdks/error-codes
 */
const codes: Readonly<Record<number, FailureCode>> = {
  // The person's session is good; it is the carrier that does not accept what the server signed.
  20101: "carrier_refused_token",
  20104: "carrier_refused_token",
  20151: "carrier_refused_token",
  31000: "sdk_error",
  31001: "carrier_misconfigured",
  31002: "rejected",
  31003: "connection_lost",
  31005: "connection_lost",
  31008: "canceled",
  31009: "connection_lost",
  31100: "sdk_error",
  31101: "sdk_error",
  31102: "carrier_refused_token",
  31103: "sdk_error",
  31104: "sdk_error",
  31105: "carrier_misconfigured",
  31107: "connection_lost",
  31201: "carrier_refused_token",
  31202: "carrier_refused_token",
  31203: "carrier_misconfigured",
  31204: "carrier_refused_token",
  31205: "carrier_refused_token",
  31206: "carrier_too_busy",
  31207: "carrier_refused_token",
  31209: "connection_lost",
  31210: "sdk_error",
  31212: "sdk_error",
  31400: "carrier_error",
  31401: "microphone_denied",
  31402: "microphone_missing",
  31404: "invalid_number",
  31480: "no_answer",
  31486: "busy",
  31603: "rejected",
  53000: "connection_lost",
  53001: "connection_lost",
  53400: "media_failed",
  53402: "media_failed",
  53405: "connection_lost",
};

/** What an error of the voice SDK means for the call. It keeps its number, which whoever helps can look up. */
export function failureOfSdkError(error: unknown): Failure {
  const sdkCode = codeOf(error);
  return sdkCode === undefined ? { code: "sdk_error" } : { code: codes[sdkCode] ?? "sdk_error", sdkCode };
}

/** Whether an error has a meaning here. A test asks it of all that the installed SDK can report. */
export function isKnownSdkError(sdkCode: number): boolean {
  return sdkCode in codes;
}

function codeOf(error: unknown): number | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "number" ? code : undefined;
}
