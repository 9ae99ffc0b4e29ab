import type { Call, CallReason } from "#shared/api/calls.ts";
import type { ProblemFigures } from "#shared/api/problem-figures.ts";
import type { ProblemCode } from "#shared/api/problem.ts";
import type { DialerStatus } from "#shared/call-status.ts";

/** Why a call failed, as a code that `failure-words.ts` has words for. */
export type FailureCode =
  | ProblemCode
  | CallReason
  | "busy"
  | "no_answer"
  | "canceled"
  | "rejected"
  | "microphone_denied"
  | "microphone_dismissed"
  | "microphone_blocked"
  | "microphone_missing"
  | "microphone_busy"
  | "server_unreachable"
  | "connection_lost"
  | "media_failed"
  | "browser_ended"
  | "call_in_progress"
  | "not_connected"
  | "carrier_refused_token"
  | "carrier_misconfigured"
  | "carrier_too_busy"
  | "unexpected_answer"
  | "extension_failed"
  | "sdk_error";

/** Why a call failed, in codes and figures. Words are made where they are shown: the offscreen document knows no language. */
export interface Failure extends ProblemFigures {
  code: FailureCode;
  /** The number of the voice SDK's error, where it reported one: it can be looked up. */
  sdkCode?: number;
  /** The server's own sentence, for what this version has no words for. */
  detail?: string;
  /** For call_in_progress: the client key of that call. */
  inTheWay?: string;
}

/** What is known of a call from the click on. */
export interface Dialled {
  clientKey: string;
  /** As the person typed or clicked it. */
  dialled: string;
  requestedAtMs: number;
}

/**
 * The one state of the one call, in the voice SDK's words. Each member carries exactly its data; nothing derived is stored.
 * requesting: the server is being asked. pending/connecting: the SDK is. ringing: the other side rings.
 * open: talking. reconnecting: talking, with the network lost. closed: over.
 */
export type CallState =
  | { status: "idle" }
  | ({ status: "requesting" } & Dialled)
  | ({ status: "pending"; call: Call } & Dialled)
  | ({ status: "ringing"; call: Call; callSid: string; hasEarlyMedia: boolean } & Dialled)
  | ({ status: "open"; call: Call; callSid: string; answeredAtMs: number; isMuted: boolean } & Dialled)
  | ({ status: "reconnecting"; call: Call; callSid: string; answeredAtMs: number; isMuted: boolean } & Dialled)
  | ({ status: "ended"; call: Call; answeredAtMs: number; endedAtMs: number } & Dialled)
  | ({ status: "failed"; call: Call | undefined; failure: Failure; endedAtMs: number } & Dialled);

/** The dialer's word for a state; undefined when there is no call. */
export function dialerStatus(state: CallState): DialerStatus | undefined {
  switch (state.status) {
    case "idle":
      return undefined;
    case "requesting":
    case "pending":
      return "initiating";
    case "ringing":
      return "calling";
    case "open":
    case "reconnecting":
      return "answered";
    case "ended":
      return "ended";
    case "failed":
      return "failed";
  }
}

/** Whether a call is under way, so that another cannot start. */
export function isLive(state: CallState): boolean {
  const status = dialerStatus(state);
  return status === "initiating" || status === "calling" || status === "answered";
}

/** Whether the other side has answered and not yet gone, so that the timer runs. */
export function isTalking(state: CallState): state is Extract<CallState, { status: "open" | "reconnecting" }> {
  return state.status === "open" || state.status === "reconnecting";
}
